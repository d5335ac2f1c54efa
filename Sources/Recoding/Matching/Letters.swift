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

    /// A text without letters.
    init() {}

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

    /// The letters of a text.
    mutating func letters(of text: String) -> Letters {
        var letters = Letters()
        var isInWord = false
        func ascii(_ byte: UInt8) {
            switch byte {
            case 0x61...0x7A, 0x30...0x39:
                letters.append(byte, startingWord: !isInWord)
                isInWord = true
            case 0x41...0x5A:
                letters.append(byte + 0x20, startingWord: !isInWord)
                isInWord = true
            case UInt8(ascii: "'"): break
            default: isInWord = false
            }
        }
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                ascii(UInt8(truncatingIfNeeded: scalar.value))
                continue
            }
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
        return letters
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

    /// FNV-1a with 64 bits.
    static func of(_ bytes: some Sequence<UInt8>, after seed: UInt64 = seed) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
