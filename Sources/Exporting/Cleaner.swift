import Diagnostics

/// Takes out of texts what no XML can hold, and remembers where.
///
/// All files of an export say the same, so texts that stand outside of the XML are cleaned, too.
struct Cleaner {
    /// A few words of each text that lost a character, with its place.
    private(set) var losses: [(text: String, place: Place)] = []

    /// The text with a sign in place of each character that XML cannot hold.
    mutating func clean(_ text: String, at place: Place? = nil) -> String {
        if XMLCharacters.allow(text) { return text }
        let cleaned = XMLCharacters.cleaned(text)
        if let place { losses.append((Excerpts.short(cleaned, limit: 40), place)) }
        return cleaned
    }

    /// The text without what programs would take for a byte order mark.
    static func withoutMark(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        return String(scalars)
    }
}
