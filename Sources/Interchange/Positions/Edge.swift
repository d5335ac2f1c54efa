/// What stands at the beginning or the end of a selection, and how likely people are to select there.
///
/// Scores are logarithms in hundredths: how much more often a true position meets this than a wrong one does.
struct Edge: Equatable {
    /// What speaks for the position, or against it.
    let score: Int
    /// Whether it cuts no word and no character.
    let isAtWordEdge: Bool
    /// Whether it stands between two letters of a word.
    let isInsideWord: Bool

    /// A position that cannot be meant: in the middle of a character, or beyond the text.
    static let impossible = Edge(score: -1000, isAtWordEdge: false, isInsideWord: false)

    private static func edge(_ score: Int) -> Edge { Edge(score: score, isAtWordEdge: true, isInsideWord: false) }
    private static let insideWord = Edge(score: -340, isAtWordEdge: false, isInsideWord: true)
    /// In scripts without spaces every place between two signs is alike.
    private static let neutral = Edge(score: 0, isAtWordEdge: true, isInsideWord: false)

    /// The beginning of a selection at a byte offset, or a negative offset.
    static func start(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Edge {
        guard offset >= 0, let after = Sign(bytes, at: offset), !after.isContinuing else { return .impossible }
        guard let before = Sign(bytes, before: offset) else { return edge(320) }
        if before.scalar == "\r", after.scalar == "\n" { return .impossible }
        if after.isSpace { return edge(after.isLineEnd ? 0 : -190) }
        if before.isLineEnd { return edge(320) }
        if before.isSpace {
            var index = offset - before.length
            while let further = Sign(bytes, before: index), further.isSpace {
                if further.isLineEnd { return edge(320) }
                index -= further.length
            }
            return edge(Sign(bytes, before: index)?.endsSentences == true ? 200 : 50)
        }
        if before.isUnspaced, after.isUnspaced { return neutral }
        if before.isWord, after.isWord { return insideWord }
        if before.joins, after.isWord, Sign(bytes, before: offset - before.length)?.isWord == true { return insideWord }
        return edge(30)
    }

    /// The end of a selection at a byte offset, or a negative offset.
    static func end(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Edge {
        guard offset >= 0, let before = Sign(bytes, before: offset) else { return .impossible }
        guard let after = Sign(bytes, at: offset) else { return edge(before.isSpace ? 0 : 320) }
        if after.isContinuing || before.scalar == "\r" && after.scalar == "\n" { return .impossible }
        if before.isLineEnd { return edge(50) }
        if before.isSpace { return edge(-100) }
        if after.isLineEnd { return edge(before.endsSentences ? 320 : 250) }
        if after.isSpace { return edge(before.endsSentences ? 200 : 50) }
        if before.isUnspaced, after.isUnspaced { return neutral }
        if before.isWord, after.isWord { return insideWord }
        if after.joins, before.isWord, Sign(bytes, at: offset + after.length)?.isWord == true { return insideWord }
        return edge(30)
    }
}

/// One scalar next to an edge.
private struct Sign {
    let scalar: Unicode.Scalar
    let length: Int

    /// The scalar that begins at an offset.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index < bytes.count else { return nil }
        let first = UInt32(bytes[index])
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
        guard length > 0, index + length <= bytes.count else { return nil }
        var value = length == 1 ? first : first & (0x7F >> UInt32(length))
        for next in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        self.scalar = scalar
        self.length = length
    }

    /// The scalar that ends at an offset.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) {
        guard end > 0 else { return nil }
        var start = end - 1
        while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        self.init(bytes, at: start)
    }

    var isLineEnd: Bool {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": true
        default: false
        }
    }

    var isSpace: Bool {
        if scalar.isASCII { return scalar == " " || (0x09...0x0D).contains(scalar.value) }
        return scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }

    var isWord: Bool {
        if scalar.isASCII {
            let value = scalar.value | 0x20
            return (0x61...0x7A).contains(value) || (0x30...0x39).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    /// Scripts that write words without spaces between them.
    var isUnspaced: Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// What belongs to the character before it.
    var isContinuing: Bool {
        if scalar.isASCII { return false }
        switch scalar.value {
        case 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return !isUnspaced
        default: return false
        }
    }

    /// What stands within a word: `don’t`, `self-care`.
    var joins: Bool { scalar == "'" || scalar == "’" || scalar == "-" || scalar == "‐" }

    var endsSentences: Bool {
        switch scalar {
        case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "”", "»", "\"", "’", ")", ":": true
        default: false
        }
    }
}
