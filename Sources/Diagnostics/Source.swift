import Bytes
import Synchronization

/// A text that a person wrote, kept so that messages can point into it.
public struct Source: Sendable {
    /// What all copies of a source have in common.
    private final class Contents: Sendable {
        let path: String
        let text: [UInt8]
        /// Where lines start, once somebody asked: of most texts nobody does.
        let lineStarts = Mutex<[Int]?>(nil)

        init(path: String, text: [UInt8]) {
            self.path = path
            self.text = text
        }
    }

    private let contents: Contents

    /// The path as messages show it, relative to the study's folder.
    public var path: String { contents.path }

    /// The text in UTF-8, after decoding. Places are offsets into these bytes.
    public var text: [UInt8] { contents.text }

    /// Takes a text. Its lines are found when they are first asked for, which costs one pass over its bytes.
    public init(path: String, text: [UInt8]) {
        contents = Contents(path: path, text: text)
    }

    /// The offset of the first byte of each line. A line ends with LF, CR or CRLF.
    private var lineStarts: [Int] {
        contents.lineStarts.withLock { known in
            if let known { return known }
            let starts = Self.lineStarts(in: contents.text)
            known = starts
            return starts
        }
    }

    private static func lineStarts(in text: [UInt8]) -> [Int] {
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
        return starts
    }

    /// The 1-based number of the line that holds an offset. Looks at nothing behind it, so for what stands near the start of
    /// a text no lines need be found.
    public func lineNumber(at offset: Int) -> Int {
        text.withUnsafeBufferPointer { text in
            let offset = min(offset, text.count)
            var number = 1
            var index = 0
            while index < offset {
                let byte = text[index]
                index += 1
                if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
                if byte == 0x0A || byte == 0x0D, index <= offset { number += 1 }
            }
            return number
        }
    }

    /// How many lines the text has; a text without any line end has one.
    public var lineCount: Int { lineStarts.count }

    /// The 1-based line and column of a byte offset. Columns count Unicode scalars, as an editor's status line does.
    public func position(at offset: Int) -> Position {
        let text = text
        let lineStarts = lineStarts
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
        let lineStarts = lineStarts
        guard line <= lineStarts.count else { return text.count }
        return min(lineStarts[line - 1] + max(byteColumn - 1, 0), text.count)
    }

    /// The byte offset of a 1-based line and a 1-based column counted in Unicode scalars, as YAML gives them.
    public func offset(line: Int, scalarColumn: Int) -> Int {
        guard line >= 1 else { return 0 }
        let text = text
        let lineStarts = lineStarts
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
        let text = text
        let lineStarts = lineStarts
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
