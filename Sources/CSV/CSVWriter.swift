import Bytes

/// Writes CSV as RFC 4180 describes it: rows end with CRLF, quotes stand only where they are needed.
///
/// What it writes, `CSVReader` reads as the same fields, if the header has more than one column or the
/// delimiter is a comma.
public struct CSVWriter {
    /// What was written so far, in UTF-8 without byte order mark.
    public var bytes: [UInt8] { output.bytes }

    @usableFromInline
    var output = ByteStream()
    private let delimiter: UInt8
    private let guardsFormulas: Bool
    private var isInHeader = true
    /// Whether the next field is the first one of its row.
    private var isAtStart = true
    /// Whether all fields of the row look blank so far.
    private var looksBlank = true

    /// A writer with nothing written yet.
    ///
    /// - Parameter guardsFormulas: Puts `'` before cells that a spreadsheet would take for a formula: those
    ///   that begin with `=`, `+`, `-`, `@`, a tab or CR. Such cells do not read back as they were.
    public init(delimiter: UInt8 = UInt8(ascii: ","), guardsFormulas: Bool = false) {
        self.delimiter = delimiter
        self.guardsFormulas = guardsFormulas
    }

    /// Appends a table to a stream, after a byte order mark for instance. `content` adds its rows.
    public static func append(
        to output: inout ByteStream,
        guardsFormulas: Bool = false,
        _ content: (inout CSVWriter) -> Void
    ) {
        // The stream moves in here and out again: a copy of its bytes would cost as much as making them.
        var writer = CSVWriter(guardsFormulas: guardsFormulas)
        swap(&writer.output, &output)
        content(&writer)
        swap(&writer.output, &output)
    }

    /// Appends a table for spreadsheets to a stream: with the mark at the start by which they know UTF-8.
    public static func appendSpreadsheet(
        to output: inout ByteStream,
        header: [String],
        _ rows: (inout CSVWriter) -> Void
    ) {
        output.bytes += [0xEF, 0xBB, 0xBF]
        append(to: &output, guardsFormulas: true) { table in
            table.row(header)
            rows(&table)
        }
    }

    /// Writes a row: some fields, and then some whole numbers.
    public mutating func row(_ fields: [String], _ numbers: [Int] = []) {
        row { row in
            for field in fields { row.field(field) }
            row.fields(numbers)
        }
    }

    /// Writes a row of the fields that `content` adds.
    public mutating func row(_ content: (inout CSVWriter) -> Void) {
        let start = output.bytes.count
        isAtStart = true
        looksBlank = true
        content(&self)
        if looksBlank && !isAtStart { showRow(from: start) }
        output.bytes.append(CSVBytes.carriageReturn)
        output.bytes.append(CSVBytes.lineFeed)
        isInHeader = false
        output.pause()
    }

    /// Adds a field to a row.
    public mutating func field(_ text: String) {
        beginField()
        text.withBytes { append($0) }
        isAtStart = false
    }

    /// Adds a field that is the texts of some items, with something between them.
    @inlinable
    public mutating func field<Item>(
        joining items: some Sequence<Item>,
        by separator: StaticString,
        _ text: (Item) -> String
    ) {
        beginField()
        let start = output.bytes.count
        var isFirst = true
        for item in items {
            if !isFirst { appendPart(separator) }
            isFirst = false
            appendPart(text(item))
        }
        endField(from: start)
    }

    /// Adds fields that are whole numbers.
    public mutating func fields(_ numbers: [Int]) {
        guard let first = numbers.first else { return }
        beginField()
        output.bytes.append(decimal: first)
        output.bytes.append(decimals: numbers.dropFirst(), eachAfter: delimiter)
        looksBlank = false
        isAtStart = false
    }

    @usableFromInline
    mutating func beginField() { if !isAtStart { output.bytes.append(delimiter) } }

    @usableFromInline
    mutating func appendPart(_ text: String) { output.bytes.append(utf8: text) }

    @usableFromInline
    mutating func appendPart(_ text: StaticString) { output.bytes.append(text) }

    /// Ends a field that was written as it is. Hardly ever it has to be written otherwise.
    @usableFromInline
    mutating func endField(from start: Int) {
        let isPlain = output.bytes.withUnsafeBufferPointer { written in
            let field = UnsafeBufferPointer(rebasing: written[start...])
            return !field.isEmpty && !isGuarded(field) && !needsQuotes(field) && !field.allSatisfy(isBlank)
        }
        if isPlain {
            looksBlank = false
        } else {
            let field = Array(output.bytes[start...])
            output.bytes.removeSubrange(start...)
            field.withUnsafeBufferPointer { append($0) }
        }
        isAtStart = false
    }

    /// Hot: copies runs of bytes and looks at eight of them at once.
    private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
        if looksBlank { looksBlank = field.allSatisfy(isBlank) }
        let isQuoted = needsQuotes(field)
        if isQuoted { output.bytes.append(CSVBytes.quote) }
        if isGuarded(field) { output.bytes.append(FormulaGuard.mark) }
        var start = 0
        while let index = isQuoted ? field.firstIndex(of: CSVBytes.quote, from: start) : nil {
            // Up to the quote and with it, and once more; then what follows.
            output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: field[start...index]))
            output.bytes.append(CSVBytes.quote)
            start = index + 1
        }
        output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: field[start...]))
        if isQuoted { output.bytes.append(CSVBytes.quote) }
    }

    /// A row that looks blank would be left out by readers, so its first field is put into quotes.
    private mutating func showRow(from start: Int) {
        guard start == output.bytes.count || output.bytes[start] != CSVBytes.quote else { return }
        // A blank field with a delimiter in it has its quotes already.
        let end = output.bytes[start...].firstIndex(of: delimiter) ?? output.bytes.count
        output.bytes.insert(CSVBytes.quote, at: end)
        output.bytes.insert(CSVBytes.quote, at: start)
    }

    private func isGuarded(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guardsFormulas && FormulaGuard.isFormula(field.first)
    }

    /// In the header every usual delimiter is quoted, since readers find the delimiter by counting there.
    private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        let found = field.next(from: 0) { eight in
            eight.places(of: delimiter) | eight.places(of: CSVBytes.quote) | eight.places(of: CSVBytes.lineFeed)
                | eight.places(of: CSVBytes.carriageReturn)
        }
        guard isInHeader, found == field.count else { return found < field.count }
        return CSVBytes.delimiters.contains(where: field.holds) || isAtStart && Self.isMark(field)
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == CSVBytes.space || byte == CSVBytes.tab || byte == delimiter
    }

    /// What means something else at the very start of a file: a byte order mark, or Excel's `sep=`.
    private static func isMark(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        field.starts(with: [0xEF, 0xBB, 0xBF])
            || field.count >= 4 && zip(field, "sep=".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 != 0x3D }
    }
}
