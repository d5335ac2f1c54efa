import Diagnostics

extension Rule {
    /// A cell that begins with a quotation mark and never ends with one.
    public static let csvUnclosedQuote = Rule(
        "csv-unclosed-quote",
        .error,
        "A quoted cell is never closed, so the rows below it would become part of it."
    )
    /// Text between the closing quotation mark of a cell and the next delimiter.
    public static let csvTextAfterQuote = Rule(
        "csv-text-after-quote",
        .error,
        "Text follows the closing quotation mark of a cell, so its quotation marks cannot be understood."
    )
    /// A row with text beyond the last column.
    public static let csvRaggedRow = Rule(
        "csv-ragged-row",
        .error,
        "A row has more fields than the header, so its text may stand in the wrong columns."
    )
    /// A file without a header.
    public static let csvEmpty = Rule(
        "csv-empty",
        .error,
        "A CSV file holds no header, so its columns have no names."
    )
    /// Two columns of the same name.
    public static let csvDuplicateColumn = Rule(
        "csv-duplicate-column",
        .error,
        "Two columns have the same name, so it is not known which one is meant."
    )
    /// A control character in a cell.
    public static let controlCharacter = Rule(
        "control-character",
        .error,
        "A text holds a character that is not for reading, such as NUL; it comes from a damaged file or a faulty export."
    )
}

extension Rule {
    /// The checks of tables.
    public static let ofTables: [Rule] = [
        .csvUnclosedQuote, .csvTextAfterQuote, .csvRaggedRow, .csvEmpty, .csvDuplicateColumn, .controlCharacter,
    ]
}
