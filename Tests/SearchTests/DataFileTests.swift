import Bytes
import Search
import Testing

@Suite("A file of data for scripts")
struct DataFileTests {
    @Test("is one call with JSON in a string")
    func whole() {
        let text = Self.file("search/study") { file in
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
        }
        #expect(
            text == #"verbatim.receive("search/study",JSON.parse('"#
                + #"{"title":"Tea","numbers":[1,22],"list":["a",[3],{"b":["c","d"]}]}'));"# + "\n"
        )
    }

    @Test("says by a mark what it holds, for those who ask for no other")
    func mark() {
        let text = Self.file("search/texts-0", mark: "1k2j") { file in file.list { $0.text("a") } }
        #expect(text == #"verbatim.receive("search/texts-0",JSON.parse('["a"]'),"1k2j");"# + "\n")
    }

    @Test("stands behind what is there already")
    func appended() {
        var stream = ByteStream()
        stream.bytes.append(utf8: "/* Tea */\n")
        DataFile.write("x", to: &stream) { $0.number(-12) }
        let text = String(decoding: stream.bytes, as: UTF8.self)
        #expect(text == "/* Tea */\n" + #"verbatim.receive("x",JSON.parse('-12'));"# + "\n")
    }

    @Test(
        "lets no text end its string, its JSON or its line",
        arguments: [
            (#"say "hi""#, #"say \\"hi\\""#), ("it's", #"it\'s"#), (#"a\b"#, #"a\\\\b"#), ("a\nb", #"a\\nb"#),
            ("a\u{2028}b\u{2029}c–", #"a\\u2028b\\u2029c–"#), ("\u{0}\t\u{7F}", #"\\u0000\\u0009\\u007f"#),
            ("</script>", "</script>"), ("!#$%&() 100 €", "!#$%&() 100 €"),
        ]
    )
    func escaped(_ text: String, _ written: String) {
        let file = Self.file("x") { file in file.list { $0.text(text) } }
        #expect(file == #"verbatim.receive("x",JSON.parse('["\#(written)"]'));"# + "\n")
    }

    private static func file(_ name: String, mark: String? = nil, _ content: (inout DataFile) -> Void) -> String {
        var stream = ByteStream()
        DataFile.write(name, mark: mark, to: &stream, content)
        return String(decoding: stream.bytes, as: UTF8.self)
    }
}
