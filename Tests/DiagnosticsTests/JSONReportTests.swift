// All texts here are invented for the tests.

import Diagnostics
import Testing

@Suite("Findings as JSON")
struct JSONReportTests {
    @Test("Every finding is a line with the same keys")
    func findings() {
        let example = Example("id,text\né3,\"Yes.\nNo.\"\n")
        var diagnostics = Diagnostics()
        diagnostics.add(
            .unknownTheme,
            "a \"quoted\" one",
            at: example.place(of: "\"Yes.\nNo.\""),
            help: "mend it",
            related: [
                .init("first used here", at: example.place(of: "id")),
                .init("and here", at: example.place(of: "text")),
            ]
        )
        diagnostics.add(.odd, "there are no quotes", atPath: "content/quotes")
        #expect(
            JSONReport(sources: example.sources).json(diagnostics) == #"""
                {"diagnostics":[
                {"rule":"odd","severity":"warning","message":"there are no quotes","help":null,"file":"content/quotes",\#
                "line":null,"column":null,"endLine":null,"endColumn":null,"excerpt":null,"related":[]},
                {"rule":"unknown-theme","severity":"error","message":"a \"quoted\" one","help":"mend it",\#
                "file":"content/quotes/clinicians.csv","line":2,"column":4,"endLine":3,"endColumn":5,\#
                "excerpt":"é3,\"Yes.","related":[\#
                {"message":"first used here","file":"content/quotes/clinicians.csv","line":1,"column":1},\#
                {"message":"and here","file":"content/quotes/clinicians.csv","line":1,"column":4}]}
                ],"errors":1,"warnings":1,"notes":0}

                """#
        )
    }

    @Test("No findings are an empty list")
    func none() {
        #expect(
            JSONReport(sources: Sources()).json(Diagnostics())
                == #"{"diagnostics":[],"errors":0,"warnings":0,"notes":0}"# + "\n"
        )
    }

    @Test(
        "Whatever a text holds, it is a JSON string",
        arguments: [
            ("a\\b", #"a\\b"#),
            ("\"", #"\""#),
            ("\n\r\t", #"\n\r\t"#),
            ("\r\n", #"\r\n"#),
            ("\0\u{1B}", #"\u0000\u001b"#),
            ("\u{7F}\u{9B}", #"\u007f\u009b"#),
            ("é👩‍⚕️\"\u{301}", "é👩‍⚕️\\\"\u{301}"),
        ]
    )
    func escaping(text: String, escaped: String) {
        var diagnostics = Diagnostics()
        diagnostics.add(.silent, text, atPath: "x")
        #expect(
            JSONReport(sources: Sources()).json(diagnostics) == """
                {"diagnostics":[
                {"rule":"silent","severity":"note","message":"\(escaped)","help":null,"file":"x","line":null,"column":null,\
                "endLine":null,"endColumn":null,"excerpt":null,"related":[]}
                ],"errors":0,"warnings":0,"notes":1}

                """
        )
    }
}
