/// Keeps spreadsheets from taking a cell for a formula, so that what was guarded can be had back.
public enum FormulaGuard {
    /// What stands before a cell that is guarded.
    static let mark = UInt8(ascii: "'")

    /// Whether a spreadsheet would take a cell for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or CR.
    public static func isFormula(_ cell: String) -> Bool { isFormula(cell.utf8.first) }

    /// The cell with `'` before it if it is a formula, or looks as if it had been guarded before.
    public static func guarded(_ cell: String) -> String { looksGuarded(cell) || isFormula(cell) ? "'" + cell : cell }

    /// The cell as it was before it was `guarded`.
    public static func unguarded(_ cell: String) -> String { looksGuarded(cell) ? String(cell.dropFirstByte) : cell }

    private static func looksGuarded(_ cell: String) -> Bool {
        let bytes = cell.utf8
        guard bytes.first == mark else { return false }
        return isFormula(bytes.first { $0 != mark })
    }

    /// The same for the first byte of a cell.
    static func isFormula(_ first: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), CSVBytes.tab,
            CSVBytes.carriageReturn:
            true
        default: false
        }
    }
}

extension String {
    /// What follows an ASCII character, even if an accent belongs to it.
    fileprivate var dropFirstByte: Substring.UnicodeScalarView { unicodeScalars.dropFirst() }
}
