/// Which characters XML 1.0 can hold.
enum XMLCharacters {
    static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    /// Whether XML can hold all of a text.
    static func allow(_ text: String) -> Bool {
        // Only control characters and what begins as U+FFFE does need a closer look, and few texts have either.
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == 0xEF }) else { return true }
        return text.unicodeScalars.allSatisfy(allows)
    }

    /// The text with a sign in place of each character that XML cannot hold.
    static func cleaned(_ text: String) -> String {
        if allow(text) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(allows(scalar) ? scalar : "\u{FFFD}") }
        return String(scalars)
    }
}
