extension ProjectDraft {
    /// The project with everything proved, or an error if its positions cannot be understood.
    func finished(
        mapping: ImportMapping,
        known: KnownTexts,
        limits: ImportLimits
    ) throws(ImportError) -> CodedProject {
        let tree = try CodeTree(
            codes,
            mayHoldHierarchy: mayHoldHierarchy,
            separator: mapping.hierarchySeparator,
            usual: usualSeparator,
            limits: limits
        )
        var builder = QuotationBuilder(draft: self, codePlaces: tree.places)
        let texts = documents.map(\.text)
        let judge = PositionJudge(documents: texts, selections: selections, ways: ways, usual: usualWay, known: known)
        var reading = try judge.reading()
        if let chosen = reading {
            let proof = SelectionProof(documents: texts, selections: selections, reading: chosen, ways: ways)
            let outcomes = proof.outcomes()
            reading?.exceptions = outcomes.count { if case .proved(_, .otherWay) = $0 { true } else { false } }
            try Self.refuseMisfits(selections, outcomes)
            builder.add(selections, outcomes)
        } else {
            builder.add(selections, selections.map { _ in .noText })
        }
        builder.add(passages)

        var project = CodedProject(origin: origin, name: name?.unlessBlank, codes: tree.codes)
        project.hierarchy = tree.reading
        project.reading = reading
        project.documents = documents.map { document in
            CodedProject.Document(
                name: document.name,
                text: document.text?.shown,
                groups: document.groups,
                attributes: document.attributes,
                toolID: document.toolID
            )
        }
        let built = builder.built(way: reading?.chosen)
        project.quotations = built.quotations
        project.cases = built.cases
        var findings = builder.findings
        noteDamage(in: project, &findings)
        var people = PeopleFinder(project: project, speakingCases: built.speakingCases, mapping: mapping)
        try people.find(&findings)
        project.cases = people.cases
        project.quotations = people.quotations
        project.participants = people.participants
        project.people = people.reading
        project.findings = findings.all
        return project
    }

    /// If most of all selections cut words or lie outside, the positions mean something that is not known here.
    private static func refuseMisfits(
        _ selections: [Selection],
        _ outcomes: [SelectionProof.Outcome]
    ) throws(ImportError) {
        var proved = 0
        var failed = 0
        for outcome in outcomes {
            switch outcome {
            case .proved: proved += 1
            case .outside, .misfit, .unproved, .documentMisfit: failed += 1
            case .empty, .noText: break
            }
        }
        guard failed > proved else { return }
        throw ImportError(
            .positionsDoNotFit,
            "\(failed) of \(failed + proved) selections do not fit the documents, whichever way positions are counted: "
                + "their words are cut, are others than those written down, or lie outside",
            help:
                "export the project again; if its texts were edited outside of the tool, a table of quotes carries the words"
        )
    }

    private func noteDamage(in project: CodedProject, _ findings: inout FindingList) {
        for (index, document) in documents.enumerated() {
            guard let text = document.text else { continue }
            if text.mendCount > 0 {
                findings.add(
                    .importMojibake,
                    count: text.mendCount,
                    document: index,
                    "\(text.mendCount.counted("letter", "letters")) of ‘\(document.name.shownShort)’ came in a wrong encoding and had to be mended"
                )
            }
            if let problem = text.problem {
                findings.add(
                    .importLostCharacters,
                    document: index,
                    "‘\(document.name.shownShort)’ cannot be read throughout: \(problem)"
                )
            }
        }
        let lost = project.quotations.indices.filter { project.quotations[$0].text.unicodeScalars.contains("\u{FFFD}") }
        for index in lost {
            let quotation = project.quotations[index]
            findings.add(
                .importLostCharacters,
                document: quotation.document,
                help: "look the words up in the transcript",
                "a character is lost in ‘\(quotation.text.shownShort)’"
            )
        }
    }
}
