/// Texts without the characters that neither HTML nor XML may hold, not even escaped.
enum Sanitised {
    static func text(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ isAllowed($0) }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where isAllowed(scalar) { scalars.append(scalar) }
        return String(scalars)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
        // The last two of every plane are no characters.
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
