import CSV

/// Tells a text that a tool damaged from one that somebody changed.
enum LostCharacters {
    /// Whether a text is another one in which characters that a narrow encoding does not have became question marks.
    static func isDamaged(_ new: String, from old: String) -> Bool {
        guard old.unicodeScalars.contains(where: { !TextEncoding.isInWindows1252($0) }) else { return false }
        return signs(old) == signs(new)
    }

    /// The text with one sign for each run of characters that are, or may have been, lost; white space is one space.
    private static func signs(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isLost = scalar == "?" || scalar == "\u{FFFD}" || !TextEncoding.isInWindows1252(scalar)
            let sign: Unicode.Scalar = isLost ? "?" : scalar.properties.isWhitespace ? " " : scalar
            if sign == " " || sign == "?", result.last == sign { continue }
            result.append(sign)
        }
        return String(result)
    }
}
