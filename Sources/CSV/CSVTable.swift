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
    public let rows: CSVRows

    init(_ cells: CSVCells, delimiter: UInt8) {
        source = cells.id
        self.delimiter = delimiter
        header = cells.rowCount == 0 ? [] : Array(CSVRow(cells, 0).fields)
        rows = CSVRows(cells)
    }
}

/// The rows below the header of a table, each made when it is asked for.
public struct CSVRows: RandomAccessCollection, Sendable {
    private let cells: CSVCells

    init(_ cells: CSVCells) { self.cells = cells }

    public var startIndex: Int { 0 }
    public var endIndex: Int { Swift.max(cells.rowCount - 1, 0) }
    public subscript(position: Int) -> CSVRow { CSVRow(cells, position + 1) }
}

/// One row below the header.
public struct CSVRow: Sendable {
    /// The fields as they stand in the file. There may be fewer than in the header, since spreadsheets leave out
    /// empty ones at the end, or more.
    public let fields: CSVFields
    /// The row, without its line end.
    public let place: Place

    init(_ cells: CSVCells, _ row: Int) {
        fields = CSVFields(cells, cells.cells(ofRow: row))
        place = cells.place(ofRow: row)
    }
}

/// The fields of a row, each made when it is asked for.
public struct CSVFields: RandomAccessCollection, Sendable {
    private let cells: CSVCells
    private let range: Range<Int>

    init(_ cells: CSVCells, _ range: Range<Int>) {
        self.cells = cells
        self.range = range
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { range.count }
    public subscript(position: Int) -> CSVField { cells.field(range.lowerBound + position) }
}

/// One cell.
public struct CSVField: Sendable {
    /// The text, verbatim: doubled quotes are one, line breaks are LF, nothing is trimmed.
    public let text: String
    /// The field as it stands in the file, with its quotes.
    public let place: Place
}
