// All texts in these tests are invented.
import Testing

@testable import Diagram

@Suite struct TextTests {
    private func lines(_ text: String, width: Int) -> [String] {
        TextWrapping(measure: TextMeasure(size: 10, isBold: false), width: width).lines(of: text)
    }

    @Test(arguments: [
        ("", []),
        ("   \n ", []),
        ("Role clarity", ["Role clarity"]),
        ("Role\nclarity", ["Role clarity"]),
        // As even as may be, not as full.
        ("one two three four", ["one two", "three four"]),
        ("co-production of well-being", ["co-production", "of well-being"]),
        // A word that fits on no line, and one that says where it breaks.
        ("Interdisciplinarity matters", ["Interdisciplin-", "arity matters"]),
        ("Inter\u{AD}disciplinarity", ["Inter-", "disciplinarity"]),
        ("a\u{AD}b", ["ab"]),
        ("one two\u{A0}three four", ["one two\u{A0}three", "four"]),
        ("役割の明確さと信頼", ["役割の明確", "さと信頼"]),
        // What no document may hold is left out.
        ("a\u{0}b\u{1B}\u{FFFF}c", ["abc"]),
    ]) func textIsBrokenIntoLines(text: String, lines: [String]) {
        #expect(self.lines(text, width: 76) == lines)
    }

    @Test func nothingIsLostAndNothingIsTooWide() {
        var numbers = Numbers(seed: 1)
        let measure = TextMeasure(size: 10, isBold: false)
        for _ in 0..<200 {
            let words = (0...numbers.next(below: 8)).map { _ in
                String(repeating: "ab7", count: 1 + numbers.next(below: 12))
            }
            let lines = lines(words.joined(separator: " "), width: 70)
            #expect(lines.allSatisfy { measure.width(of: $0) <= 70 })
            let letters = lines.joined().filter { $0 != "-" && $0 != " " }
            #expect(letters == words.joined())
        }
    }

    @Test func anEndlessWordIsNoHarderThanAnyOther() {
        let lines = lines(String(repeating: "x", count: 20_000), width: 70)
        #expect(lines.joined().filter { $0 == "x" }.count == 20_000)
    }

    @Test func widthsFollowTheLetters() {
        let measure = TextMeasure(size: 10, isBold: false)
        #expect(measure.width(of: "iii") < measure.width(of: "nnn"))
        #expect(measure.width(of: "nnn") < measure.width(of: "WWW"))
        #expect(measure.width(of: "信頼") == 20.8)
        #expect(measure.width(of: "e\u{301}") == measure.width(of: "e"))
        #expect(TextMeasure(size: 10, isBold: true).width(of: "n") > measure.width(of: "n"))
    }
}
