import Diagnostics

/// The state machine under `CSVReader`: gives one row after the other.
///
/// Hot: looks at each byte about once and notes where cells stand. It lives only as long as the buffer.
struct CSVScanner {
    /// What was found wrong so far.
    var findings = Diagnostics()
    /// Whether the quotes of the last row could be understood.
    private(set) var rowIsSound = true

    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private let source: Source
    private let id: SourceID
    private var index: Int
    private var cells = CSVCells.Draft()
    /// Whether all bytes are valid UTF-8.
    private let areValid: Bool
    /// The text of a field that differs from its bytes.
    private var scratch: [UInt8] = []

    /// A scanner that starts at an offset.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, source: Source, id: SourceID) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.source = source
        self.id = id
        index = start
        areValid = UTF8Sequence.areValid(bytes)
    }

    /// Adds the next row that is not blank, and says how many cells it has; nil at the end.
    mutating func nextRow() -> Int? {
        index = bytes.afterBlankLines(from: index) { [delimiter] in $0 == delimiter }
        guard index < bytes.count else { return nil }
        rowIsSound = true
        var resumption: Int?
        while true {
            if index < bytes.count, bytes[index] == CSVBytes.quote {
                resumption = quotedField()
            } else {
                plainField()
            }
            guard resumption == nil, index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        let count = cells.openCount
        cells.endRow(at: index)
        index = resumption ?? bytes.afterLineEnd(at: index)
        return count
    }

    /// All cells that were read.
    var finished: CSVCells { CSVCells(cells, of: source, id: id, areValid: areValid) }

    /// The fields of the last row.
    var lastRow: [CSVField] {
        guard cells.rowCount > 0 else { return [] }
        return cells.cells(ofRow: cells.rowCount - 1).map { cells.field($0, in: bytes, id: id, areValid: areValid) }
    }

    // MARK: Fields

    private mutating func plainField() {
        let start = index
        var control: Int?
        while true {
            index = bytes.nextControl(from: index, orOther: delimiter)
            guard index < bytes.count, bytes[index] != delimiter, !CSVBytes.isLineEnd(bytes[index]) else { break }
            if bytes[index] != CSVBytes.tab, control == nil { control = index }
            index += 1
        }
        if let control { reportControl(at: control) }
        cells.add(start, index, .asItStands)
    }

    /// Reads a field that starts with a quote. If the quote is never closed, the field ends with its line, and the
    /// result says where to go on.
    private mutating func quotedField() -> Int? {
        let open = index
        guard let content = quotedContent(from: open + 1) else {
            return unclosed(open, resumingAt: bytes.count)
        }
        index = content.end + 1
        while index < bytes.count, bytes[index] == CSVBytes.space, delimiter != CSVBytes.space { index += 1 }
        if index < bytes.count, bytes[index] != delimiter, !CSVBytes.isLineEnd(bytes[index]) {
            if content.spansLines, opensField(content.end) {
                return unclosed(open, resumingAt: lineStart(before: content.end))
            }
            textAfterQuote(content, open: open)
            return nil
        }
        if let control = content.control { reportControl(at: control) }
        if let made = content.made {
            cells.add(open, content.end + 1, made: made)
        } else {
            cells.add(open, content.end + 1, .betweenQuotes)
        }
        return nil
    }

    private struct QuotedContent {
        /// The text, if it differs from what stands there.
        let made: String?
        /// The offset of the closing quote.
        let end: Int
        let spansLines: Bool
        /// The offset of the first control character.
        let control: Int?
    }

    /// What stands between an opening quote and the closing one, or nil if there is no closing one.
    private mutating func quotedContent(from start: Int) -> QuotedContent? {
        scratch.removeAll(keepingCapacity: true)
        var runStart = start
        var index = start
        var control: Int?
        var spansLines = false
        while true {
            index = bytes.nextControl(from: index, orOther: CSVBytes.quote)
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case CSVBytes.quote:
                guard index + 1 < bytes.count, bytes[index + 1] == CSVBytes.quote else {
                    let made = runStart == start ? nil : flushed(runStart, index)
                    return QuotedContent(made: made, end: index, spansLines: spansLines, control: control)
                }
                scratch.append(contentsOf: bytes[runStart...index])
                index += 2
                runStart = index
            case CSVBytes.carriageReturn:
                spansLines = true
                scratch.append(contentsOf: bytes[runStart..<index])
                scratch.append(CSVBytes.lineFeed)
                index = bytes.afterLineEnd(at: index)
                runStart = index
            case CSVBytes.lineFeed:
                spansLines = true
                index += 1
            default:
                if bytes[index] != CSVBytes.tab, control == nil { control = index }
                index += 1
            }
        }
    }

    // MARK: What is wrong

    /// Whether a quote looks like the start of a field: then the quote before it was never closed.
    private func opensField(_ quote: Int) -> Bool {
        let before = bytes[quote - 1]
        return before == delimiter || CSVBytes.isLineEnd(before)
    }

    private mutating func unclosed(_ open: Int, resumingAt resumption: Int) -> Int {
        rowIsSound = false
        findings.add(
            .csvUnclosedQuote,
            "the quotation mark that opens a field on line \(source.position(at: open).line) is never closed",
            at: place(open, open + 1),
            help: "put a quotation mark at the end of the field; one that belongs to its text is written twice"
        )
        index = bytes.lineEnd(from: open)
        cells.add(open, index, made: text(open + 1, index))
        return resumption
    }

    private mutating func textAfterQuote(_ content: QuotedContent, open: Int) {
        rowIsSound = false
        let start = index
        while index < bytes.count, bytes[index] != delimiter, !CSVBytes.isLineEnd(bytes[index]) { index += 1 }
        findings.add(
            .csvTextAfterQuote,
            "text follows the quotation mark that closes the field",
            at: place(start, index),
            help: "write a quotation mark that belongs to the text twice",
            related: content.spansLines ? [.init("the field opens here", at: place(open, open + 1))] : []
        )
        let quoted = content.made ?? text(open + 1, content.end)
        cells.add(open, index, made: quoted + text(content.end + 1, index))
    }

    private mutating func reportControl(at offset: Int) {
        let hex = String(bytes[offset], radix: 16, uppercase: true)
        findings.add(
            .controlCharacter,
            "this field holds the control character U+\(hex.count < 2 ? "000" : "00")\(hex)",
            at: place(offset, offset + 1),
            help: "delete it, or export the file again"
        )
    }

    // MARK: Slices

    private func lineStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, !CSVBytes.isLineEnd(bytes[start - 1]) { start -= 1 }
        return start
    }

    private func place(_ start: Int, _ end: Int) -> Place {
        Place(source: id, offset: start, length: end - start)
    }

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func flushed(_ start: Int, _ end: Int) -> String {
        scratch.append(contentsOf: bytes[start..<end])
        return String(decoding: scratch, as: UTF8.self)
    }
}
