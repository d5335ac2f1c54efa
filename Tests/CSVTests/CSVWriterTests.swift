// All texts here are invented for the tests.

import Bytes
import CSV
import TestSupport
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
    @Test("Quotes stand only where they are needed")
    func quotes() {
        var writer = CSVWriter()
        writer.row(["id", "text"])
        writer.row(["C4", "She said \"no\", twice"])
        writer.row([" C4 ", "one\ntwo"])
        writer.row(["a;b\tc", ""])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "id,text\r\nC4,\"She said \"\"no\"\", twice\"\r\n C4 ,\"one\ntwo\"\r\na;b\tc,\r\n"
        )
    }

    @Test(
        "What would be mistaken for something else is quoted",
        arguments: [
            (["", ""], "\"\",\r\n"),
            (["sep=;"], "\"sep=;\"\r\n"),
            (["a;b", "c"], "\"a;b\",c\r\n"),
            (["\u{FEFF}a"], "\"\u{FEFF}a\"\r\n"),
        ]
    )
    func mistakable(fields: [String], text: String) {
        var writer = CSVWriter()
        writer.row(fields)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test(
        "Formulas are kept as they are, unless they are to be guarded",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tb", "'\tb"), ("a=1", "a=1"), ("", ""),
        ]
    )
    func formulas(cell: String, guarded: String) {
        var plain = CSVWriter()
        plain.row(["a", "b"])
        plain.row(["x", cell])
        #expect(String(decoding: plain.bytes, as: UTF8.self) == "a,b\r\nx,\(cell)\r\n")

        var guarding = CSVWriter(guardsFormulas: true)
        guarding.row(["a", "b"])
        guarding.row(["x", cell])
        #expect(String(decoding: guarding.bytes, as: UTF8.self) == "a,b\r\nx,\(guarded)\r\n")
    }

    @Test("Numbers stand behind the texts of a row, and a table behind what is there already")
    func numbers() {
        var stream = ByteStream()
        stream.bytes.append(utf8: "\u{FEFF}")
        CSVWriter.append(to: &stream) { table in
            table.row(["id", "a", "b"])
            table.row(["C4"], [3, 120])
            table.row([""], [0, 0])
            table.row([], [-1, 10, 9])
        }
        #expect(String(decoding: stream.bytes, as: UTF8.self) == "\u{FEFF}id,a,b\r\nC4,3,120\r\n,0,0\r\n-1,10,9\r\n")
    }

    @Test(
        "A field of several texts is as one text that has them all",
        arguments: [
            [], [""], ["trust"], ["trust", "time"], ["trust, time", "tea"], ["say \"no\"", "\"\""], ["=1", "+2"],
            ["", "=1"],
            [" ", "\t"], ["one\ntwo", "three"], ["", ""], ["\u{FEFF}", "a"], ["-"],
        ]
    )
    func joined(texts: [String]) {
        for isFirst in [true, false] {
            for separator in ["; ", ""] as [StaticString] {
                let field = texts.joined(separator: separator.description)
                for guardsFormulas in [true, false] {
                    var whole = CSVWriter(guardsFormulas: guardsFormulas)
                    var parts = CSVWriter(guardsFormulas: guardsFormulas)
                    for _ in 0..<2 {
                        whole.row(isFirst ? [field, ""] : ["", field])
                        parts.row { row in
                            if !isFirst { row.field("") }
                            row.field(joining: texts, by: separator) { $0 }
                            if isFirst { row.field("") }
                        }
                    }
                    #expect(
                        String(decoding: parts.bytes, as: UTF8.self) == String(decoding: whole.bytes, as: UTF8.self)
                    )
                }
            }
        }
    }

    @Test(
        "A row that looks blank has quotes where readers see them",
        arguments: [
            ([""], "\"\"\r\n"), ([" ", "\t"], "\" \",\t\r\n"), ([" ,", ""], "\" ,\",\r\n"),
            (["", " ,"], "\"\",\" ,\"\r\n"),
            (["", "", "a"], ",,a\r\n"),
        ]
    )
    func blank(fields: [String], row: String) {
        var writer = CSVWriter()
        writer.row(["a", "b"])
        writer.row(fields)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b\r\n" + row)
    }

    @Test("What was written is read as the same fields", arguments: Array(",;\t".utf8), 1...12)
    func roundTrip(delimiter: UInt8, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let columns = Int.random(in: 2...5, using: &random)
            // Numbered, since two columns may not have the same name.
            let header = (0..<columns).map { Self.field(using: &random) + String($0) }
            let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                (0..<columns).map { _ in Self.field(using: &random) }
            }
            var writer = CSVWriter(delimiter: delimiter)
            writer.row(header)
            for row in rows { writer.row(row) }

            let reading = Reading(bytes: writer.bytes)
            #expect(reading.table.delimiter == delimiter)
            #expect(Self.scalars([reading.header]) == Self.scalars([header]))
            #expect(Self.scalars(reading.rows) == Self.scalars(rows))
            #expect(reading.findings == [])
        }
    }

    private static func field(using random: inout SeededGenerator) -> String {
        let pieces = [
            "a", "trust", " ", "\"", "\"\"", ",", ";", "\t", "\n", "é", "\u{301}", "👩‍⚕️", "“", "=", "sep=;", "\u{FEFF}",
            "中",
        ]
        return (0..<Int.random(in: 0...5, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
    }

    /// Scalar for scalar, since equal strings may differ in how accents are composed.
    private static func scalars(_ rows: [[String]]) -> [[[Unicode.Scalar]]] {
        rows.map { $0.map { Array($0.unicodeScalars) } }
    }
}
