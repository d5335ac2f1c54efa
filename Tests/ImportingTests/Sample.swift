import CSV
import Foundation
import Importing
import Interchange
import StudyFiles

/// One version of the study in the fixtures of InterchangeTests; see the README there for what is invented.
struct Sample: Decodable {
    struct Participant: Decodable {
        let id: String
        let group: String
    }

    struct Theme: Decodable {
        let tag: String
        let title: String
    }

    struct Code: Decodable {
        let tag: String
        let theme: String
        let title: String
    }

    struct Quote: Decodable {
        let key: String
        let participant: String
        let text: String
        let codes: [String]
    }

    let participants: [Participant]
    let themes: [Theme]
    let codes: [Code]
    let quotes: [Quote]

    static func read(_ version: String) throws -> Sample {
        try JSONDecoder().decode(Sample.self, from: Data(bytes("expected_\(version).json")))
    }

    /// A file of the fixtures.
    static func bytes(_ path: String) throws -> [UInt8] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: tests.appending(path: "InterchangeTests/Fixtures/\(path)")))
    }

    /// What a tool gave, read as the command reads it.
    static func project(_ path: String, mapping: ImportMapping = ImportMapping()) throws -> CodedProject {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try CodedProject.read(bytes: bytes(path), name: name, mapping: mapping)
    }

    /// The id of the theme that has a tag.
    static func theme(_ tag: String) -> String {
        tag.split(separator: ".").last.map { String($0).replacing(" ", with: "-") } ?? tag
    }

    /// The real quotes of the first version as a study, with their keys as ids. The second codings and the overlapping
    /// quotes, which were invented, are not in it.
    static func firstStudy(withIDs: Bool = true) throws -> StudyFolder {
        let sample = try read("v1")
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

/// A study that files are imported into.
struct Desk {
    var folder: StudyFolder

    /// Imports what a tool gave, and puts the files into the folder.
    mutating func take(
        _ project: CodedProject,
        mapping: ImportMapping = ImportMapping(),
        _ change: (inout ImportRequest) -> Void = { _ in }
    ) -> ImportPlan {
        var request = ImportRequest()
        change(&request)
        let plan = ImportPlan(
            folder,
            StudyReader.read(folder),
            importing: project,
            mapping: mapping,
            named: "project",
            request
        )
        for file in plan.files { folder.texts[file.path] = file.bytes }
        return plan
    }

    /// The errors of a plan, as they are told.
    static func errors(_ plan: ImportPlan) -> [String] {
        plan.diagnostics.all.filter { $0.rule.severity == .error }.map { "\($0.rule.name): \($0.summary)" }
    }
}
