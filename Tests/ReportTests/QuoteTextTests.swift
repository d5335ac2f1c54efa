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

    @Test("are paragraphs and lines, after what is there already")
    func paragraphs() {
        var bytes = Array("Said: ".utf8)
        QuoteText.appendParagraphs("Tea & talk\n\u{3000}\none\ntwo\n", to: &bytes)
        QuoteText.appendParagraphs("", to: &bytes)
        QuoteText.appendParagraphs("“No”", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "Said: <p>Tea &amp; talk</p><p>one<br>two</p><p>“No”</p>")
    }
}
