import Diagnostics

/// Tells what became of selections: those of which there is something to say one by one, the others by their number.
struct SelectionTeller {
    private let documents: [ProjectDraft.Document]
    private var caseCodings = 0
    private var empty = 0
    private var withoutText: [Int]
    private var misfits: [Int]

    init(_ draft: ProjectDraft) {
        documents = draft.documents
        withoutText = [Int](repeating: 0, count: documents.count)
        misfits = withoutText
    }

    mutating func tell(
        _ selection: ProjectDraft.Selection,
        _ outcome: SelectionProof.Outcome,
        into findings: inout FindingList
    ) {
        switch outcome {
        case .proved where selection.speakingCase != nil: caseCodings += 1
        case .proved(let range, let note): tell(note, selection, range, into: &findings)
        case .noText: withoutText[selection.document] += 1
        case .documentMisfit: misfits[selection.document] += 1
        case .empty: empty += 1
        case .outside:
            let what = "lies outside of the text or cuts a character, and is left out"
            tellLeftOut(.importOutside, selection, what, into: &findings)
        case .misfit:
            let what = "does not give the words that were written down for it, and is left out"
            tellLeftOut(.importMisfit, selection, what, into: &findings)
        case .unproved:
            let what = "cuts words, nothing proves that this was meant, and it is left out"
            tellLeftOut(.importUnproved, selection, what, into: &findings)
        }
    }

    /// Tells what was only counted.
    func tellCounts(into findings: inout FindingList) {
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

    private func tell(
        _ note: SelectionProof.Note?,
        _ selection: ProjectDraft.Selection,
        _ range: Range<Int>,
        into findings: inout FindingList
    ) {
        guard let note, note != .otherWay, let text = documents[selection.document].text else { return }
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

    private func tellLeftOut(
        _ rule: Rule,
        _ selection: ProjectDraft.Selection,
        _ what: String,
        into findings: inout FindingList
    ) {
        let words = selection.words.map { " (‘\(String(decoding: $0.bytes, as: UTF8.self).shownShort)’)" } ?? ""
        findings.add(
            rule,
            document: selection.document,
            "the selection \(selection.start)–\(selection.end) in ‘\(name(selection.document))’\(words) \(what)"
        )
    }

    private func name(_ document: Int) -> String { documents[document].name.shownShort }
}
