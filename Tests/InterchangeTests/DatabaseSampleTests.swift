// The study is real, its recoding and all lines of interviewers are invented; see Fixtures/README.md.

import Interchange
import TestSupport
import Testing

@Suite("Projects in databases")
struct DatabaseSampleTests {
    static let files = ["tool/taguette/project.sqlite3", "tool/qualcoder/peer_support.qda/data.qda"]

    @Test("Every quote comes in with its words, codes, participant and group", arguments: ["v1", "v2"], files)
    func quotes(version: String, file: String) throws {
        let expected = try Sample.version(version)
        let project = try Sample.project("\(version)/\(file)")
        #expect(project.lines(expected) == expected.lines())
        #expect(project.findings.filter { $0.rule.severity != .note }.isEmpty)
    }

    @Test(
        "The reading of positions is told, with what speaks for it",
        arguments: zip(
            files,
            [
                "UTF-8 bytes; words; the words of 33 of 33 selections fit",
                "UTF-16 units; words; the words of 35 of 35 selections fit",
            ]
        )
    )
    func readings(file: String, told: String) throws {
        let reading = try #require(try Sample.project("v1/\(file)").reading)
        #expect("\(reading.chosen); \(reading.basis.rawValue); \(reading.reason)" == told)
    }
}
