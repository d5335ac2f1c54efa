import Diagnostics

/// Takes out of texts what no XML can hold, and remembers where.
///
/// All files of an export say the same, so texts that stand outside of the XML are cleaned, too.
struct Cleaner {
    /// A few words of each text that lost a character, with its place.
    private(set) var losses: [(text: String, place: Place)] = []

    /// The text with a sign in place of each character that XML cannot hold.
    mutating func clean(_ text: String, at place: Place? = nil) -> String {
        guard text.utf8.contains(where: Self.mayBeForbidden) else { return text }
        guard text.unicodeScalars.contains(where: { !XMLCharacters.allows($0) }) else { return text }
        let cleaned = XMLCharacters.cleaned(text)
        if let place { losses.append((Excerpts.short(cleaned, limit: 40), place)) }
        return cleaned
    }

    /// Control characters, and the first byte of U+FFFE and U+FFFF.
    private static func mayBeForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x0A || byte == 0xEF }

    /// The text without what programs would take for a byte order mark.
    static func withoutMark(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        return String(scalars)
    }
}

/// Beginnings of texts.
enum Excerpts {
    /// A text on one line; what is longer than so many code points is cut between characters and ends with `…`.
    static func short(_ text: String, limit: Int) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar)
            if line.count > limit { break }
        }
        guard line.count > limit else { return String(line) }
        var cut = ""
        var count = 0
        for character in String(line) {
            count += character.unicodeScalars.count
            if count > limit { break }
            cut.append(character)
        }
        return cut + "…"
    }
}
