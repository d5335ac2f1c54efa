import Diagnostics

/// Makes quotations from what was proved: one for each stretch, with all of its codes.
struct QuotationBuilder {
    /// What was noticed so far.
    private(set) var findings: FindingList

    private let draft: ProjectDraft
    private let codePlaces: [Int]
    private var spans: [Span] = []
    private var placeOfSpan: [SpanKey: Int] = [:]
    private var stretches: [(speaker: Int, document: Int, range: Range<Int>)] = []
    private var spoken: [Spoken] = []
    private var placeOfSpoken: [SpokenKey: [Int]] = [:]

    private struct SpanKey: Hashable {
        let document: Int
        let range: Range<Int>
    }

    private struct Span {
        let key: SpanKey
        var quotation: CodedProject.Quotation
    }

    private struct SpokenKey: Hashable {
        let document: Int
        let text: String
        let place: String
        let speaker: Int?
    }

    private struct Spoken {
        var quotation: CodedProject.Quotation
        var speaker: Int?
    }

    /// What came of it.
    struct Built {
        var quotations: [CodedProject.Quotation]
        /// The case that speaks in each quotation, where the format says so.
        var speakingCases: [Int?]
        var cases: [CodedProject.Case]
    }

    init(draft: ProjectDraft, codePlaces: [Int]) {
        self.draft = draft
        self.codePlaces = codePlaces
        findings = draft.findings
    }

    // MARK: Selections

    /// Adds selections with what became of each.
    mutating func add(_ selections: [ProjectDraft.Selection], _ outcomes: [SelectionProof.Outcome]) {
        var caseCodings = 0
        var empty = 0
        var withoutText = [Int](repeating: 0, count: draft.documents.count)
        var misfits = [Int](repeating: 0, count: draft.documents.count)
        for (selection, outcome) in zip(selections, outcomes) {
            switch outcome {
            case .proved(let range, let note):
                if let speaker = selection.speakingCase {
                    stretches.append((speaker, selection.document, range))
                    caseCodings += 1
                } else {
                    keep(selection, range)
                    tell(note, selection, range)
                }
            case .noText: withoutText[selection.document] += 1
            case .documentMisfit: misfits[selection.document] += 1
            case .empty: empty += 1
            case .outside:
                tellLeftOut(.importOutside, selection, "lies outside of the text or cuts a character, and is left out")
            case .misfit:
                tellLeftOut(
                    .importMisfit,
                    selection,
                    "does not give the words that were written down for it, and is left out"
                )
            case .unproved:
                tellLeftOut(
                    .importUnproved,
                    selection,
                    "cuts words, nothing proves that this was meant, and it is left out"
                )
            }
        }
        if caseCodings > 0 {
            findings.add(
                .importCaseCoding,
                count: caseCodings,
                caseCodings.counted(
                    "coding with a case says who speaks and is no quote",
                    "codings with cases say who speaks and are no quotes"
                )
            )
        }
        if empty > 0 {
            findings.add(
                .importEmptySelection,
                count: empty,
                empty.counted("selection holds no words and is left out", "selections hold no words and are left out")
            )
        }
        for (document, count) in withoutText.enumerated() where count > 0 {
            findings.add(
                .importNoText,
                count: count,
                document: document,
                help: "export the project together with its documents, as text",
                "the text of ‘\(name(document))’ is not in the file, so \(count.counted("selection is", "selections are")) left out"
            )
        }
        for (document, count) in misfits.enumerated() where count > 0 {
            findings.add(
                .importDocumentMisfit,
                count: count,
                document: document,
                help: "export the project again",
                "the selections in ‘\(name(document))’ cut words, so its text is not the one that was coded; "
                    + "\(count.counted("selection is", "selections are")) left out"
            )
        }
    }

    private mutating func keep(_ selection: ProjectDraft.Selection, _ range: Range<Int>) {
        let key = SpanKey(document: selection.document, range: range)
        let place: Int
        if let known = placeOfSpan[key] {
            place = known
        } else {
            place = spans.count
            placeOfSpan[key] = place
            spans.append(Span(key: key, quotation: CodedProject.Quotation(text: "", document: selection.document)))
        }
        Self.add(
            to: &spans[place].quotation,
            codes: selection.codes.map { codePlaces[$0] },
            memo: selection.memo,
            isImportant: selection.isImportant,
            toolID: selection.toolID
        )
    }

