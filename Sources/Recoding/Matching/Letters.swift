import Foundation

/// The letters and digits of a text as UTF-8, without case, accents, spaces and punctuation, with the words that they
/// make.
///
/// Two texts with the same letters are the same words, whatever a tool made of spaces, quotation marks and dashes.
struct Letters: Sendable {
    /// The letters and digits, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each word begins among the bytes.
    private(set) var wordStarts: [Int] = []

    /// No letters yet, and room for so many.
    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        wordStarts.reserveCapacity(capacity / 5)
    }

    /// Where each word stands among the bytes.
    var words: [Range<Int>] {
        wordStarts.indices.map { index in
            wordStarts[index]..<(index + 1 < wordStarts.count ? wordStarts[index + 1] : bytes.count)
        }
    }

    /// FNV-1a with 64 bits over all bytes: the same on every machine.
    var mark: UInt64 { Marks.of(bytes) }

    fileprivate mutating func append(_ byte: UInt8, startingWord: Bool) {
        if startingWord { wordStarts.append(bytes.count) }
        bytes.append(byte)
    }
}

/// Makes letters of texts; what a character becomes is looked up once.
struct LetterReader {
    private enum Role {
        case word
        case wholeWord
        /// Parts no words: an apostrophe, a combining mark.
        case nothing
        case other
    }

    private var known: [Unicode.Scalar: [(Role, [UInt8])]] = [:]

    /// The letters of a text. Works on bytes, as it is done for every quote of a study.
    mutating func letters(of text: String) -> Letters {
        var letters = Letters(capacity: text.utf8.count)
        var isInWord = false
        var text = text
        text.withUTF8 { buffer in
            var index = 0
            while index < buffer.count {
                let byte = buffer[index]
                switch byte {
                case 0x61...0x7A, 0x30...0x39:
                    letters.append(byte, startingWord: !isInWord)
                    isInWord = true
                case 0x41...0x5A:
                    letters.append(byte + 0x20, startingWord: !isInWord)
                    isInWord = true
                case UInt8(ascii: "'"): break
                case 0x80...0xFF:
                    let (scalar, length) = Self.scalar(buffer, at: index)
                    append(scalar, to: &letters, &isInWord)
                    index += length - 1
                default: isInWord = false
                }
                index += 1
            }
        }
        return letters
    }

    private mutating func append(_ scalar: Unicode.Scalar, to letters: inout Letters, _ isInWord: inout Bool) {
        for (role, bytes) in parts(of: scalar) {
            switch role {
            case .word, .wholeWord:
                for (index, byte) in bytes.enumerated() {
                    letters.append(byte, startingWord: index == 0 && (!isInWord || role == .wholeWord))
                }
                isInWord = role == .word
            case .nothing: break
            case .other: isInWord = false
            }
        }
    }

    /// The character that begins with a byte that is not ASCII. Strings of Swift are always well formed.
    private static func scalar(
        _ buffer: UnsafeBufferPointer<UInt8>,
        at index: Int
    ) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(buffer[index])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for next in buffer[(index + 1)..<min(index + length, buffer.count)] { value = value << 6 | UInt32(next & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private mutating func parts(of scalar: Unicode.Scalar) -> [(Role, [UInt8])] {
        if let parts = known[scalar] { return parts }
        let lower = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
        let parts = lower.unicodeScalars.map { (Self.role($0), Array(String($0).utf8)) }
        known[scalar] = parts
        return parts
    }

    private static func role(_ scalar: Unicode.Scalar) -> Role {
        switch scalar {
        case "\u{2019}", "\u{2018}", "\u{02BC}": return .nothing
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .nothing
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return hasNoSpaces(scalar) ? .wholeWord : .word
        default: return .other
        }
    }

    /// Whether a character belongs to a script that puts no spaces between words; each stands for a word then.
    private static func hasNoSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

/// Numbers made of bytes, the same on every machine and in every version, which Swift's own hashing is not.
enum Marks {
    /// What no bytes make.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// What each step multiplies by.
    static let prime: UInt64 = 0x100_0000_01B3

    /// FNV-1a with 64 bits.
    static func of(_ bytes: some Sequence<UInt8>, after seed: UInt64 = seed) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }
}
