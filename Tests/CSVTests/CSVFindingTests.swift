// All texts here are invented for the tests.

import CSV
import Diagnostics
import TestSupport
import Testing

@Suite("What is wrong in CSV")
struct CSVFindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let findings: [String]
        let rows: [[String]]

        init(_ description: String, _ text: String, _ findings: [String], _ rows: [[String]]) {
            testDescription = description
            self.text = text
            self.findings = findings
            self.rows = rows
        }
    }

    static let cases = [
        Case(
            "a quote that is never closed",
            "a,b\n1,\"two\n3,4\n",
            ["2:3 csv-unclosed-quote: ‘\"’"],
            [["1", "two"]]
        ),
        Case(
            "a quote that seems to be closed by the next one that opens",
            "a,b\n1,\"two\n3,\"four\"\n5,\"six\"\n",
            ["2:3 csv-unclosed-quote: ‘\"’"],
            [["1", "two"], ["3", "four"], ["5", "six"]]
        ),
        Case(
            "the same at the start of a line, with CR",
            "a,b\r1,\"two\r\"3\",4\r",
            ["2:3 csv-unclosed-quote: ‘\"’"],
            [["1", "two"], ["3", "4"]]
        ),
        Case(
            "two of them",
            "a,b\n1,\"two\n3,\"four\n5,\"six\"\n",
            ["2:3 csv-unclosed-quote: ‘\"’", "3:3 csv-unclosed-quote: ‘\"’"],
            [["1", "two"], ["3", "four"], ["5", "six"]]
        ),
        Case(
            "one in the header",
            "a,\"b\n1,2,3\n",
            ["1:3 csv-unclosed-quote: ‘\"’"],
            []
        ),
        Case(
            "one in the header, and rows that cannot be compared with it",
            "\"a,b\n1,\"2\",3\n",
            ["1:1 csv-unclosed-quote: ‘\"’"],
            [["1", "2", "3"]]
        ),
        Case("a quote that is the last byte", "a,b\n1,\"", ["2:3 csv-unclosed-quote: ‘\"’"], [["1", ""]]),
        Case(
            "text after a closing quote",
            "a,b\n\"one\"two,3\n4,5\n",
            ["2:6 csv-text-after-quote: ‘two’"],
            [["onetwo", "3"], ["4", "5"]]
        ),
        Case(
            "quotes in the text that are not doubled",
            "a,b\n1,\"She said \"no, never\" to me\"\n",
            ["2:14 csv-text-after-quote: ‘no’"],
            [["1", "She said no", " never\" to me\""]]
        ),
        Case(
            "the same on a later line of the field",
            "a,b\n1,\"She\nsaid \"no\"\"\n",
            ["3:7 csv-text-after-quote: ‘no\"\"’"],
            [["1", "She\nsaid no\"\""]]
        ),
        Case(
            "more fields than columns",
            "a,b\n1,2,3,4,\n5,6\n",
            ["2:5 csv-ragged-row: ‘3,4’"],
            [["1", "2", "3", "4", ""], ["5", "6"]]
        ),
        Case("nothing", "", ["1:1 csv-empty: ‘’"], []),
        Case("blank lines only", "\n ,,\n", ["1:1 csv-empty: ‘’"], []),
        Case("a delimiter and nothing else", "sep=;\n", ["2:1 csv-empty: ‘’"], []),
        Case("a column twice", "text,id, Text \n", ["1:9 csv-duplicate-column: ‘ Text ’"], []),
        Case(
            "a control character",
            "a,b\n1,x\u{1B}\u{1B}[2J\n",
            ["2:4 control-character: ‘\u{1B}’"],
            [["1", "x\u{1B}\u{1B}[2J"]]
        ),
        Case("NUL in quotes", "a,b\n1,\"x\0\"\n", ["2:5 control-character: ‘\0’"], [["1", "x\0"]]),
    ]

    @Test("Each mistake is found once, at its place, and the other rows are read", arguments: cases)
    func findings(of example: Case) {
        let reading = Reading(example.text)
        #expect(reading.findings == example.findings)
        #expect(reading.rows == example.rows)
    }

    @Test(
        "The words of the findings",
        arguments: [
            (
                "a\n1\n\"2\n", "the quotation mark that opens a field on line 3 is never closed",
                "put a quotation mark at the end of the field; one that belongs to its text is written twice"
            ),
            (
                "a\n\"1\"2\n", "text follows the quotation mark that closes the field",
                "write a quotation mark that belongs to the text twice"
            ),
            (
                "a;b\n1;2;3\n", "this row has 3 fields where the header has 2",
                "put a field between quotation marks if its text holds a semicolon"
            ),
            ("", "this file holds no header", "name the columns in the first row"),
            ("a,A\n", "there are two columns ‘A’", "rename or remove one of them"),
            ("a\n\u{7}\n", "this field holds the control character U+0007", "delete it, or export the file again"),
            ("a\n\"\u{1F}\"\n", "this field holds the control character U+001F", "delete it, or export the file again"),
        ]
    )
    func words(text: String, summary: String, help: String) {
        let diagnostics = Reading(text).diagnostics
        #expect(diagnostics.map(\.summary) == [summary])
        #expect(diagnostics.map(\.help) == [help])
    }

    @Test("A finding far from its cause points back to it")
    func related() throws {
        let reading = Reading("a,b\n1,\"She\nsaid \"no\"\"\n")
        let related = try #require(reading.diagnostics.first?.related.first)
        #expect(related.message == "the field opens here")
        #expect(related.place.offset == 6)

        let duplicate = Reading("id,text,ID\n")
        #expect(duplicate.diagnostics.first?.related.map { duplicate.text(at: $0.place) } == ["id"])
    }

    @Test("Random bytes neither stop nor confuse the reader", arguments: 1...20)
    func randomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("\"\"\",;\t\r\n\n =a\0é".utf8)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let reading = Reading(bytes: bytes)
            var end: UInt32 = 0
            for row in reading.table.rows {
                #expect(row.place.offset >= end, "\(bytes)")
                end = row.place.offset + row.place.length
            }
            #expect(Int(end) <= bytes.count, "\(bytes)")
        }
    }
}
