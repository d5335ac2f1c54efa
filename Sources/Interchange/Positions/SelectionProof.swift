/// Proves selections one by one, once it is known how the project counts.
struct SelectionProof {
    private let documents: [DocumentText?]
    private let selections: [ProjectDraft.Selection]
    private let reading: PositionReading
    private let ways: [PositionReading.Way]

    /// What became of a selection.
    enum Outcome: Equatable {
        /// These bytes of its document are meant.
        case proved(Range<Int>, Note?)
        /// It holds no words.
        case empty
        /// It lies outside of its document or cuts a character.
        case outside
        /// Its words are not there.
        case misfit
        /// It cuts words, and nothing in its document proves that its text is the one that was coded.
        case unproved
        /// Most of its document's selections cut words.
        case documentMisfit
        /// The text of its document is not in the file.
        case noText
    }

    /// What is worth telling about a selection that was proved.
    enum Note: Equatable {
        /// Its own words prove another way of counting.
        case otherWay
        /// It begins or ends in the middle of a word.
        case insideWord
        /// The tool wrote its words down cut off.
        case cutOff
        /// Its words were found elsewhere.
        case moved
    }

    /// A score of both ends at which a selection is taken for a mistake: it cuts two words, or one and holds a space.
    private static let doubtful = -400

    /// How many bytes may be searched for words that are not at their place.
    private static let searchBudget = 400_000_000

    init(
        documents: [DocumentText?],
        selections: [ProjectDraft.Selection],
        reading: PositionReading,
        ways: [PositionReading.Way]
    ) {
        self.documents = documents
        self.selections = selections
        self.reading = reading
        self.ways = ways
    }

    /// What became of each selection, in their order.
    func outcomes() -> [Outcome] {
        var outcomes = [Outcome](repeating: .noText, count: selections.count)
        var byDocument = [[Int]](repeating: [], count: documents.count)
        for (index, selection) in selections.enumerated() { byDocument[selection.document].append(index) }
        var budget = Self.searchBudget
        for (document, indices) in byDocument.enumerated() where !indices.isEmpty {
            guard let text = documents[document] else { continue }
            prove(text, indices, &budget, &outcomes)
        }
        return outcomes
    }

    private func prove(_ text: DocumentText, _ indices: [Int], _ budget: inout Int, _ outcomes: inout [Outcome]) {
        let ascending = Ascending(indices.flatMap { [selections[$0].start, selections[$0].end] })
        let chosen = text.simplest(reading.chosen)
        var others: [PositionReading.Way] = []
        for way in ways.map(text.simplest) where way != chosen && !others.contains(way) { others.append(way) }
        let offsets = text.offsets(of: ascending.values, chosen)
        // Only looked at where words do not fit.
        var otherOffsets: [[Int]]?

        var withoutWords: [Int] = []
        var misplaced: [Misplaced] = []
        var moves: [(start: Int, by: Int)] = []
        var hasFittingWords = false
        for (place, index) in indices.enumerated() {
            let (first, last) = (ascending.places[place * 2], ascending.places[place * 2 + 1])
            let (start, end) = (offsets[first], offsets[last])
            guard let words = selections[index].words, words.isCertain || reading.namesAreWords else {
                outcomes[index] = plain(text, start, end)
                if case .proved = outcomes[index] { withoutWords.append(index) }
                continue
            }
            if start == end, start >= 0 {
                outcomes[index] = .empty
                continue
            }
            if start >= 0, end > start, words.fit(text.bytes, start..<end).isFit {
                hasFittingWords = true
                outcomes[index] = text.trimmed(start..<end).isEmpty ? .empty : .proved(text.trimmed(start..<end), nil)
                continue
            }
            let tried = otherOffsets ?? others.map { text.offsets(of: ascending.values, $0) }
            otherOffsets = tried
            let fitting = tried.first { offsets in
                let (start, end) = (offsets[first], offsets[last])
                // A beginning would not prove where the words end.
                return start >= 0 && end > start && words.fit(text.bytes, start..<end) == .whole
            }
            if let fitting {
                outcomes[index] = .proved(text.trimmed(fitting[first]..<fitting[last]), .otherWay)
            } else {
                outcomes[index] = elsewhere(text, words, start, end, &budget)
                if case .proved(let range, .moved) = outcomes[index], start >= 0 {
                    moves.append((start, range.lowerBound - start))
                } else if words.isCertain, outcomes[index] == .misfit, start >= 0, end > start {
                    misplaced.append(Misplaced(index: index, range: start..<end, words: words))
                }
            }
        }
        follow(moves, text, misplaced, &outcomes)
        // Words that fit prove that the text is the one that was coded.
        if !hasFittingWords { judgeDocument(text, chosen, withoutWords, &outcomes) }
    }

    /// A selection whose words stand elsewhere, or more than once.
    private struct Misplaced {
        let index: Int
        let range: Range<Int>
        let words: Words
    }

