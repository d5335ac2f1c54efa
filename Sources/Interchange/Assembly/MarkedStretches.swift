/// Quotations that are stretches of documents: one for each, however often it was selected.
struct MarkedStretches {
    private struct Key: Hashable {
        let document: Int
        let range: Range<Int>
    }

    private var stretches: [(key: Key, quotation: CodedProject.Quotation)] = []
    private var places: [Key: Int] = [:]

    /// Adds a selection of a range of bytes.
    mutating func add(_ selection: ProjectDraft.Selection, _ range: Range<Int>, codes: [Int]) {
        let key = Key(document: selection.document, range: range)
        let place = places[key] ?? stretches.count
        if place == stretches.count {
            places[key] = place
            stretches.append((key, CodedProject.Quotation(text: "", document: selection.document)))
        }
        stretches[place].quotation.add(
            codes: codes,
            memo: selection.memo,
            isImportant: selection.isImportant,
            toolID: selection.toolID
        )
    }

    /// All of them with their words and positions, by document and position; codes ascend. Positions in a document are found
    /// in one pass over it.
    func quotations(of documents: [ProjectDraft.Document]) -> [CodedProject.Quotation] {
        let sorted = stretches.sorted { left, right in
            let (first, second) = (left.key, right.key)
            return (first.document, first.range.lowerBound, -first.range.upperBound)
                < (second.document, second.range.lowerBound, -second.range.upperBound)
        }
        var quotations: [CodedProject.Quotation] = []
        var rest = sorted[...]
        while let document = rest.first?.key.document, let text = documents[document].text {
            let own = rest.prefix { $0.key.document == document }
            rest = rest[own.endIndex...]
            let ascending = Ascending(own.map(\.key.range.upperBound))
            let points = text.codePoints(before: ascending.values)
            for (place, stretch) in zip(ascending.places, own) {
                var quotation = stretch.quotation
                quotation.text = text.shown(stretch.key.range)
                // From the end, as a line break may be shown right before the words that no byte stands for.
                let last = points[place]
                quotation.range = last - quotation.text.unicodeScalars.count..<last
                quotation.codes.sort()
                quotations.append(quotation)
            }
        }
        return quotations
    }
}
