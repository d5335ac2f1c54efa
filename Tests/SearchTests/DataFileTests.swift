import Testing

@testable import Search

@Suite("A file of data for scripts")
struct DataFileTests {
    @Test("is one call with JSON in a string")
    func whole() {
        var file = DataFile("search/study")
        file.object { object in
            object.pair("title", "Tea")
            object.pair("nothing", nil as String?)
            object.pair("numbers", [1, 22])
            object.key("list")
            object.list { list in
                list.text("a")
                list.list { $0.number(3) }
                list.object { $0.pair("b", ["c", "d"]) }
            }
        }
        let text = String(decoding: file.finished(), as: UTF8.self)
        #expect(
            text == #"verbatim.receive("search/study",JSON.parse('"#
                + #"{"title":"Tea","numbers":[1,22],"list":["a",[3],{"b":["c","d"]}]}'));"# + "\n"
        )
    }

    @Test("says by a mark what it holds, for those who ask for no other")
    func mark() {
        var file = DataFile(named: "search/texts-0")
        file.list { $0.text("a") }
        let text = String(decoding: file.finished(mark: "1k2j"), as: UTF8.self)
        #expect(text == #"verbatim.receive("search/texts-0",JSON.parse('["a"]'),"1k2j");"# + "\n")
    }

    @Test(
        "lets no text end its string, its JSON or its line",
        arguments: [
            (#"say "hi""#, #"say \\"hi\\""#), ("it's", #"it\'s"#), (#"a\b"#, #"a\\\\b"#), ("a\nb", #"a\\nb"#),
            ("a\u{2028}b\u{2029}c–", #"a\\u2028b\\u2029c–"#), ("\u{0}\t\u{7F}", #"\\u0000\\u0009\\u007f"#),
            ("</script>", "</script>"),
        ]
    )
    func escaped(_ text: String, _ written: String) {
        var file = DataFile("x")
        file.list { $0.text(text) }
        #expect(String(decoding: file.bytes, as: UTF8.self).hasSuffix(#"["\#(written)"]"#))
    }
}
