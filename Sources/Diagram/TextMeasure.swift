/// Knows about how wide a text is in a system's sans-serif font, without having the font.
///
/// The advances are those of common sans-serif faces, rounded up, with a margin on top. So a text may turn out
/// narrower than measured, hardly ever wider.
struct TextMeasure {
    let size: Int
    let isBold: Bool

    /// The width in units of the drawing.
    func width(of text: some StringProtocol) -> Double {
        var sum = 0
        for character in text { sum += Self.advance(of: character) }
        return width(ofAdvance: sum)
    }

    /// The width in units of the drawing of what has an advance in thousandths of the font size.
    func width(ofAdvance advance: Int) -> Double {
        // 4 % for faces that run wide, and what a bold face adds, which is most where the regular one is wide already. The
        // padding of a box has room for the rare face that is wider still.
        Double(advance * size) * (isBold ? 1.04 * 1.12 : 1.04) / 1000
    }

    /// The advance of a character, which may be several scalars, in thousandths of the font size.
    static func advance(of character: Character) -> Int {
        if let byte = character.asciiValue { return asciiAdvance(byte) }
        var widest = 0
        for scalar in character.unicodeScalars {
            widest = max(widest, advance(of: scalar))
        }
        return widest
    }

    private static func advance(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x80 { return asciiAdvance(UInt8(value)) }
        switch value {
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return 0
        case 0x0300...0x036F: return 0
        case 0x00B7, 0x00A0, 0x2018, 0x2019: return 330
        case 0x2014, 0x2026, 0x2030, 0x2190...0x21FF: return 1000
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 1000
        case 0x1F000...0x1FAFF, 0x2600...0x27BF: return 1300
        case 0x0590...0x08FF: return 600
        case 0x0900...0x0FFF: return 720
        default:
            return scalar.properties.isUppercase ? 720 : 600
        }
    }

    private static func asciiAdvance(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "!"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "I"), UInt8(ascii: "|"):
            return 290
        case UInt8(ascii: "'"), UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"): return 250
        case UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"):
            return 345
        case UInt8(ascii: "m"): return 870
        case UInt8(ascii: "w"): return 750
        case UInt8(ascii: "M"): return 870
        case UInt8(ascii: "W"), UInt8(ascii: "@"), UInt8(ascii: "%"): return 980
        case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "v"), UInt8(ascii: "x"),
            UInt8(ascii: "y"), UInt8(ascii: "z"), UInt8(ascii: "J"):
            return 520
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "&"): return 715
        case 0...0x1F, 0x7F: return 0
        default: return 570
        }
    }
}
