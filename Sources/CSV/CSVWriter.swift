/// Writes CSV as RFC 4180 describes it: rows end with CRLF, quotes stand only where they are needed.
///
/// What it writes, `CSVReader` reads as the same fields, if the header has more than one column or the
/// delimiter is a comma.
public struct CSVWriter: Sendable {
    /// What was written so far, in UTF-8 without byte order mark.
    public private(set) var bytes: [UInt8] = []

    private let delimiter: UInt8
    private let guardsFormulas: Bool

    /// A writer with nothing written yet.
    ///
    /// - Parameter guardsFormulas: Puts `'` before cells that a spreadsheet would take for a formula: those
    ///   that begin with `=`, `+`, `-`, `@`, a tab or CR. Such cells do not read back as they were.
    public init(delimiter: UInt8 = UInt8(ascii: ","), guardsFormulas: Bool = false) {
        self.delimiter = delimiter
        self.guardsFormulas = guardsFormulas
    }

    /// Writes a row.
    public mutating func row(_ fields: [String]) {
        let isFirst = bytes.isEmpty
        // A row that looks blank would be left out by readers.
        let isBlank = fields.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == delimiter } }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            let text = guardsFormulas && Self.isFormula(field) ? "'" + field : field
            let isMistakable = index == 0 && (isBlank || isFirst && Self.isMark(text))
            append(text, quoted: isMistakable || needsQuotes(text, inHeader: isFirst))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ field: String, quoted: Bool) {
        guard quoted else {
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(CSVBytes.quote)
        for byte in field.utf8 {
            if byte == CSVBytes.quote { bytes.append(CSVBytes.quote) }
            bytes.append(byte)
        }
        bytes.append(CSVBytes.quote)
    }

    /// In the header every usual delimiter is quoted, since readers find the delimiter by counting there.
    private func needsQuotes(_ field: String, inHeader: Bool) -> Bool {
        field.utf8.contains { byte in
            switch byte {
            case delimiter, CSVBytes.quote, 0x0A, 0x0D: true
            default: inHeader && CSVBytes.delimiters.contains(byte)
            }
        }
    }

    private static func isFormula(_ field: String) -> Bool {
        guard let first = field.utf8.first else { return false }
        return "=+-@\t\r".utf8.contains(first)
    }

    /// What means something else at the very start of a file: a byte order mark, or Excel's `sep=`.
    private static func isMark(_ field: String) -> Bool {
        field.unicodeScalars.first == "\u{FEFF}" || field.prefix(4).lowercased() == "sep="
    }
}
