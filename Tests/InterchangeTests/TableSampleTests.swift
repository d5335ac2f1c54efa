// The study is real, its recoding and all lines of interviewers are invented; see Fixtures/README.md.

import Interchange
import TestSupport
import Testing

@Suite("Tables that hold a part")
struct TableSampleTests {
    static let groupless = ["tool/qualcoder/coding_report_by_files.csv", "tool/qualcoder/coding_report_by_files.xlsx"]

    @Test("A report by files has all but the groups, and says so", arguments: ["v1", "v2"], groupless)
    func reportsByFiles(version: String, file: String) throws {
        let expected = try Sample.version(version)
        let project = try Sample.project("\(version)/\(file)")
        #expect(project.lines(expected) == expected.lines(group: { _ in nil }))
        #expect(
            project.people.reason == "the file names no groups; names fit the patterns ‘C*’, ‘PSW*’, ‘SU*’, which "
                + "content/import.yml can give groups to"
        )
    }

    @Test("Groups come from the names of documents where a person gives patterns", arguments: ["v1", "v2"], groupless)
    func patterns(version: String, file: String) throws {
        let expected = try Sample.version(version)
        let groups = [("C#", "clinicians"), ("PSW#", "peer support workers"), ("SU#", "service users")]
        let mapping = ImportMapping(
            groups: .names(groups.map { GroupRule.NameGroup(pattern: NamePattern($0.0), group: $0.1) })
        )
        let project = try Sample.project("\(version)/\(file)", mapping: mapping)
        #expect(project.lines(expected) == expected.lines())
    }

    @Test(
        "Taguette's tables have all but the breaks between paragraphs, and say so",
        arguments: ["v1", "v2"],
        ["tool/taguette/highlights_all.csv", "tool/taguette/highlights_all.xlsx"]
    )
    func taguette(version: String, file: String) throws {
        let expected = try Sample.version(version)
        let project = try Sample.project("\(version)/\(file)")
        let lines = expected.lines(
            { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") },
            group: { _ in nil }
        )
        #expect(project.lines(expected) == lines)
        #expect(project.findings.map(\.rule.name) == ["import-lossy"])
    }

    @Test("What Windows-1252 cannot hold is named", arguments: ["v1", "v2"])
    func narrow(version: String) throws {
        let expected = try Sample.version(version)
        let project = try Sample.project("\(version)/made_by_us/maxqda/coded_segments_semicolon_cp1252.csv")
        let lines = expected.lines { text in
            String(text.map { $0 == "🙂" ? "??" : String($0) }.joined())
        }
        #expect(project.lines(expected) == lines)
        #expect(
            project.findings.map { "\($0.rule.name) \($0.line.map(String.init) ?? "")" } == [
                "import-lossy ", "import-lost-characters \(version == "v1" ? 6 : 5)",
            ]
        )
    }

    @Test("Codebooks come in with their descriptions and their hierarchy", arguments: ["v1", "v2"])
    func codebooks(version: String) throws {
        let expected = try Sample.version(version)
        let titles = (expected.themes.map(\.title) + expected.codes.map(\.title)).sorted()
        let tags = (expected.themes.map(\.tag) + expected.codes.map(\.tag)).sorted()
        for file in ["tool/taguette/codebook.csv", "tool/taguette/codebook.xlsx", "tool/taguette/codebook.qdc"] {
            let project = try Sample.project("\(version)/\(file)")
            #expect(project.codes.map { $0.path.joined(separator: ".") }.sorted() == tags)
            if !file.hasSuffix("qdc") { #expect(project.codes.compactMap(\.description).sorted() == titles) }
        }
        let project = try Sample.project("\(version)/tool/qualcoder/Codebook-peer_support.qdc")
        #expect(project.codes.map(\.name).sorted() == titles)
        #expect(
            project.codes.filter(\.isCodable).map { expected.tag($0) }.sorted() == expected.codes.map(\.tag).sorted()
        )
        #expect(project.origin.format == .refiCodebook)
    }

    @Test(
        "The small samples that the fuzzer begins with are read",
        arguments: [
            ("atlas.qdpx", 6), ("nvivo.qdpx", 6), ("qualcoder.qdpx", 6), ("inline.qde", 6), ("taguette.sqlite3", 7),
            ("qualcoder.qda", 7), ("taguette.xlsx", 33), ("informality.txt", 6), ("codebook.xlsx", 0),
            ("codebook.qdc", 0),
        ]
    )
    func small(file: String, count: Int) throws {
        let project = try Sample.project("small/\(file)")
        #expect(project.quotations.count == count)
        #expect(!project.codes.isEmpty)
    }
}
