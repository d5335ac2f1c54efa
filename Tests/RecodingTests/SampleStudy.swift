import CSV
import Recoding
import Study
import TestSupport

extension Sample {
    /// The id of the theme that has a tag.
    static func theme(_ tag: String) -> String { tag.replacing(" ", with: "_") }

    /// What a tool gives of it.
    var recoded: Recoded {
        Recoded(
            quotes: quotes.map {
                RecodedQuote(participant: ParticipantID($0.participant), text: $0.text, codes: $0.codes)
            },
            participants: Set(participants.map { ParticipantID($0.id) }),
            titles: Dictionary(uniqueKeysWithValues: codes.map { ($0.tag, $0.title) })
        )
    }

    /// The study that has these quotes, with their keys as ids.
    func study() throws -> Study {
        try study(rows: quotes.map { ($0.key, $0.participant, $0.codes.joined(separator: "; "), $0.text) })
    }

    /// The study that has these rows of quotes.
    func study(rows: [(id: String, participant: String, codes: String, text: String)]) throws -> Study {
        let groups = participants.map(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        func slug(_ text: String) -> String { text.replacing(" ", with: "-") }
        var about = "title: A recoded study\ngroups:\n"
        for group in groups { about += "  - {id: \(slug(group)), title: \(group), singular: one of \(group)}\n" }
        var codebook = "themes:\n"
        for theme in themes { codebook += "  - {id: \(theme.tag), title: \"\(theme.title)\"}\n" }
        for code in codes {
            codebook += "  - {id: \(Self.theme(code.tag)), parent: \(code.theme), title: \"\(code.title)\", "
            codebook += "codes: [\"\(code.tag)\"]}\n"
        }
        var people = CSVWriter()
        people.row(["participant", "group"])
        for participant in participants { people.row([participant.id, slug(participant.group)]) }
        var table = CSVWriter()
        table.row(["id", "participant", "codes", "text"])
        for row in rows { table.row([row.id, row.participant, row.codes, row.text]) }
        return try Invented.study([
            "study.yml": Array(about.utf8), "codebook.yml": Array(codebook.utf8), "participants.csv": people.bytes,
            "quotes/all.csv": table.bytes,
        ])
    }
}
