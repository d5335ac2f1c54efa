import Foundation

/// What becomes of a character when words are compared: `É` counts as `e`, so that a reader without the key finds it.
///
/// The steps are those of `templates/fold.js`, to the character: lower case, canonical decomposition, combining marks
/// dropped, letters that do not decompose replaced by their neighbours on a keyboard.
struct Folding {
    /// What a character is to a word.
    enum Role: UInt8 {
        /// A letter or a number.
        case word
        /// A word of its own, as in scripts that put no spaces between words.
        case wholeWord
        /// Joins two letters and is dropped: `don’t`.
        case apostrophe
        /// A combining mark, which is dropped.
        case mark
        case other
    }

    /// A character that is not ASCII, folded.
    struct Folded {
        let role: Role
        /// UTF-8.
        let bytes: [UInt8]
    }

    private var known: [Unicode.Scalar: [Folded]] = [:]
    /// The same for the characters before U+3000, by their number: all alphabets but a few.
    private var letters = [[Folded]?](repeating: nil, count: 0x3000)

    /// A character that is not ASCII, as one or several folded ones.
    mutating func fold(_ scalar: Unicode.Scalar) -> [Folded] {
        let number = Int(scalar.value)
        if let folded = number < letters.count ? letters[number] : known[scalar] { return folded }
        let folded = Self.compute(scalar)
        if number < letters.count { letters[number] = folded } else { known[scalar] = folded }
        return folded
    }

    private static func compute(_ scalar: Unicode.Scalar) -> [Folded] {
        let lower = scalar.properties.lowercaseMapping
        return lower.decomposedStringWithCanonicalMapping.unicodeScalars.flatMap { part -> [Folded] in
            if let replacement = replacements[part] {
                return replacement.unicodeScalars.map { Folded(role: .word, bytes: Array(String($0).utf8)) }
            }
            return [Folded(role: role(part), bytes: Array(String(part).utf8))]
        }
    }

    private static func role(_ scalar: Unicode.Scalar) -> Role {
        switch scalar {
        case "\u{2019}", "\u{2018}", "\u{02BC}": return .apostrophe
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark:
            return .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return isWrittenWithoutSpaces(scalar) ? .wholeWord : .word
        default: return .other
        }
    }

    /// Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar, by their blocks. The marks that lengthen a sound stand
    /// in the blocks of Kana and belong to no script.
    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30FC, 0xFF70, 0xFF9E, 0xFF9F: false
        default: blocks.contains { $0.contains(scalar.value) }
        }
    }

    private static let blocks: [ClosedRange<UInt32>] = [
        0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x19E0...0x19FF, 0x2E80...0x2FDF, 0x3005...0x3007,
        0x3021...0x3029, 0x3038...0x303B, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF,
    ]

    private static let replacements: [Unicode.Scalar: String] = [
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe",
        "ß": "ss", "ς": "σ",
    ]
}
