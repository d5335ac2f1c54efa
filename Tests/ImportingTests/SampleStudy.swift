import CSV
import StudyFiles
import TestSupport

extension Sample {
    /// The id of the theme that has a tag.
    static func theme(_ tag: String) -> String {
        tag.split(separator: ".").last.map { String($0).replacing(" ", with: "-") } ?? tag
    }

    /// The real quotes of the first version as a study, with their keys as ids. The second codings and the overlapping
    /// quotes, which were invented, are not in it.
    static func firstStudy(withIDs: Bool = true) throws -> StudyFolder {
        let sample = try version("v1")
        var files = sample.frame
        let groups = Dictionary(uniqueKeysWithValues: sample.participants.map { ($0.id, $0.group) })
        var tables: [String: CSVWriter] = [:]
        for quote in sample.quotes where !quote.key.hasPrefix("o") {
            let path = "quotes/" + (groups[quote.participant] ?? "").replacing(" ", with: "-") + ".csv"
            var table = tables[path] ?? CSVWriter()
            if tables[path] == nil {
                table.row(withIDs ? ["id", "participant", "codes", "text"] : ["participant", "codes", "text"])
            }
            table.row((withIDs ? [quote.key] : []) + [quote.participant, theme(quote.codes[0]), quote.text])
            tables[path] = table
        }
        for (path, table) in tables { files[path] = table.bytes }
        return StudyFolder(texts: files)
    }

    /// What the study has beside its quotes.
    private var frame: [String: [UInt8]] {
        let groups = participants.map(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        func slug(_ text: String) -> String { text.replacing(" ", with: "-") }
        var about = "title: A recoded study\ngroups:\n"
        for group in groups { about += "  - {id: \(slug(group)), title: \(group), singular: one of \(group)}\n" }
        var codebook = "# The codebook of a test.\nthemes:\n"
        for theme in themes {
            codebook += "  - id: \(theme.tag)\n    title: \"\(theme.title)\"\n    themes:\n"
            for code in codes where code.theme == theme.tag {
                codebook += "      - id: \(Self.theme(code.tag))\n        title: \"\(code.title)\"  # as printed\n"
                codebook += "        codes: [\(code.tag)]\n"
            }
        }
        var people = CSVWriter()
        people.row(["participant", "group"])
        for participant in participants { people.row([participant.id, slug(participant.group)]) }
        return [
            "study.yml": Array(about.utf8), "codebook.yml": Array(codebook.utf8), "participants.csv": people.bytes,
        ]
    }
}
