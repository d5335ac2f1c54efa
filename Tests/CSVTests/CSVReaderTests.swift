// All texts here are invented for the tests.

import CSV
import Diagnostics
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let header: [String]
        let rows: [[String]]

        init(_ description: String, _ text: String, _ header: [String], _ rows: [[String]]) {
            testDescription = description
            self.text = text
            self.header = header
            self.rows = rows
        }
    }

    static let samples = [
        Sample("comma and LF", "a,b\n1,2\n3,4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Sample("CRLF", "a,b\r\n1,2\r\n3,4\r\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Sample("CR", "a,b\r1,2\r3,4\r", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Sample("no line end at the end", "a,b\n1,2", ["a", "b"], [["1", "2"]]),
        Sample("a header alone", "a,b", ["a", "b"], []),
        Sample("one column", "a\n1\n2", ["a"], [["1"], ["2"]]),
        Sample("semicolon", "a;b\n1,5;2\n", ["a", "b"], [["1,5", "2"]]),
        Sample("tab", "a\tb\n1,5\t2;3\n", ["a", "b"], [["1,5", "2;3"]]),
        Sample("as many commas as semicolons", "a,b;c\n1,2\n", ["a", "b;c"], [["1", "2"]]),
        Sample("delimiters in quotes do not count", "\"a,b,c\";d\n1;2\n", ["a,b,c", "d"], [["1", "2"]]),
        Sample("Excel's line with the delimiter", "sep=;\r\na,b,c;d\r\n1;2\r\n", ["a,b,c", "d"], [["1", "2"]]),
        Sample("the same in capitals with a tab", "SEP=\t\na,b\tc\n", ["a,b", "c"], []),
        Sample("a column of that name", "sep=a\n1\n", ["sep=a"], [["1"]]),
        Sample("quotes", "a,b\n\"1\",\"2\"\n", ["a", "b"], [["1", "2"]]),
        Sample("doubled quotes", "a,b\n\"She said \"\"no\"\"\",\"\"\"\"\n", ["a", "b"], [["She said \"no\"", "\""]]),
        Sample("an empty quoted field", "a,b\n\"\",2\n", ["a", "b"], [["", "2"]]),
        Sample(
            "quotes inside an unquoted field",
            "a,b\nShe said \"no\", \"2\"\n",
            ["a", "b"],
            [["She said \"no\"", " \"2\""]]
        ),
        Sample("delimiters in quotes", "a,b\n\"1,2\",\"3;\t4\"\n", ["a", "b"], [["1,2", "3;\t4"]]),
        Sample("line breaks in quotes", "a,b\n\"1\r\n2\n3\r4\",5\n", ["a", "b"], [["1\n2\n3\n4", "5"]]),
        Sample("a line break and doubled quotes", "a,b\n\"\"\"1\"\"\r\n2\",5\n", ["a", "b"], [["\"1\"\n2", "5"]]),
        Sample("spaces are kept", "a,b\n 1 ,\" 2 \"\n", ["a", "b"], [[" 1 ", " 2 "]]),
        Sample("spaces after a closing quote belong to nothing", "a,b\n\"1\"  ,\"2\" \n", ["a", "b"], [["1", "2"]]),
        Sample("an empty field at the end", "a,b\n1,\n", ["a", "b"], [["1", ""]]),
        Sample("an empty field at the end of the file", "a,b\n1,", ["a", "b"], [["1", ""]]),
        Sample("blank lines", "\n\r\na,b\n\n \n1,2\n\n", ["a", "b"], [["1", "2"]]),
        Sample("rows of delimiters only", ",\na,b\n,\n , \n1,2\n,,,\n", ["a", "b"], [["1", "2"]]),
        Sample("a row that is empty but quoted", "a,b\n\"\",\n", ["a", "b"], [["", ""]]),
        Sample("a row without its empty fields", "a,b,c\n1\n", ["a", "b", "c"], [["1"]]),
        Sample("more empty fields than columns", "a,b\n1,2,, ,\n", ["a", "b"], [["1", "2", "", " ", ""]]),
        Sample("columns without a name", "a,b,,\n1,2,x,\n", ["a", "b", "", ""], [["1", "2", "x", ""]]),
        Sample("a combining accent after a delimiter", "a,b\n1,\u{301}2\n", ["a", "b"], [["1", "\u{301}2"]]),
        Sample("letters of several bytes", "a,b\nécoute,👩‍⚕️\n", ["a", "b"], [["écoute", "👩‍⚕️"]]),
        Sample("a second byte order mark", "\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    ]

    @Test("What spreadsheets write is read as it was meant", arguments: samples)
    func read(sample: Sample) {
        let reading = Reading(sample.text)
        #expect(reading.header == sample.header)
        #expect(reading.rows == sample.rows)
        #expect(reading.findings == [])
    }

    @Test(
        "The delimiter is known",
        arguments: [("a,b\n", ","), ("a;b\n", ";"), ("a\tb\n", "\t"), ("sep=|\na|b\n", "|")]
    )
    func delimiter(text: String, delimiter: Character) {
        #expect(Reading(text).delimiter == delimiter)
    }

    @Test("A field's place covers what stands in the file, a row's place all its fields")
    func places() {
        let reading = Reading("a,b\n\"é\"\"\r\n\", x \r\n")
        #expect(reading.table.header.map { reading.text(at: $0.place) } == ["a", "b"])
        #expect(reading.table.rows.map { reading.text(at: $0.place) } == ["\"é\"\"\r\n\", x "])
        #expect(reading.table.rows[0].fields.map { reading.text(at: $0.place) } == ["\"é\"\"\r\n\"", " x "])
    }
}