    /// Not of the value itself: as long as that is in use, its lists would be copied for each change.
    private static func add(
        to quotation: inout CodedProject.Quotation,
        codes: some Sequence<Int>,
        memo: String?,
        isImportant: Bool,
        toolID: String?
    ) {
        for code in codes where !quotation.codes.contains(code) { quotation.codes.append(code) }
        if let memo = memo?.unlessBlank, !quotation.memos.contains(memo) { quotation.memos.append(memo) }
        if isImportant { quotation.isImportant = true }
        if let toolID, quotation.toolIDs.last != toolID { quotation.toolIDs.append(toolID) }
    }

    private mutating func tell(_ note: SelectionProof.Note?, _ selection: ProjectDraft.Selection, _ range: Range<Int>) {
        guard let note, note != .otherWay, let text = draft.documents[selection.document].text else { return }
        let name = name(selection.document)
        let shown = text.shown(range).shownShort
        switch note {
        case .otherWay: break
        case .insideWord:
            findings.add(
                .importInsideWord,
                document: selection.document,
                "‘\(shown)’ in ‘\(name)’ begins or ends in the middle of a word"
            )
        case .cutOff:
            findings.add(
                .importCutOff,
                document: selection.document,
                "the tool wrote ‘\(shown)’ in ‘\(name)’ down a few characters off; the words are those of the document"
            )
        case .moved:
            findings.add(
                .importMoved,
                document: selection.document,
                "the words ‘\(shown)’ in ‘\(name)’ were found at another place than their positions say"
            )
        }
    }

    private mutating func tellLeftOut(_ rule: Rule, _ selection: ProjectDraft.Selection, _ what: String) {
        let words = selection.words.map { " (‘\(String(decoding: $0.bytes, as: UTF8.self).shownShort)’)" } ?? ""
        findings.add(
            rule,
            document: selection.document,
            "the selection \(selection.start)–\(selection.end) in ‘\(name(selection.document))’\(words) \(what)"
        )
    }

    private func name(_ document: Int) -> String { draft.documents[document].name.shownShort }

    // MARK: Passages

    /// Adds words that come without positions. Equal ones in a document are one quotation, unless they have the same
    /// code: then they were said twice.
    mutating func add(_ passages: [ProjectDraft.Passage]) {
        for passage in passages {
            let text = tidied(passage)
            guard !text.isEmpty else { continue }
            let key = SpokenKey(
                document: passage.document,
                text: text,
                place: passage.place,
                speaker: passage.speakingCase
            )
            let codes = passage.codes.map { codePlaces[$0] }
            let known = placeOfSpoken[key, default: []].first { place in
                !codes.contains { spoken[place].quotation.codes.contains($0) }
            }
            let place = known ?? spoken.count
            if known == nil {
                placeOfSpoken[key, default: []].append(place)
                spoken.append(
                    Spoken(
                        quotation: CodedProject.Quotation(text: text, document: passage.document),
                        speaker: passage.speakingCase
                    )
                )
            }
            Self.add(
                to: &spoken[place].quotation,
                codes: codes,
                memo: passage.memo,
                isImportant: passage.isImportant,
                toolID: passage.toolID
            )
        }
    }

    private mutating func tidied(_ passage: ProjectDraft.Passage) -> String {
        let text = DocumentText(passage.text)
        let range = text.trimmed(0..<text.bytes.count)
        if text.isMended(range) {
            findings.add(
                .importMojibake,
                document: passage.document,
                line: passage.line,
                "letters of ‘\(text.shown(range).shownShort)’ were broken by a wrong encoding and are mended"
            )
        }
        return text.shown(range)
    }

    // MARK: The result

