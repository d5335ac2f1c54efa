import TestSupport
import Testing

@testable import StudyFiles

@Suite("The short way through YAML")
struct PlainMappingTests {
    private func plain(_ text: String, line: Int = 1) -> YAMLNode? {
        PlainMapping.read(Array(text.utf8)[...], line: line)
    }

    private func whole(_ text: String, line: Int = 1) -> YAMLNode? {
        var room = YAMLText.nodeLimit
        return (try? YAMLText.compose(Array(text.utf8)[...], line: line)).flatMap { $0 }
            .flatMap { YAMLNode($0, room: &room) }
    }

    @Test("is taken by a file of words")
    func words() throws {
        let text = """
            # Words of an invented interface

            quotes: "Quotes of {group}"
            no-quotes: 'None yet'
            count-quotes.one: "{count} quote"
            home:   Start   \n\
            café-2: Ümläute und „Anführungszeichen“
            """
        // An accent in a key is left to the other parser, which takes it.
        #expect(plain(text) == nil)
        let without = text.replacing("café-2", with: "cafe-2")
        let found = try #require(plain(without, line: 7))
        #expect(found == whole(without, line: 7))
        guard case .mapping(let pairs) = found.content else {
            Issue.record("this is no mapping")
            return
        }
        #expect(pairs.map(\.value.start?.column) == [9, 12, 19, 9, 9])
        #expect(found.start == YAMLNode.Start(line: 9, column: 1))
    }

    @Test("is taken by lists and mappings within each other")
    func nested() throws {
        let text = """
            # An invented codebook
            themes:
              - id: trust
                title: "Trust, and what it takes"

                constructs: ["looking-back", noticing,  'é, ü' , x_1 ]
                themes:
                    # Further to the right than it need be
                    -   id: trust-1
                        codes: []
                    - id: trust-2
              - plain
              - "quoted: or not"
            a:
             b:
              c: d
            e: f
            """
        let found = try #require(plain(text, line: 3))
        #expect(found == whole(text, line: 3))
    }

    @Test("is not taken by more nodes than there may be")
    func tooMany() {
        let item = "  - a\n"
        let fits = "a:\n" + String(repeating: item, count: YAMLText.nodeLimit - 3)
        #expect(plain(fits) != nil)
        #expect(plain(fits + item) == nil)
    }

    @Test("is not taken by what nobody nests by hand")
    func tooDeep() {
        let text = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(plain(text + String(repeating: " ", count: 200) + "b: c") == nil)
    }

    @Test(
        "is not taken by what is not plain",
        arguments: [
            "", "\n", "# nothing\n", "a: b: c", "a: b # c", "a: \"b\" # c", "a: \"b\\n\"", "a: 'it''s'", "a: b\n c\n",
            "a: b\n\n  c", "a: {b: c}", "a: &b c", "a: *b", "a: |\n  b", "a: !!str b", "- a",
            "a: b\na: c", "a: b\r\nc: d", "a: \tb", "---\na: b", "a: b\n...", "a: b\n---\n", "\"a\": b", "a: \"b\nc\"",
            "a: b\u{85}c", "a: b\u{2028}c", "a: \u{FEFF}b", "a: b\u{7F}", "a: b\u{1}", "a:b", "a: ", "a:", "? a",
            "a: -", ".a: b", "a:\nb: c", "a:\n- b", "a:\n  - b\n c: d", "a:\n  b: c\n d: e", "a:\n  b: c\n   d",
            "a:\n  - - b", "a:\n  -\n    b: c", "a:\n  - b\n    c", "a:\n\tb: c", "a: [b", "a: [b,]", "a: [b c: d]",
            "a: [[b]]", "a: [b] c", "a: [b]: c", "a: [\"b\": c]", "a: [b\n, c]", "a: [b#c]", "a: ['b''c']",
            "a: [b, , c]",
            "a:\n  b: c\n  b: d", "a:\n  - b: c\n   d: e", "a:\n  - b: c\n     d: e", "a:\n  b\n", "a:\n  \"b\": c",
            "a: \"b\"c", "%a: b", " a: b", "a: b\n c: d", "a: @b", "a: \"b", "1: b",
        ]
    )
    func notPlain(text: String) {
        #expect(plain(text) == nil)
    }

    @Test("is not taken by what is no UTF-8")
    func notUTF8() {
        for bytes: [UInt8] in [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xC3, 0x0A], [0xE0, 0x80, 0x80], [0xFF]] {
            #expect(PlainMapping.read((Array("a: b".utf8) + bytes)[...], line: 1) == nil)
            #expect(PlainMapping.read((Array("# ".utf8) + [0xC3, 0x0A] + Array("a: b".utf8))[...], line: 1) == nil)
        }
    }

    @Test("gives what the long way gives, for texts put together by chance")
    func chance() {
        let pieces = [
            "a", "key", "no-quotes", "yes", "null", "~", "007", ": ", ":", ":  ", "\n", "\n", "\n\n", " ", "  ", "\"",
            "\"",
            "'", "'", "#", " #", "# words", "\\", "é", "„“", "\u{2028}", "\u{85}", "\u{1F600}", "-", "---", "...", "[",
            "]",
            "{x}", ",", "&b", "*b", "!", "|", ">", "%", "@", "`", "\t", "\r\n", "ö: ", "a: b\n", "b: \"c d\"\n",
            "c: 'd'\n", "d.e: f\n", ".",
        ]
        var random = SeededGenerator(seed: 20)
        var agreed = 0
        for _ in 0..<40_000 {
            let text = (0..<Int.random(in: 1...8, using: &random)).reduce(into: "a-1: ") { text, _ in
                text += pieces.randomElement(using: &random) ?? ""
            }
            guard let found = plain(text, line: 3) else { continue }
            agreed += 1
            if found != whole(text, line: 3) { Issue.record("both ways differ for \(text.debugDescription)") }
        }
        // Otherwise the texts would not have put it to the test.
        #expect(agreed > 1_000)
    }

    @Test("gives what the long way gives, for lists and mappings put together by chance")
    func nestedChance() {
        let starts = [
            "a:", "b: c", "- d", "- e: f", "- g:", "h: [i, \"j\"]", "k: []", "- [l]", "m: \"n\"", "# o", "p: ü, q", "-",
            "r",
            "s: [é, t, 'u' ]", "- \"v\"", "- w: x: y", "", " ", "z:  ", "- - a", "b: [c, d e]", "f: [g", "h: {}", "---",
            "- i: [ü, 'j', k ]",
        ]
        var random = SeededGenerator(seed: 21)
        var agreed = 0
        for _ in 0..<60_000 {
            var indentation = 0
            var text = "root:\n"
            for _ in 0..<Int.random(in: 1...7, using: &random) {
                indentation = max(0, indentation + Int.random(in: -1...1, using: &random) * 2)
                if Int.random(in: 0..<12, using: &random) == 0 { indentation += 1 }
                text += String(repeating: " ", count: indentation) + (starts.randomElement(using: &random) ?? "") + "\n"
            }
            guard let found = plain(text, line: 2) else { continue }
            agreed += 1
            if found != whole(text, line: 2) { Issue.record("both ways differ for \(text.debugDescription)") }
        }
        // Otherwise the texts would not have put it to the test.
        #expect(agreed > 1_000)
    }
}
