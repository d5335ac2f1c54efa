/// Tells words that a team edited for publication from those of a transcript.
enum EditedWords {
    /// Whether a text has replacements in brackets, or marks of omission, that another version of it does not have. To
    /// put the words of the transcript in their place could name people.
    static func isEdited(_ text: String, beside transcript: String) -> Bool {
        let known = Set(brackets(transcript))
        if brackets(text).contains(where: { !known.contains($0) }) { return true }
        return omissions(text) > omissions(transcript)
    }

    /// What stands between square brackets, with them.
    private static func brackets(_ text: String) -> [Substring] {
        var found: [Substring] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            found.append(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    /// How often something was left out: `…` or three full stops.
    private static func omissions(_ text: String) -> Int {
        var count = 0
        var stops = 0
        for scalar in text.unicodeScalars {
            stops = scalar == "." ? stops + 1 : 0
            if scalar == "…" || stops == 3 { count += 1 }
        }
        return count
    }
}