    /// All quotations that have a code: by document and position, then those without positions in their order.
    mutating func built(way: PositionReading.Way?) -> Built {
        spans.sort { left, right in
            let (first, second) = (left.key, right.key)
            return (first.document, first.range.lowerBound, -first.range.upperBound)
                < (second.document, second.range.lowerBound, -second.range.upperBound)
        }
        var result = Built(quotations: [], speakingCases: [], cases: [])
        var comments = 0
        var start = 0
        while start < spans.count {
            let document = spans[start].key.document
            var end = start
            while end < spans.count, spans[end].key.document == document { end += 1 }
            guard let text = draft.documents[document].text else { break }
            let ascending = Ascending(spans[start..<end].map(\.key.range.upperBound))
            let points = text.codePoints(before: ascending.values)
            for index in start..<end {
                var quotation = spans[index].quotation
                guard !quotation.codes.isEmpty else {
                    comments += 1
                    continue
                }
                quotation.text = text.shown(spans[index].key.range)
                // From the end, as a line break may be shown right before the words that no byte stands for.
                let last = points[ascending.places[index - start]]
                quotation.range = last - quotation.text.unicodeScalars.count..<last
                quotation.codes.sort()
                result.quotations.append(quotation)
                result.speakingCases.append(nil)
            }
            start = end
        }
        for entry in spoken {
            var quotation = entry.quotation
            guard !quotation.codes.isEmpty else {
                comments += 1
                continue
            }
            quotation.codes.sort()
            result.quotations.append(quotation)
            result.speakingCases.append(entry.speaker)
        }
        if comments > 0 {
            findings.add(
                .importComment,
                count: comments,
                comments.counted(
                    "marked stretch of text has no code and is left out",
                    "marked stretches of text have no code and are left out"
                )
            )
        }
        result.cases = cases(way)
        return result
    }

    /// The cases with their stretches. All positions of a document are found in one pass over it.
    private func cases(_ way: PositionReading.Way?) -> [CodedProject.Case] {
        var cases = draft.cases.map { draft in
            CodedProject.Case(name: draft.name, attributes: draft.attributes, toolID: draft.toolID)
        }
        var found = draft.documents.map { _ in [(speaker: Int, range: Range<Int>)]() }
        for (index, entry) in draft.cases.enumerated() {
            for (document, positions) in entry.stretches where positions == nil || way == nil {
                cases[index].add(CodedProject.Stretch(document: document))
            }
        }
        if let way { addStretches(way, to: &found) }
        for (speaker, document, range) in stretches { found[document].append((speaker, range)) }
        for (document, stretches) in found.enumerated() where !stretches.isEmpty {
            guard let text = draft.documents[document].text else { continue }
            let whole = text.trimmed(0..<text.bytes.count)
            let ascending = Ascending(stretches.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
            let points = text.codePoints(before: ascending.values)
            for (place, (speaker, range)) in stretches.enumerated() {
                let part = points[ascending.places[place * 2]]..<points[ascending.places[place * 2 + 1]]
                cases[speaker].add(CodedProject.Stretch(document: document, range: range == whole ? nil : part))
            }
        }
        return cases
    }

    /// What cases say by positions, counted as those of selections.
    private func addStretches(_ way: PositionReading.Way, to found: inout [[(speaker: Int, range: Range<Int>)]]) {
        var given = draft.documents.map { _ in [(speaker: Int, positions: Range<Int>)]() }
        for (index, entry) in draft.cases.enumerated() {
            for (document, positions) in entry.stretches {
                if let positions { given[document].append((index, positions)) }
            }
        }
        for (document, stretches) in given.enumerated() where !stretches.isEmpty {
            guard let text = draft.documents[document].text else { continue }
            let ascending = Ascending(stretches.flatMap { [$0.positions.lowerBound, $0.positions.upperBound] })
            let offsets = text.offsets(of: ascending.values, text.simplest(way))
            for (place, stretch) in stretches.enumerated() {
                let start = offsets[ascending.places[place * 2]]
                let end = offsets[ascending.places[place * 2 + 1]]
                let last = end < 0 ? text.bytes.count : end
                guard start >= 0, start <= last else { continue }
                found[document].append((stretch.speaker, text.trimmed(start..<last)))
            }
        }
    }
}

extension CodedProject.Case {
    fileprivate mutating func add(_ stretch: CodedProject.Stretch) {
        // Exports often say the same several times in a row.
        if stretches.last != stretch { stretches.append(stretch) }
    }
}
