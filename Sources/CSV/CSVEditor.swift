import Diagnostics

/// A table that is changed cell by cell and row by row. Everything that is not changed stays byte for byte: other cells,
/// their quotes, blank lines, line ends, the delimiter and the encoding.
public struct CSVEditor: Sendable {
    /// The table as it stands in the file.
    public let table: CSVTable

    private let original: [UInt8]
    private let text: [UInt8]
    private let encoding: TextEncoding
    private let lineEnd: [UInt8]
    private let quotesAll: Bool
    private var cells: [Int: [Int: String]] = [:]
    private var removed: Set<Int> = []
    private var appended: [[String]] = []
    private var newColumns: [String] = []

    /// A table from the bytes of its file; nil if they cannot be understood without a doubt.
    public init?(_ bytes: [UInt8]) {
        let decoded = TextDecoding.decode(bytes)
        guard decoded.problem == nil else { return nil }
        var sources = Sources()
        var diagnostics = Diagnostics()
        let id = sources.add(Source(path: "", text: decoded.utf8))
        table = CSVReader.read(sources[id], id: id, into: &diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        original = bytes
        text = decoded.utf8
        encoding = decoded.encoding
        let headerEnd = table.header.last.map { Int($0.place.offset + $0.place.length) } ?? 0
        lineEnd = Self.lineEnd(of: text, from: headerEnd)
        let text = decoded.utf8
        quotesAll = table.header.allSatisfy { text[Int($0.place.offset)...].first == CSVBytes.quote }
    }

    /// An empty table with a header, as UTF-8.
    public init?(header: [String]) {
        var writer = CSVWriter()
        writer.row(header)
        self.init(writer.bytes.filter { $0 != CSVBytes.carriageReturn })
    }

    private static func lineEnd(of text: [UInt8], from start: Int) -> [UInt8] {
        guard let first = text[start...].firstIndex(where: CSVBytes.isLineEnd) else { return [CSVBytes.lineFeed] }
        let isPair = text[first] == CSVBytes.carriageReturn && text[(first + 1)...].first == CSVBytes.lineFeed
        return isPair ? [CSVBytes.carriageReturn, CSVBytes.lineFeed] : [text[first]]
    }

    // MARK: Changes

    /// Whether nothing was changed.
    public var isUnchanged: Bool { cells.isEmpty && removed.isEmpty && appended.isEmpty && newColumns.isEmpty }

    /// Whether no row would be left.
    public var isEmpty: Bool { removed.count == table.rows.count && appended.isEmpty }

    /// How many columns there are, the new ones included.
    public var columnCount: Int { table.header.count + newColumns.count }

    /// Puts a text into a cell.
    public mutating func set(_ text: String, row: Int, column: Int) { cells[row, default: [:]][column] = text }

    /// Takes a row away.
    public mutating func remove(row: Int) { removed.insert(row) }

    /// Adds a row at the end.
    public mutating func append(_ fields: [String]) { appended.append(fields) }

    /// Adds a column at the right, and says which one it is.
    public mutating func addColumn(_ header: String) -> Int {
        newColumns.append(header)
        return columnCount - 1
    }

    // MARK: Bytes

    /// The bytes of the file as it has to be. A file in Windows-1252 that has no byte for a new character becomes UTF-8.
    public var bytes: [UInt8] {
        if isUnchanged { return original }
        let edited = editedText
        let mark = original.starts(with: [0xFF, 0xFE]) || original.starts(with: [0xFE, 0xFF])
        if let encoded = encoding.encode(edited, withMark: mark), TextDecoding.decode(encoded).utf8 == edited {
            return encoded
        }
        return TextEncoding.utf8WithBOM.encode(edited) ?? edited
    }

    private var editedText: [UInt8] {
        var result: [UInt8] = []
        var position = 0
        func copy(to end: Int) {
            guard end > position else { return }
            result += text[position..<end]
            position = end
        }
        if let last = table.header.last, !newColumns.isEmpty {
            copy(to: Int(last.place.offset + last.place.length))
            for column in newColumns { result += [table.delimiter] + field(column) }
        }
        for (index, row) in table.rows.enumerated() {
            let start = Int(row.place.offset)
            if removed.contains(index) {
                copy(to: start)
                position = Self.afterLineEnd(text, Int(row.place.offset + row.place.length))
                continue
            }
            guard let changes = cells[index] else { continue }
            var end = start
            for (column, old) in row.fields.enumerated() {
                end = Int(old.place.offset + old.place.length)
                guard let new = changes[column] else { continue }
                copy(to: Int(old.place.offset))
                result += field(new, isQuoted: text[position...].first == CSVBytes.quote)
                position = end
            }
            let missing = changes.keys.filter { $0 >= row.fields.count }
            guard let last = missing.max() else { continue }
            // There may be spaces behind the quotation mark that closes the last field.
            copy(to: Int(row.place.offset + row.place.length))
            for column in row.fields.count...last {
                result.append(table.delimiter)
                if let new = changes[column] { result += field(new) }
            }
        }
        copy(to: text.count)
        guard !appended.isEmpty else { return result }
        if let last = result.last, !CSVBytes.isLineEnd(last) { result += lineEnd }
        for row in appended {
            // Spreadsheets leave out what is empty at the end, but a row that is written here is whole.
            let padded = row + Array(repeating: "", count: max(0, columnCount - row.count))
            result += padded.map { field($0, isQuoted: quotesAll) }.joined(separator: [table.delimiter]) + lineEnd
        }
        return result
    }

    private static func afterLineEnd(_ text: [UInt8], _ index: Int) -> Int {
        text.withUnsafeBufferPointer { $0.afterLineEnd(at: index) }
    }

    private func field(_ text: String, isQuoted: Bool = false) -> [UInt8] {
        let bytes = Array(text.utf8)
        let needsQuotes = bytes.contains {
            $0 == table.delimiter || $0 == CSVBytes.quote || CSVBytes.isLineEnd($0)
        }
        guard isQuoted || needsQuotes else { return bytes }
        var quoted: [UInt8] = [CSVBytes.quote]
        for byte in bytes {
            if byte == CSVBytes.quote { quoted.append(byte) }
            quoted.append(byte)
        }
        return quoted + [CSVBytes.quote]
    }
}
