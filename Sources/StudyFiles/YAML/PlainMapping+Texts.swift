/// Keys and texts, each on one line.
extension PlainMapping {
    /// Whether a key stands here.
    var startsWithKey: Bool {
        guard index < bytes.count, bytes[index].isLetter else { return false }
        var end = index
        while end < bytes.count, bytes[end].isPartOfKey { end += 1 }
        return end < bytes.count && bytes[end] == Self.colon
    }

    /// A key and the colon and the spaces behind it, of which there are none only if its line ends there.
    mutating func key() -> String? {
        let start = index
        guard bytes[index].isLetter else { return nil }
        while index < bytes.count, bytes[index].isPartOfKey { index += 1 }
        let end = index
        // The parser knows a key only if it is short.
        guard end - start <= 100, index < bytes.count, bytes[index] == Self.colon else { return nil }
        index += 1
        if !endsLine {
            guard bytes[index] == Self.space else { return nil }
            skipSpaces()
            // A key with spaces and nothing else behind it.
            if endsLine { return nil }
        }
        return text(start..<end)
    }

    /// A text between quotation marks without any that means something else.
    mutating func quoted() -> String? {
        let mark = bytes[index]
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != mark {
            guard bytes[index] != Self.backslash || mark == Self.apostrophe, let length = characterLength() else {
                return nil
            }
            index += length
        }
        guard index < bytes.count else { return nil }
        index += 1
        return text(start..<(index - 1))
    }

    /// A text that ends with its line.
    mutating func plain() -> String? {
        guard beginsPlain else { return nil }
        let start = index
        var end = index
        while !endsLine {
            // Only some colons and number signs mean anything, but that is for the other parser to know.
            guard bytes[index] != Self.colon, bytes[index] != Self.comment, let length = characterLength() else {
                return nil
            }
            let isSpace = bytes[index] == Self.space
            index += length
            if !isSpace { end = index }
        }
        return text(start..<end)
    }

    /// A text that ends before a comma or a bracket. Other marks than these mean something there.
    mutating func plainInList() -> String? {
        guard beginsPlain else { return nil }
        let start = index
        var end = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.comma || byte == Self.closingBracket { break }
            guard byte.isPartOfKey || byte == Self.space || byte == Self.underscore || byte >= 0x80,
                let length = characterLength()
            else { return nil }
            index += length
            if byte != Self.space { end = index }
        }
        return text(start..<end)
    }

    /// Whether a text may begin here without quotation marks: many marks mean something at the start.
    private var beginsPlain: Bool {
        index < bytes.count && (bytes[index].isLetter || bytes[index].isDigit || bytes[index] >= 0x80)
    }

    /// Whether there is nothing more on the line.
    var endsLine: Bool { index == bytes.count || bytes[index] == Self.lineEnd }

    /// The column, in characters, from 1.
    var column: Int { bytes[lineStart..<index].reduce(into: 1) { if $1 & 0xC0 != 0x80 { $0 += 1 } } }

    mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == Self.space { index += 1 }
    }

    /// How many bytes a character has; nil for those that YAML forbids or takes for line ends, and for what is none.
    func characterLength() -> Int? {
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

    static let lineEnd = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let comment = UInt8(ascii: "#")
    static let dash = UInt8(ascii: "-")
    static let comma = UInt8(ascii: ",")
    static let bracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    private static let colon = UInt8(ascii: ":")
    private static let underscore = UInt8(ascii: "_")
    private static let backslash = UInt8(ascii: "\\")
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Dashes and full stops mean something only at the start of a line, where a key has a letter.
    fileprivate var isPartOfKey: Bool { isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }
}
