/// Finds out how the positions of a project are counted, by trying every way on every selection.
struct PositionJudge {
    private let documents: [DocumentText?]
    private let selections: [ProjectDraft.Selection]
    private let ways: [PositionReading.Way]
    private let usual: PositionReading.Way?
    private let known: KnownTexts
    private let byDocument: [[Int]]

    /// How much better the evidence for one way has to be than that for another, in hundredths of a logarithm: a thousand
    /// to one, as some ten ways are compared and small projects are lucky now and then.
    static let margin = 700
    /// How much better moved positions have to fit for the file to be refused.
    static let shiftMargin = 400
    /// What it counts that a selection gives the words of a quote that is known.
    static let knownBonus = 1500
    /// What it counts that a tool is known for a way.
    static let bonus = 150

    init(
        documents: [DocumentText?],
        selections: [ProjectDraft.Selection],
        ways: [PositionReading.Way],
        usual: PositionReading.Way?,
        known: KnownTexts
    ) {
        self.documents = documents
        self.selections = selections
        self.ways = ways
        self.usual = usual
        self.known = known
        var byDocument = [[Int]](repeating: [], count: documents.count)
        for (index, selection) in selections.enumerated() where documents[selection.document] != nil {
            byDocument[selection.document].append(index)
        }
        self.byDocument = byDocument
    }

    /// The evidence for one way.
    private struct Tally {
        var compared = 0
        var fitting = 0
        var atWordEdges = 0
        var score = 0
    }

    /// Which ways mean different places.
    private struct Differences {
        /// For some selection.
        var anywhere: [[Bool]]
        /// For a selection that its own words do not prove.
        var unproved: [[Bool]]
    }

    /// The reading that the evidence is for, or an error if nothing decides. Nil if there is nothing to read.
    func reading() throws(ImportError) -> PositionReading? {
        let count = byDocument.reduce(0) { $0 + $1.count }
        guard count > 0, !ways.isEmpty else { return nil }
        var tallies = [Tally](repeating: Tally(), count: ways.count)
        let none = [[Bool]](repeating: [Bool](repeating: false, count: ways.count), count: ways.count)
        var differs = Differences(anywhere: none, unproved: none)
        for (document, indices) in byDocument.enumerated() where !indices.isEmpty {
            guard let text = documents[document] else { continue }
            weigh(text, indices, &tallies, &differs)
        }
        for (index, way) in ways.enumerated() where way == usual { tallies[index].score += Self.bonus }

        let order = ways.indices.sorted { left, right in
            let (first, second) = (tallies[left], tallies[right])
            return (first.fitting, first.score, right) > (second.fitting, second.score, left)
        }
        // Words decide only if they are words: titles that people gave fit nowhere.
        let most = order.map { tallies[$0].fitting }.max() ?? 0
        let compared = tallies[0].compared
        let wordsSpeak = most > 0 && most * 2 >= compared
        let candidates = wordsSpeak ? order.filter { tallies[$0].fitting == most } : order
        let ranked = candidates.sorted { (tallies[$0].score, $1) > (tallies[$1].score, $0) }
        guard let best = ranked.first else { return nil }
        if !wordsSpeak {
            try refuseIfShifted(ways[best])
            if count >= 3, tallies[best].atWordEdges * 2 < count {
                throw ImportError(
                    .positionsDoNotFit,
                    "only \(tallies[best].atWordEdges) of \(count) selections begin and end where words do, whichever way "
                        + "positions are counted",
                    help: Self.help
                )
            }
        }
        if let rival = ranked.first(where: {
            differs.unproved[best][$0] && tallies[best].score - tallies[$0].score < Self.margin
        }) {
            throw undecided(best, rival, tallies)
        }
        let isAlone = !differs.anywhere[best].contains(true)
        let basis: PositionReading.Basis = isAlone ? .noDifference : wordsSpeak ? .words : .boundaries
        // Ways that mean the same here are one.
        let others = order.filter { differs.anywhere[best][$0] }
        let trials = ([best] + others).map { index in
            PositionReading.Trial(
                way: ways[index],
                compared: compared,
                fitting: tallies[index].fitting,
                selections: count,
                atWordEdges: tallies[index].atWordEdges
            )
        }
        return PositionReading(
            chosen: ways[best],
            reason: reason(basis, trials, wordsSpeak: wordsSpeak),
            basis: basis,
            tried: trials
        )
    }

