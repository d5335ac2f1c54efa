import Diagnostics

/// Makes quotations from what was proved: one for each stretch, with all of its codes.
struct QuotationBuilder {
    /// What was noticed so far.
    private(set) var findings: FindingList

    private let draft: ProjectDraft
    private let codePlaces: [Int]
    private var marked = MarkedStretches()
    private var spoken = SpokenPassages()
    private var cases = CaseStretches()

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

    /// Adds selections with what became of each.
    mutating func add(_ selections: [ProjectDraft.Selection], _ outcomes: [SelectionProof.Outcome]) {
        var teller = SelectionTeller(draft)
        for (selection, outcome) in zip(selections, outcomes) {
            teller.tell(selection, outcome, into: &findings)
            guard case .proved(let range, _) = outcome else { continue }
            if let speaker = selection.speakingCase {
                cases.add(speaker, selection.document, range)
            } else {
                marked.add(selection, range, codes: selection.codes.map { codePlaces[$0] })
            }
        }
        teller.tellCounts(into: &findings)
    }

    /// Adds words that come without positions.
    mutating func add(_ passages: [ProjectDraft.Passage]) {
        for passage in passages {
            let text = tidied(passage)
            if !text.isEmpty { spoken.add(passage, text, codes: passage.codes.map { codePlaces[$0] }) }
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

    /// All quotations that have a code: by document and position, then those without positions in their order.
    mutating func built(way: PositionReading.Way?) -> Built {
        var result = Built(quotations: [], speakingCases: [], cases: cases.cases(of: draft, way))
        var comments = 0
        let all = marked.quotations(of: draft.documents).map { (quotation: $0, speaker: Int?.none) } + spoken.quotations
        for (quotation, speaker) in all {
            guard !quotation.codes.isEmpty else {
                comments += 1
                continue
            }
            result.quotations.append(quotation)
            result.speakingCases.append(speaker)
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
        return result
    }
}

extension CodedProject.Quotation {
    /// Takes what one more selection or passage says of the same words.
    mutating func add(codes added: [Int], memo: String?, isImportant more: Bool, toolID: String?) {
        for code in added where !codes.contains(code) { codes.append(code) }
        if let memo = memo?.unlessBlank, !memos.contains(memo) { memos.append(memo) }
        if more { isImportant = true }
        if let toolID, toolIDs.last != toolID { toolIDs.append(toolID) }
    }
}