    /// Words that were said several times are those that moved as far as what stands next to them.
    private func follow(
        _ moves: [(start: Int, by: Int)],
        _ text: DocumentText,
        _ misplaced: [Misplaced],
        _ outcomes: inout [Outcome]
    ) {
        let moves = moves.sorted { $0.start < $1.start }
        for selection in misplaced {
            var next = 0
            var high = moves.count
            while next < high {
                let middle = (next + high) / 2
                if moves[middle].start < selection.range.lowerBound { next = middle + 1 } else { high = middle }
            }
            for move in moves[max(0, next - 1)..<min(moves.count, next + 1)] {
                let (start, end) = (selection.range.lowerBound + move.by, selection.range.upperBound + move.by)
                guard start >= 0, end <= text.bytes.count,
                    selection.words.fit(text.bytes, start..<end) == .whole
                else { continue }
                outcomes[selection.index] = .proved(text.trimmed(start..<end), .moved)
                break
            }
        }
    }

    /// A selection without words to compare with.
    private func plain(_ text: DocumentText, _ start: Int, _ end: Int) -> Outcome {
        guard start >= 0, end >= start else { return .outside }
        let range = text.trimmed(start..<end)
        guard !range.isEmpty else { return .empty }
        let (first, last) = edges(text, start, end)
        if first == .impossible || last == .impossible { return .outside }
        return .proved(range, first.isInsideWord || last.isInsideWord ? .insideWord : nil)
    }

    /// A selection whose words do not stand where its positions say.
    private func elsewhere(
        _ text: DocumentText,
        _ words: Words,
        _ start: Int,
        _ end: Int,
        _ budget: inout Int
    ) -> Outcome {
        let isPlaced = start >= 0 && end > start
        if isPlaced, words.bytes.count >= 8, isCutOff(text, words, start, end) {
            let (first, last) = edges(text, start, end)
            if first.isAtWordEdge, last.isAtWordEdge { return .proved(text.trimmed(start..<end), .cutOff) }
        }
        guard words.isCertain else {
            // What may be a title proves nothing, and may be cut: only positions that fit are believed then.
            let byPosition = isPlaced ? plain(text, start, end) : .outside
            return byPosition.isDoubtful ? .misfit : byPosition
        }
        guard words.bytes.count >= 12, budget > text.bytes.count else { return .misfit }
        budget -= text.bytes.count
        let found = text.bytes.occurrences(of: words.bytes, limit: 2)
        guard found.count == 1 else { return .misfit }
        return .proved(text.trimmed(found[0]..<found[0] + words.bytes.count), .moved)
    }

    /// Whether the words are those of the range but for a few characters at its ends.
    private func isCutOff(_ text: DocumentText, _ words: Words, _ start: Int, _ end: Int) -> Bool {
        let slack = 8
        let from = max(0, start - slack)
        let to = min(text.bytes.count, end + slack)
        guard to - from <= words.bytes.count + 6 * slack else { return false }
        let around = Array(text.bytes[from..<to])
        return words.withoutSpace(around, contains: words.bytes)
    }

    private func edges(_ text: DocumentText, _ start: Int, _ end: Int) -> (Edge, Edge) {
        text.bytes.withUnsafeBufferPointer { (Edge.start($0, at: start), Edge.end($0, at: end)) }
    }

    /// If the selections of a document stand where nobody selects, or would fit better if they were all moved, its text is
    /// not the one that was coded.
    private func judgeDocument(
        _ text: DocumentText,
        _ way: PositionReading.Way,
        _ indices: [Int],
        _ outcomes: inout [Outcome]
    ) {
        let positions = indices.map { (selections[$0].start, selections[$0].end) }
        let scores = EdgeScores.scores(text, positions, way)
        let score = scores.reduce(0, +)
        let isShifted = [-2, -1, 1, 2].contains { shift in
            let moved = EdgeScores.scores(text, positions, way, shift: (shift, shift))
            return EdgeScores.isClearlyBetter(moved, than: scores)
        }
        if isShifted || score < 0 && indices.count >= 3 {
            for index in indices { outcomes[index] = .documentMisfit }
        } else if !indices.isEmpty, scores.allSatisfy({ $0 <= Self.doubtful }) {
            for index in indices { outcomes[index] = .unproved }
        }
    }
}

extension SelectionProof.Outcome {
    /// Whether positions alone do not prove the selection.
    fileprivate var isDoubtful: Bool {
        switch self {
        case .proved(_, let note): note != nil
        default: true
        }
    }
}

extension Words {
    /// Whether a text holds another one, white space aside.
    fileprivate func withoutSpace(_ text: [UInt8], contains other: [UInt8]) -> Bool {
        !text.withoutSpace.occurrences(of: other.withoutSpace, limit: 1).isEmpty
    }
}

extension [UInt8] {
    /// The text without any white space.
    var withoutSpace: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var index = 0
        while index < count {
            let length = whiteSpace(at: index)
            if length == 0 { result.append(self[index]) }
            index += Swift.max(length, 1)
        }
        return result
    }

    /// Where a text occurs, at most so many times.
    func occurrences(of wanted: [UInt8], limit: Int) -> [Int] {
        guard let first = wanted.first, wanted.count <= count else { return [] }
        var found: [Int] = []
        withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                var index = 0
                let last = bytes.count - wanted.count
                while index <= last {
                    if bytes[index] == first {
                        var length = 1
                        while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
                        if length == wanted.count {
                            found.append(index)
                            if found.count == limit { return }
                        }
                    }
                    index += 1
                }
            }
        }
        return found
    }
}
