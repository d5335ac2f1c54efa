/// Where cases speak, as their own positions and as codings with them say.
struct CaseStretches {
    /// A range of bytes of a document, in which a case speaks.
    private typealias Found = (speaker: Int, range: Range<Int>)

    private var coded: [(document: Int, found: Found)] = []

    /// Adds what a coding with a case says.
    mutating func add(_ speaker: Int, _ document: Int, _ range: Range<Int>) {
        coded.append((document, (speaker, range)))
    }

    /// The cases with their stretches; `way` is how the tool counts positions, if that is known. All positions of a document
    /// are found in one pass over it.
    func cases(of draft: ProjectDraft, _ way: PositionReading.Way?) -> [CodedProject.Case] {
        var cases = draft.cases.map { draft in
            CodedProject.Case(name: draft.name, attributes: draft.attributes, toolID: draft.toolID)
        }
        for (index, entry) in draft.cases.enumerated() {
            for (document, positions) in entry.stretches where positions == nil || way == nil {
                cases[index].add(CodedProject.Stretch(document: document))
            }
        }
        for (document, stretches) in found(in: draft, way).enumerated() where !stretches.isEmpty {
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

    /// What is found in each document: what cases say by positions, counted as those of selections, and then the codings.
    private func found(in draft: ProjectDraft, _ way: PositionReading.Way?) -> [[Found]] {
        var found = draft.documents.map { _ in [Found]() }
        var given = draft.documents.map { _ in [(speaker: Int, positions: Range<Int>)]() }
        for (index, entry) in draft.cases.enumerated() {
            for (document, positions) in entry.stretches {
                if let positions { given[document].append((index, positions)) }
            }
        }
        for (document, stretches) in given.enumerated() where !stretches.isEmpty {
            guard let way, let text = draft.documents[document].text else { continue }
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
        for (document, stretch) in coded { found[document].append(stretch) }
        return found
    }
}

extension CodedProject.Case {
    fileprivate mutating func add(_ stretch: CodedProject.Stretch) {
        // Exports often say the same several times in a row.
        if stretches.last != stretch { stretches.append(stretch) }
    }
}
