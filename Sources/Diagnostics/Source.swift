import Bytes

/// A text that a person wrote, kept so that messages can point into it.
public struct Source: Sendable {
    /// The path as messages show it, relative to the study's folder.
    public let path: String

    /// The text in UTF-8, after decoding. Places are offsets into these bytes.
    public let text: [UInt8]

    /// The offset of the first byte of each line. A line ends with LF, CR or CRLF.
    private let lineStarts: [Int]

    /// Takes a text and finds its lines; costs one pass over its bytes.
    public init(path: String, text: [UInt8]) {
        self.path = path
        self.text = text
        var starts = [0]
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while true {
                index = bytes.next(from: index) { $0.places(of: 0x0A) | $0.places(of: 0x0D) }
                guard index < bytes.count else { break }
                let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                index += isPair ? 2 : 1
                starts.append(index)
            }
        }
        lineStarts = starts
    }

    /// How many lines the text has; a text without any line end has one.
    public var lineCount: Int { lineStarts.count }

    /// The 1-based line and column of a byte offset. Columns count Unicode scalars, as an editor's status line does.
    public func position(at offset: Int) -> Position {
        let offset = min(max(offset, 0), text.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = text[lineStarts[low]..<offset].reduce(into: 1) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        return Position(line: low + 1, column: column)
    }

    /// The byte offset of a 1-based line and a 1-based column counted in bytes, as cmark gives them.
    /// Positions outside the text are moved to its nearest end.
    public func offset(line: Int, byteColumn: Int) -> Int {
        guard line >= 1 else { return 0 }
        guard line <= lineStarts.count else { return text.count }
        return min(lineStarts[line - 1] + max(byteColumn - 1, 0), text.count)
    }

    /// The byte offset of a 1-based line and a 1-based column counted in Unicode scalars, as YAML gives them.
    public func offset(line: Int, scalarColumn: Int) -> Int {
        guard line >= 1 else { return 0 }
        guard line <= lineStarts.count else { return text.count }
        var offset = lineStarts[line - 1]
        var remaining = scalarColumn - 1
        while remaining > 0, offset < text.count, text[offset] != 0x0A {
            offset += 1
            while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining -= 1
        }
        return offset
    }

    /// The bytes of a 1-based line, without its line end.
    public func line(_ number: Int) -> ArraySlice<UInt8> {
        guard number >= 1, number <= lineStarts.count else { return [] }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : text.count
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return text[start..<end]
    }
}

/// A 1-based line and column.
public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, counted in Unicode scalars.
    public let column: Int

    /// A position from its parts.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
