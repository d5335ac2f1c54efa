/// Quotations whose words come without positions. Equal ones in a document are one, unless they have the same code: then
/// they were said twice.
struct SpokenPassages {
    private struct Key: Hashable {
        let document: Int
        let text: String
        let place: String
        let speaker: Int?
    }

    private var all: [(quotation: CodedProject.Quotation, speaker: Int?)] = []
    private var places: [Key: [Int]] = [:]

    /// Adds a passage with its words as they are to be shown.
    mutating func add(_ passage: ProjectDraft.Passage, _ text: String, codes: [Int]) {
        let key = Key(document: passage.document, text: text, place: passage.place, speaker: passage.speakingCase)
        let known = places[key, default: []].first { place in
            !codes.contains { all[place].quotation.codes.contains($0) }
        }
        let place = known ?? all.count
        if known == nil {
            places[key, default: []].append(place)
            all.append((CodedProject.Quotation(text: text, document: passage.document), passage.speakingCase))
        }
        all[place].quotation.add(
            codes: codes,
            memo: passage.memo,
            isImportant: passage.isImportant,
            toolID: passage.toolID
        )
    }

    /// All of them in the order in which they came first, with the case that speaks where the format says so; codes ascend.
    var quotations: [(quotation: CodedProject.Quotation, speaker: Int?)] {
        all.map { entry in
            var entry = entry
            entry.quotation.codes.sort()
            return entry
        }
    }
}
