/// Reads the YAML that most files of words and most front matter is made of: keys at the start of their lines, each
/// with a text on the same line.
///
/// It gives exactly what the parser for all of YAML gives, at a hundredth of the cost, or nothing: whatever it is not
/// sure of, it leaves to the other.
struct PlainMapping {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// The mapping that a text holds; nil if it is anything but a plain one. `line` is the number of its first line.
    static func read(_ text: ArraySlice<UInt8>, line: Int) -> YAMLNode? {
        text.withUnsafeBufferPointer { bytes in
            var reader = PlainMapping(bytes: bytes)
            return reader.mapping(from: line)
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func mapping(from firstLine: Int) -> YAMLNode? {
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        var keys: Set<String> = []
        var line = firstLine
        while index < bytes.count {
            if bytes[index] == Self.comment {
                guard skipComment() else { return nil }
            } else if bytes[index] != Self.lineEnd {
                let start = index
                guard let key = key(), keys.insert(key).inserted, let value = value(line: line, start: start) else {
                    return nil
                }
                pairs.append((YAMLNode(.scalar(key, .plain), line: line, column: 1), value))
            }
            // Whatever was read ends at the end of its line.
            guard index == bytes.count || bytes[index] == Self.lineEnd else { return nil }
            index += 1
            line += 1
        }
        guard let first = pairs.first?.key.start else { return nil }
        return YAMLNode(.mapping(pairs), line: first.line, column: first.column)
    }

    private mutating func skipComment() -> Bool {
        while index < bytes.count, bytes[index] != Self.lineEnd {
            guard let length = characterLength() else { return false }
            index += length
        }
        return true
    }

    /// A key and the colon and the spaces behind it.
    private mutating func key() -> String? {
        let start = index
        guard bytes[index].isLetter else { return nil }
        while index < bytes.count, bytes[index].isPartOfKey { index += 1 }
        let end = index
        // The parser knows a key only if it is short.
        guard end - start <= 100, index + 1 < bytes.count, bytes[index] == Self.colon, bytes[index + 1] == Self.space
        else { return nil }
        index += 1
        skipSpaces()
        return text(start..<end)
    }

    private mutating func value(line: Int, start: Int) -> YAMLNode? {
        guard index < bytes.count else { return nil }
        let column = index - start + 1
        let byte = bytes[index]
        if byte == Self.quote || byte == Self.apostrophe {
            return quoted(byte).map { YAMLNode(.scalar($0, .quoted), line: line, column: column) }
        }
        // Marks mean something at the start of a text.
        guard byte.isLetter || byte.isDigit || byte >= 0x80 else { return nil }
        return plain().map { YAMLNode(.scalar($0, .plain), line: line, column: column) }
    }

    private mutating func quoted(_ mark: UInt8) -> String? {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != mark {
            guard bytes[index] != Self.backslash || mark == Self.apostrophe, let length = characterLength() else {
                return nil
            }
            index += length
        }
        guard index < bytes.count else { return nil }
        let end = index
        index += 1
        // A doubled mark belongs to the text, and something else behind it is for the other parser to judge.
        guard index == bytes.count || bytes[index] == Self.space || bytes[index] == Self.lineEnd else { return nil }
        skipSpaces()
        return isContinued ? nil : text(start..<end)
    }

    private mutating func plain() -> String? {
        let start = index
        var end = index
        while index < bytes.count, bytes[index] != Self.lineEnd {
            // Only some colons and number signs mean anything, but that is for the other parser to know.
            guard bytes[index] != Self.colon, bytes[index] != Self.comment, let length = characterLength() else {
                return nil
            }
            let isSpace = bytes[index] == Self.space
            index += length
            if !isSpace { end = index }
        }
        return isContinued ? nil : text(start..<end)
    }

    /// Whether the text before may go on in the next line with more than a key, a comment or nothing.
    private var isContinued: Bool {
        guard index < bytes.count, bytes[index] == Self.lineEnd else { return false }
        guard index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        return !(next.isLetter || next == Self.comment || next == Self.lineEnd)
    }

    private mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == Self.space { index += 1 }
    }

    /// How many bytes a character has; nil for those that YAML forbids or takes for line ends, and for what is none.
    private func characterLength() -> Int? {
        let byte = bytes[index]
        switch byte {
        case 0x20...0x7E: return 1
        case 0xC2...0xDF: return continues(1) && !(byte == 0xC2 && bytes[index + 1] < 0xA0) ? 2 : nil
        case 0xE2:
            guard continues(2) else { return nil }
            return bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? nil : 3
        // The block from 0xEF on holds the mark of byte order, and others that are no characters.
        case 0xE0...0xEE: return continues(2) ? 3 : nil
        case 0xF0...0xF4: return continues(3) ? 4 : nil
        default: return nil
        }
    }

    private func continues(_ count: Int) -> Bool {
        index + count < bytes.count && (1...count).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
    }

    private func text(_ range: Range<Int>) -> String? {
        String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private static let lineEnd = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let comment = UInt8(ascii: "#")
    private static let colon = UInt8(ascii: ":")
    private static let quote = UInt8(ascii: "\"")
    private static let apostrophe = UInt8(ascii: "'")
    private static let backslash = UInt8(ascii: "\\")
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Dashes and full stops mean something only at the start of a line, where a key has a letter.
    fileprivate var isPartOfKey: Bool { isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }
}
