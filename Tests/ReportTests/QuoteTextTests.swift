import Testing

@testable import Report

/// The texts are invented.
@Suite("The words of a quote")
struct QuoteTextTests {
    @Test(
        "are cut between words for titles, after eighty characters at most",
        arguments: [
            ("Tea  at\n\nwork,\u{A0}they\u{3000}say ", "Tea at work, they say"),
            ("", ""), (" \n", ""),
            (String(repeating: "tea ", count: 30), String(repeating: "tea ", count: 19) + "tea …"),
            (String(repeating: "é", count: 79), String(repeating: "é", count: 79)),
            (String(repeating: "é", count: 200), String(repeating: "é", count: 80) + " …"),
            ("“Tea” " + String(repeating: "é", count: 200), "“Tea” …"),
        ]
    )
    func excerpt(_ text: String, _ excerpt: String) {
        #expect(QuoteText.excerpt(text) == excerpt)
    }

    @Test("are paragraphs and lines, one text after another in the same scratch")
    func paragraphs() {
        var scratch: [UInt8] = []
        let first = QuoteText.paragraphs("Tea & talk\n\u{3000}\none\ntwo\n", scratch: &scratch)
        let second = QuoteText.paragraphs("“No”", scratch: &scratch)
        #expect(first.description == "<p>Tea &amp; talk</p><p>one<br>two</p>")
        #expect(second.description == "<p>“No”</p>")
        #expect(QuoteText.paragraphs("", scratch: &scratch).isEmpty)
    }
}
