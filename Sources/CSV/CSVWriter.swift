/// Writes CSV as RFC 4180 describes it: rows end with CRLF, quotes stand only where they are needed.
///
/// What it writes, `CSVReader` reads as the same fields, if the header has more than one column or the
/// delimiter is a comma.
public struct CSVWriter: Sendable {
    /// What was written so far, in UTF-8 without byte order mark.
    public private(set) var bytes: [UInt8] = []

    private let delimiter: UInt8
    private let guardsFormulas: Bool
    private var isInHeader = true

    /// A writer with nothing written yet.
    ///
    /// - Parameter guardsFormulas: Puts `'` before cells that a spreadsheet would take for a formula: those
    ///   that begin with `=`, `+`, `-`, `@`, a tab or CR. Such cells do not read back as they were.
    public init(delimiter: UInt8 = UInt8(ascii: ","), guardsFormulas: Bool = false) {
        self.delimiter = delimiter
        self.guardsFormulas = guardsFormulas
    }

    /// Appends a table to some bytes, such as a byte order mark. `content` adds its rows.
    public static func append(
        to output: inout [UInt8],
        guardsFormulas: Bool = false,
        _ content: (inout CSVWriter) -> Void
    ) {
        // The bytes move in here and out again: a copy of a large table would cost as much as making it.
        var writer = CSVWriter(guardsFormulas: guardsFormulas)
        swap(&writer.bytes, &output)
        content(&writer)
        swap(&writer.bytes, &output)
    }

    /// Appends a table for spreadsheets to some bytes: with the mark at the start by which they know UTF-8.
    public static func appendSpreadsheet(
        to output: inout [UInt8],
        header: [String],
        _ rows: (inout CSVWriter) -> Void
    ) {
        output += [0xEF, 0xBB, 0xBF]
        append(to: &output, guardsFormulas: true) { table in
            table.row(header)
            rows(&table)
        }
    }

    /// Writes a row: some fields, and then some whole numbers.
    public mutating func row(_ fields: [String], _ numbers: [Int] = []) {
        // A row that looks blank would be left out by readers.
        let looksBlank = numbers.isEmpty && fields.allSatisfy { $0.utf8.allSatisfy { isBlank($0) } }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            let text = guardsFormulas && FormulaGuard.isFormula(field) ? "'" + field : field
            append(text, isMistakable: index == 0 && (looksBlank || isInHeader && Self.isMark(text)))
        }
        for (index, number) in numbers.enumerated() {
            if index > 0 || !fields.isEmpty { bytes.append(delimiter) }
            if (0...9).contains(number) {
                bytes.append(0x30 + UInt8(number))
            } else {
                bytes.append(contentsOf: String(number).utf8)
            }
        }
        bytes.append(CSVBytes.carriageReturn)
        bytes.append(CSVBytes.lineFeed)
        isInHeader = false
    }

    /// Hot: copies runs of bytes and looks at each byte once, where nothing has to be quoted, and twice elsewhere.
    private mutating func append(_ field: String, isMistakable: Bool) {
        var field = field
        field.withUTF8 { field in
            guard isMistakable || needsQuotes(field) else {
                bytes.append(contentsOf: field)
                return
            }
            bytes.append(CSVBytes.quote)
            var start = 0
            for index in field.indices where field[index] == CSVBytes.quote {
                // Up to the quote and with it; then it comes again, with what follows.
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: field[start...index]))
                start = index
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: field[start...]))
            bytes.append(CSVBytes.quote)
        }
    }

    /// In the header every usual delimiter is quoted, since readers find the delimiter by counting there.
    private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in field {
            switch byte {
            case delimiter, CSVBytes.quote, CSVBytes.lineFeed, CSVBytes.carriageReturn: return true
            default: if isInHeader, CSVBytes.delimiters.contains(byte) { return true }
            }
        }
        return false
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == CSVBytes.space || byte == CSVBytes.tab || byte == delimiter
    }

    /// What means something else at the very start of a file: a byte order mark, or Excel's `sep=`.
    private static func isMark(_ field: String) -> Bool {
        field.unicodeScalars.first == "\u{FEFF}" || field.prefix(4).lowercased() == "sep="
    }
}
