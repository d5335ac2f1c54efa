// All texts here are invented for the tests.

import Testing

@testable import Diagnostics

@Suite("Excerpts")
struct ExcerptTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let line: String
        let part: String
        let shown: String
        let underline: String

        init(_ description: String, _ line: String, _ part: String, _ shown: String, _ underline: String) {
            testDescription = description
            self.line = line
            self.part = part
            self.shown = shown
            self.underline = underline
        }
    }

    static let cases = [
        Case("plain", "one two", "two", "one two", "    ^~~"),
        Case("a point", "one two", "", "one two", "^"),
        Case("a tab is four columns", "a\tb", "b", "a    b", "     ^"),
        Case("a tab itself", "a\tb", "\t", "a    b", " ^~~~"),
        Case("an accent of its own takes no room", "e\u{301}te\u{301} x", "x", "e\u{301}te\u{301} x", "    ^"),
        Case("East Asian letters take two", "中文 한글", "한글", "中文 한글", "     ^~~~"),
        Case("full-width forms take two", "Ａ，x", "x", "Ａ，x", "    ^"),
        Case("emoji take two", "👍 x", "x", "👍 x", "   ^"),
        Case("with a skin tone too", "👍🏽 x", "x", "👍🏽 x", "   ^"),
        Case("joined ones too", "👩‍⚕️ x", "x", "👩‍⚕️ x", "   ^"),
        Case("flags too", "🇬🇧 x", "x", "🇬🇧 x", "   ^"),
        Case("signs made emoji too", "❤️ x", "x", "❤️ x", "   ^"),
        Case("curly quotes take one", "“a” x", "x", "“a” x", "    ^"),
        Case("only the first line is shown", "one\ntwo", "one\ntwo", "one", "^~~"),
        Case("also with CRLF", "one\r\ntwo", "e\r\ntwo", "one", "  ^"),
        Case("a line end itself", "one\r\ntwo", "\n", "one", "   ^"),
        Case("an empty line", "\n", "\n", "", "^"),
    ]

    @Test("The underline stands under the place", arguments: cases)
    func underline(example: Case) {
        let file = Example(example.line)
        expect(Excerpt(of: file.place(of: example.part), in: file), example.shown, example.underline)
    }

    @Test("A long line is cut around the place")
    func long() {
        let (a, b) = (String(repeating: "a", count: 1000), String(repeating: "b", count: 1000))

        let middle = Example(a + "HERE" + b)
        expect(
            Excerpt(of: middle.place(of: "HERE"), in: middle),
            "…" + a.prefix(33) + "HERE" + b.prefix(63) + "…",
            String(repeating: " ", count: 34) + "^~~~"
        )
        let start = Example("HERE" + b)
        expect(Excerpt(of: start.place(of: "HERE"), in: start), "HERE" + b.prefix(96) + "…", "^~~~")

        let end = Example(a + "HERE")
        expect(
            Excerpt(of: end.place(of: "HERE"), in: end),
            "…" + a.prefix(96) + "HERE",
            String(repeating: " ", count: 97) + "^~~~"
        )
        let all = Example("x" + a)
        expect(
            Excerpt(of: all.place(of: "x" + a), in: all),
            "x" + a.prefix(99) + "…",
            "^" + String(repeating: "~", count: 99)
        )
    }

    @Test("A line of a hundred columns is shown whole")
    func fitting() {
        let line = String(repeating: "a", count: 99) + "x"
        let file = Example(line)
        expect(Excerpt(of: file.place(of: "x"), in: file), line, String(repeating: " ", count: 99) + "^")
    }

    @Test("A cut leaves no accent without its letter, and no half of a wide letter")
    func cutMarks() {
        let file = Example(String(repeating: "e\u{301}", count: 150) + "x" + String(repeating: "中", count: 150))
        expect(
            Excerpt(of: file.place(of: "x"), in: file),
            "…" + String(repeating: "e\u{301}", count: 33) + "x" + String(repeating: "中", count: 33) + "…",
            String(repeating: " ", count: 34) + "^"
        )
    }

    @Test("Marks without number make no excerpt without end")
    func manyMarks() {
        let file = Example("x" + String(repeating: "\u{301}", count: 100_000))
        #expect(Excerpt(of: file.place(of: "x"), in: file).text.unicodeScalars.count == 201)
    }

    @Test(
        "Places outside the text and inside a letter are no trap",
        arguments: [(0, 0), (1, 1), (2, 0), (3, 9), (99, 9)]
    )
    func oddPlaces(offset: Int, length: Int) {
        let file = Example("é€")
        #expect(Excerpt(of: file.place(offset, length), in: file).width >= 1)
    }

    private func expect(
        _ excerpt: Excerpt,
        _ text: String,
        _ underline: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(excerpt.text == text, sourceLocation: sourceLocation)
        let shown =
            String(repeating: " ", count: excerpt.indent) + "^" + String(repeating: "~", count: excerpt.width - 1)
        #expect(shown == underline, sourceLocation: sourceLocation)
    }
}

extension Excerpt {
    fileprivate init(of place: Place, in file: Example) {
        self.init(of: place, in: file.sources[place.source])
    }
}
