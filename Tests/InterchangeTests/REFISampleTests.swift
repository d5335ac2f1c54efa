// The study is real, its recoding and all lines of interviewers are invented; see Fixtures/README.md.

import Interchange
import TestSupport
import Testing

@Suite("REFI-QDA projects")
struct REFISampleTests {
    static let files = [
        "tool/qualcoder/peer_support_default_endings.qdpx",
        "tool/qualcoder/peer_support_maxqda_endings.qdpx",
        "made_by_us/nvivo_style/peer_support_nvivo_style.qdpx",
        "made_by_us/atlasti_style/peer_support_atlasti_style.qdpx",
    ]

    @Test("Every quote comes in with its words, codes, participant and group", arguments: ["v1", "v2"], files)
    func quotes(version: String, file: String) throws {
        let expected = try Sample.version(version)
        let project = try Sample.project("\(version)/\(file)")
        #expect(project.lines(expected) == expected.lines())
        #expect(project.origin.format == .refiProject)
    }

    @Test(
        "The reading of positions is told, with what speaks for it",
        arguments: zip(
            files,
            [
                "UTF-16 units; words; the words of 35 of 35 selections fit",
                "UTF-16 units, line ends as one; words; the words of 35 of 35 selections fit",
                "UTF-16 units; boundaries; 53 of 53 selections begin and end where words do, and at most 41 when counted "
                    + "otherwise",
                "Unicode code points, line ends as one; words; the words of 33 of 33 selections fit",
            ]
        )
    )
    func readings(file: String, told: String) throws {
        let reading = try #require(try Sample.project("v1/\(file)").reading)
        #expect("\(reading.chosen); \(reading.basis.rawValue); \(reading.reason)" == told)
    }

    @Test("What is no quote is told", arguments: ["v1", "v2"])
    func findings(version: String) throws {
        let nvivo = try Sample.project("\(version)/\(Self.files[2])")
        let people = version == "v1" ? 18 : 17
        #expect(nvivo.findings.map(\.summary) == ["\(people) codings with cases say who speaks and are no quotes"])
        let atlas = try Sample.project("\(version)/\(Self.files[3])")
        #expect(atlas.findings.map(\.summary) == ["1 selection holds no words and is left out"])
    }
}