    private func weigh(_ text: DocumentText, _ indices: [Int], _ tallies: inout [Tally], _ differs: inout Differences) {
        var positions: [Int] = []
        positions.reserveCapacity(indices.count * 2)
        for index in indices {
            positions.append(selections[index].start)
            positions.append(selections[index].end)
        }
        let ascending = Ascending(positions)
        var isProved = [Bool](repeating: false, count: indices.count)
        var distinct: [(way: PositionReading.Way, offsets: [Int], tally: Tally)] = []
        let places = ways.map { way in
            let simplest = text.simplest(way)
            if let known = distinct.firstIndex(where: { $0.way == simplest }) { return known }
            let offsets = text.offsets(of: ascending.values, simplest)
            distinct.append((simplest, offsets, tally(text, indices, ascending, offsets, &isProved)))
            return distinct.count - 1
        }
        for left in ways.indices {
            let tally = distinct[places[left]].tally
            tallies[left].compared += tally.compared
            tallies[left].fitting += tally.fitting
            tallies[left].atWordEdges += tally.atWordEdges
            tallies[left].score += tally.score
        }
        let unproved = indices.indices.filter { !isProved[$0] }.flatMap {
            [ascending.places[$0 * 2], ascending.places[$0 * 2 + 1]]
        }
        for left in distinct.indices {
            for right in 0..<left where distinct[left].offsets != distinct[right].offsets {
                let matters = unproved.contains { distinct[left].offsets[$0] != distinct[right].offsets[$0] }
                for first in ways.indices where places[first] == left || places[first] == right {
                    for second in ways.indices where places[second] == left + right - places[first] {
                        differs.anywhere[first][second] = true
                        if matters { differs.unproved[first][second] = true }
                    }
                }
            }
        }
    }

    private func tally(
        _ text: DocumentText,
        _ indices: [Int],
        _ ascending: Ascending,
        _ offsets: [Int],
        _ isProved: inout [Bool]
    ) -> Tally {
        var tally = Tally()
        text.bytes.withUnsafeBufferPointer { bytes in
            for (place, index) in indices.enumerated() {
                let start = offsets[ascending.places[place * 2]]
                let end = offsets[ascending.places[place * 2 + 1]]
                if start == end, start >= 0 { continue }
                let edges = (Edge.start(bytes, at: start), Edge.end(bytes, at: end))
                tally.score += edges.0.score + edges.1.score
                if edges.0.isAtWordEdge, edges.1.isAtWordEdge { tally.atWordEdges += 1 }
                guard let words = selections[index].words else {
                    if start >= 0, end > start, known.contains(text.bytes, start..<end) {
                        tally.score += Self.knownBonus
                    }
                    continue
                }
                tally.compared += 1
                guard start >= 0, end >= start, words.fit(text.bytes, start..<end).isFit else { continue }
                tally.fitting += 1
                isProved[place] = true
            }
        }
        return tally
    }

    private static let help =
        "export the project again; if its texts were edited outside of the tool, a table of quotes carries the words"

    // MARK: Shifts

    /// How positions may be off: both ends by as much, or the end alone, where a tool counts the last character in.
    private static let shifts = [(-2, -2), (-1, -1), (1, 1), (2, 2), (0, 1), (0, -1), (1, 0), (-1, 0)]

    /// Positions that fit clearly better a character further on or back are not what they should be.
    private func refuseIfShifted(_ way: PositionReading.Way) throws(ImportError) {
        let scores = scores(way, shift: (0, 0))
        // One person who missed a letter is no tool that counts otherwise.
        let shifts = Self.shifts.filter { $0.0 == $0.1 || scores.count >= 3 }
        for shift in shifts where EdgeScores.isClearlyBetter(self.scores(way, shift: shift), than: scores) {
            throw ImportError(
                .positionsDoNotFit,
                "the positions of the selections are off: their words would begin and end where words do if the positions "
                    + "were moved by \(shift.0) at the beginning and \(shift.1) at the end",
                help: Self.help
            )
        }
    }

    private func scores(_ way: PositionReading.Way, shift: (Int, Int)) -> [Int] {
        byDocument.enumerated().flatMap { document, indices -> [Int] in
            guard let text = documents[document], !indices.isEmpty else { return [] }
            let positions = indices.map { (selections[$0].start, selections[$0].end) }
            return EdgeScores.scores(text, positions, text.simplest(way), shift: shift)
        }
    }

    private func reason(_ basis: PositionReading.Basis, _ trials: [PositionReading.Trial], wordsSpeak: Bool) -> String {
        let best = trials[0]
        switch basis {
        case .noDifference:
            return "all ways of counting mean the same here"
        case .words:
            return "the words of \(best.fitting) of \(best.compared) selections fit"
        case .boundaries:
            let next = trials.dropFirst().map(\.atWordEdges).max() ?? 0
            return "\(best.atWordEdges) of \(best.selections) selections begin and end where words do"
                + (next < best.atWordEdges ? ", and at most \(next) when counted otherwise" : "")
        }
    }

    private func undecided(_ best: Int, _ rival: Int, _ tallies: [Tally]) -> ImportError {
        func told(_ index: Int) -> String {
            "\(ways[index]) (\(tallies[index].atWordEdges) selections begin and end where words do)"
        }
        return ImportError(
            .undecidedPositions,
            "the positions of the selections can be counted as \(told(best)) or as \(told(rival)), and nothing decides "
                + "between them: quotes could be a character off",
            help: "export the project from its tool in another format that carries the words, such as a table"
        )
    }
}

/// Values in ascending order, and where each of the original ones went.
struct Ascending {
    /// The distinct values.
    let values: [Int]
    /// For each original value, its place among the distinct ones.
    let places: [Int]

    init(_ original: [Int]) {
        let order = original.indices.sorted { original[$0] < original[$1] }
        var values: [Int] = []
        var places = [Int](repeating: 0, count: original.count)
        for index in order {
            if values.last != original[index] { values.append(original[index]) }
            places[index] = values.count - 1
        }
        self.values = values
        self.places = places
    }
}
