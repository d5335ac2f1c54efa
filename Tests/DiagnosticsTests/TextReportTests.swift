// All texts here are invented for the tests.

import Diagnostics
import Testing

@Suite("Findings as text")
struct TextReportTests {
    static let table = "participant,codes,text\nC3,trust,\"Yes.\"\nC4,trsut,\"Were peer support workers there?\"\n"

    @Test("A finding shows its line and how to mend it")
    func finding() {
        let example = Example(Self.table)
        let diagnostic = Diagnostic(
            .unknownTheme,
            "there is no theme ‘trsut’",
            at: example.place(of: "trsut"),
            help: "did you mean ‘trust’?"
        )
        #expect(
            TextReport(sources: example.sources, color: false).text(diagnostic) == """
                content/quotes/clinicians.csv:3:4: error: there is no theme ‘trsut’ [unknown-theme]
                  3 | C4,trsut,"Were peer support workers there?"
                    |    ^~~~~
                  help: did you mean ‘trust’?

                """
        )
    }

    @Test("Related places follow")
    func related() {
        let example = Example(Self.table)
        let diagnostic = Diagnostic(
            .odd,
            "this is odd",
            at: example.place(of: "C4"),
            related: [.init("first used here", at: example.place(of: "C3"))]
        )
        #expect(
            TextReport(sources: example.sources, color: false).text(diagnostic) == """
                content/quotes/clinicians.csv:3:1: warning: this is odd [odd]
                  3 | C4,trsut,"Were peer support workers there?"
                    | ^~
                  note: first used here: content/quotes/clinicians.csv:2:1
                  2 | C3,trust,"Yes."
                    | ^~

                """
        )
    }

    @Test("A finding about a folder has no excerpt")
    func path() {
        let diagnostic = Diagnostic(.odd, "there are no quotes", at: .path("content/quotes"), help: "add a CSV file")
        #expect(
            TextReport(sources: Sources(), color: false).text(diagnostic) == """
                content/quotes: warning: there are no quotes [odd]
                  help: add a CSV file

                """
        )
    }

    @Test("Findings come by file and line, without those that are not grave enough")
    func several() {
        let example = Example(Self.table)
        var diagnostics = Diagnostics()
        diagnostics.add(.odd, "second", at: example.place(of: "C4"))
        diagnostics.add(.silent, "not told", at: example.place(of: "C3"))
        diagnostics.add(.unknownTheme, "first", at: example.place(of: "C3"))
        let report = TextReport(sources: example.sources, color: false)
        #expect(
            report.text(diagnostics, atLeast: .warning) == """
                content/quotes/clinicians.csv:2:1: error: first [unknown-theme]
                  2 | C3,trust,"Yes."
                    | ^~

                content/quotes/clinicians.csv:3:1: warning: second [odd]
                  3 | C4,trsut,"Were peer support workers there?"
                    | ^~

                """
        )
        #expect(report.text(Diagnostics(), atLeast: .note) == "")
    }

    @Test("Colours mark the place, the severity and the mend")
    func color() {
        let example = Example("C4,trsut\n")
        let diagnostic = Diagnostic(.unknownTheme, "no ‘trsut’", at: example.place(of: "trsut"), help: "look")
        let escape = "\u{1B}"
        #expect(
            TextReport(sources: example.sources, color: true).text(diagnostic) == """
                \(escape)[1mcontent/quotes/clinicians.csv:1:4:\(escape)[0m \(escape)[1;31merror:\(escape)[0m \
                \(escape)[1mno ‘trsut’\(escape)[0m [unknown-theme]
                  1 | C4,trsut
                    |    \(escape)[1;31m^~~~~\(escape)[0m
                  \(escape)[1;32mhelp:\(escape)[0m look

                """
        )
    }

    @Test("Nothing in a file, a name or an id can drive the terminal")
    func escapes() {
        let example = Example("a\u{1B}[2J\u{9B}\u{202E}\u{7F}b", path: "content/\u{1B}]0;x\u{7}.csv")
        let diagnostic = Diagnostic(
            .odd,
            "no ‘\u{1B}[31m\n\t’",
            at: example.place(of: "b"),
            help: "not \u{9B}1m",
            related: [.init("see \u{8}", at: example.place(of: "a"))]
        )
        #expect(
            TextReport(sources: example.sources, color: false).text(diagnostic) == """
                content/␛]0;x␇.csv:1:9: warning: no ‘␛[31m␊ ’ [odd]
                  1 | a␛[2J\u{FFFD}\u{FFFD}␡b
                    |         ^
                  help: not \u{FFFD}1m
                  note: see ␈: content/␛]0;x␇.csv:1:1
                  1 | a␛[2J\u{FFFD}\u{FFFD}␡b
                    | ^

                """
        )
    }
}
