import Diagnostics

/// Reads CSV as people's spreadsheets write it.
public enum CSVReader {
    /// Reads a table and reports what cannot be understood.
    ///
    /// Line ends may be LF, CR or CRLF, also within quotes; the delimiter is found in the first row. Rows that were
    /// reported are kept as they are. After a quote that is never closed, reading goes on at the next row that opens
    /// a quote, if there is one. Costs one pass over the text.
    public static func read(_ source: Source, id: SourceID, into diagnostics: inout Diagnostics) -> CSVTable {
        source.text.withUnsafeBufferPointer { bytes in
            let (delimiter, start) = CSVDelimiter.find(in: bytes)
            var scanner = CSVScanner(bytes, from: start, delimiter: delimiter, source: source, id: id)
            guard let columns = scanner.nextRow() else {
                diagnostics.add(
                    .csvEmpty,
                    "this file holds no header",
                    at: Place(source: id, offset: start, length: 0),
                    help: "name the columns in the first row"
                )
                return CSVTable(scanner.finished, delimiter: delimiter)
            }
            // Against a header that was misunderstood every row would be ragged.
            let expected = scanner.rowIsSound ? columns : Int.max
            scanner.findings.add(contentsOf: duplicates(in: scanner.lastRow))

            while let count = scanner.nextRow() {
                guard count > expected, scanner.rowIsSound else { continue }
                if let finding = ragged(scanner.lastRow, expected: expected, delimiter: delimiter) {
                    scanner.findings.add(finding)
                }
            }
            diagnostics.add(contentsOf: scanner.findings)
            return CSVTable(scanner.finished, delimiter: delimiter)
        }
    }

    private static func ragged(_ row: [CSVField], expected: Int, delimiter: UInt8) -> Diagnostic? {
        guard let last = row.lastIndex(where: { !isBlank($0.text) }), last >= expected else { return nil }
        let first = row[expected].place
        let end = row[last].place
        return Diagnostic(
            .csvRaggedRow,
            "this row has \(last + 1) fields where the header has \(expected)",
            at: Place(
                source: first.source,
                offset: Int(first.offset),
                length: Int(end.offset + end.length - first.offset)
            ),
            help: "put a field between quotation marks if its text holds a \(name(of: delimiter))"
        )
    }

    private static func duplicates(in header: [CSVField]) -> Diagnostics {
        var findings = Diagnostics()
        var first: [String: CSVField] = [:]
        for field in header where !isBlank(field.text) {
            let trimmed = trimmed(field.text)
            guard let other = first[trimmed.lowercased()] else {
                first[trimmed.lowercased()] = field
                continue
            }
            findings.add(
                .csvDuplicateColumn,
                "there are two columns ‘\(trimmed)’",
                at: field.place,
                help: "rename or remove one of them",
                related: [.init("the first one is here", at: other.place)]
            )
        }
        return findings
    }

    private static func name(of delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case CSVBytes.tab: "tab"
        default: "‘\(Unicode.Scalar(delimiter))’"
        }
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    private static func trimmed(_ text: String) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
