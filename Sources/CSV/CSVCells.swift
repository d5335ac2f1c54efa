import Bytes
import Diagnostics

/// Where the cells of a table stand in its file. Their texts are made when somebody asks for them: a large table has
/// hundreds of thousands of cells, most of which are looked at once or never.
final class CSVCells: Sendable {
    /// How the text of a cell comes from its bytes.
    enum Text: Sendable {
        case asItStands
        /// Without the first byte and the last.
        case betweenQuotes
        /// In another way: by its position among the texts that were made at once.
        case made(UInt32)
    }

    /// One cell, in few bytes.
    fileprivate struct Cell: Sendable {
        let offset: UInt32
        let length: UInt32
        let text: Text
    }

    fileprivate struct Row: Sendable {
        /// Its first cell.
        let first: UInt32
        /// Where it ends in the file.
        let end: UInt32
    }

    /// The cells of a table while it is read.
    struct Draft {
        fileprivate var cells: [Cell] = []
        fileprivate var rows: [Row] = []
        fileprivate var made: [String] = []

        /// The first cell of the row that is not ended yet.
        fileprivate var openStart: UInt32 = 0

        /// How many rows were ended.
        var rowCount: Int { rows.count }

        /// How many cells the row that is not ended yet has.
        var openCount: Int { cells.count - Int(openStart) }

        /// Adds a cell to the row.
        mutating func add(_ start: Int, _ end: Int, _ text: Text) {
            cells.append(Cell(offset: UInt32(clamping: start), length: UInt32(clamping: end - start), text: text))
        }

        /// Adds a cell whose text has to be made at once.
        mutating func add(_ start: Int, _ end: Int, made text: String) {
            add(start, end, .made(UInt32(made.count)))
            made.append(text)
        }

        /// Ends the row.
        mutating func endRow(at end: Int) {
            rows.append(Row(first: openStart, end: UInt32(clamping: end)))
            openStart = UInt32(cells.count)
        }
    }

    let id: SourceID
    /// The file's bytes; of its own, as several threads would count up and down those of the source for each cell.
    private let bytes: [UInt8]
    private let areValid: Bool
    private let draft: Draft

    /// `areValid` says whether all bytes of the source are valid UTF-8.
    init(_ draft: Draft, of source: Source, id: SourceID, areValid: Bool) {
        self.draft = draft
        bytes = source.text
        self.id = id
        self.areValid = areValid
    }

    /// How many rows there are, the header included.
    var rowCount: Int { draft.rowCount }

    /// The cells of a row.
    func cells(ofRow row: Int) -> Range<Int> { draft.cells(ofRow: row) }

    /// A row, without its line end.
    func place(ofRow row: Int) -> Place {
        let start = Int(draft.cells[Int(draft.rows[row].first)].offset)
        return Place(source: id, offset: start, length: Int(draft.rows[row].end) - start)
    }

    /// One cell with its text.
    func field(_ position: Int) -> CSVField {
        bytes.withUnsafeBufferPointer { draft.field(position, in: $0, id: id, areValid: areValid) }
    }
}

extension CSVCells.Draft {
    /// The cells of a row that was ended.
    func cells(ofRow row: Int) -> Range<Int> {
        let end = row + 1 < rows.count ? rows[row + 1].first : openStart
        return Int(rows[row].first)..<Int(end)
    }

    /// One cell with its text. If all bytes are valid UTF-8, so are those of a cell, as it ends before or after a byte of
    /// ASCII.
    func field(_ position: Int, in bytes: UnsafeBufferPointer<UInt8>, id: SourceID, areValid: Bool) -> CSVField {
        let cell = cells[position]
        let start = Int(cell.offset)
        let end = start + Int(cell.length)
        func text(_ range: Range<Int>) -> String {
            if range.isEmpty { return "" }
            let field = UnsafeBufferPointer(rebasing: bytes[range])
            return areValid ? String(validUTF8: field) : String(decoding: field, as: UTF8.self)
        }
        let text =
            switch cell.text {
            case .asItStands: text(start..<end)
            case .betweenQuotes: text(start + 1..<end - 1)
            case .made(let number): made[Int(number)]
            }
        return CSVField(text: text, place: Place(source: id, offset: start, length: Int(cell.length)))
    }
}
