import Diagnostics

/// A table as it stands in a CSV file.
public struct CSVTable: Sendable {
    /// The file.
    public let source: SourceID
    /// What stands between fields: comma, semicolon or tab, or what a `sep=` line says.
    public let delimiter: UInt8
    /// The fields of the first row; none if the file is empty.
    public let header: [CSVField]
    /// The rows below the header, without blank lines and rows that hold only delimiters.
    public let rows: [CSVRow]
}

/// One row below the header.
public struct CSVRow: Sendable {
    /// The fields as they stand in the file. There may be fewer than in the header, since spreadsheets leave out
    /// empty ones at the end, or more.
    public let fields: [CSVField]
    /// The row, without its line end.
    public let place: Place
}

/// One cell.
public struct CSVField: Sendable {
    /// The text, verbatim: doubled quotes are one, line breaks are LF, nothing is trimmed.
    public let text: String
    /// The field as it stands in the file, with its quotes.
    public let place: Place
}
