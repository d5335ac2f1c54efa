// The study is real, its recoding and all lines of interviewers are invented; see Fixtures/README.md.

import Interchange
import TestSupport
import Testing

@Suite("Files that hold everything")
struct WholeSampleTests {
    /// Projects, which hold documents, and how the positions in them are read.
    private static let readings: KeyValuePairs<String, String> = [
        "tool/qualcoder/peer_support_default_endings.qdpx":
            "UTF-16 units; words; the words of 35 of 35 selections fit",
        "tool/qualcoder/peer_support_maxqda_endings.qdpx":
            "UTF-16 units, line ends as one; words; the words of 35 of 35 selections fit",
        "made_by_us/nvivo_style/peer_support_nvivo_style.qdpx":
            "UTF-16 units; boundaries; 53 of 53 selections begin and end where words do, and at most 41 when counted "
            + "otherwise",
        "made_by_us/atlasti_style/peer_support_atlasti_style.qdpx":
            "Unicode code points, line ends as one; words; the words of 33 of 33 selections fit",
        "tool/taguette/project.sqlite3": "UTF-8 bytes; words; the words of 33 of 33 selections fit",
        "tool/qualcoder/peer_support.qda/data.qda": "UTF-16 units; words; the words of 35 of 35 selections fit",
    ]

    static let projects: [String] = readings.map(\.key)

    static let tables = [
        "made_by_us/maxqda/coded_segments_utf8.csv",
        "made_by_us/atlasti/quotations.csv",
        "made_by_us/dedoose/excerpts.csv",
        "tool/qualcoder/coding_report_by_cases.csv",
        "tool/qualcoder/coding_report_by_cases.xlsx",
    ]

    @Test(
        "Every quote comes in with its words, codes, participant and group",
        arguments: ["v1", "v2"],
        projects + tables
    )
    func quotes(version: String, file: String) throws {
        let expected = try Sample.version(version)
        let project = try Sample.project("\(version)/\(file)")
        #expect(project.lines(expected) == expected.lines())
    }

    @Test("What is no quote is told, and nothing else", arguments: ["v1", "v2"], projects + tables)
    func findings(version: String, file: String) throws {
        let told: [String] =
            switch file {
            case Self.projects[2]:
                ["\(version == "v1" ? 18 : 17) codings with cases say who speaks and are no quotes"]
            case Self.projects[3]: ["1 selection holds no words and is left out"]
            default: []
            }
        #expect(try Sample.project("\(version)/\(file)").findings.map(\.summary) == told)
    }

    @Test("The reading of positions is told, with what speaks for it", arguments: readings.map { ($0.key, $0.value) })
    func positions(file: String, told: String) throws {
        let reading = try #require(try Sample.project("v1/\(file)").reading)
        #expect("\(reading.chosen); \(reading.basis.rawValue); \(reading.reason)" == told)
    }

    @Test("A REFI-QDA project is known by what is in it", arguments: projects.filter { $0.hasSuffix("qdpx") })
    func format(file: String) throws {
        #expect(try Sample.project("v1/\(file)").origin.format == .refiProject)
    }
}
