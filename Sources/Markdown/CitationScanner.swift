/// Finds citations, in Pandoc's syntax, in a run of text.
struct CitationScanner {
    /// A part of a run of text.
    enum Part: Equatable {
        case text(String)
        /// Works that are cited, and how they were written, brackets and all.
        case citation([CitationItem], narrative: Bool, written: String)
    }

    /// Parts a text; joined again they give the same text.
    static func parts(of text: String) -> [Part] {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return [.text(text)] }
        var parts: [Part] = []
        var plain = ""
        var index = text.startIndex
        var previous: Character?
        func flush() {
            if !plain.isEmpty { parts.append(.text(plain)) }
            plain = ""
        }
        while index < text.endIndex {
            let character = text[index]
            if character == "[", let (items, end) = group(in: text, at: index) {
                flush()
                parts.append(.citation(items, narrative: false, written: String(text[index..<end])))
                previous = "]"
                index = end
                continue
            }
            if character == "@", previous.map({ !$0.isLetter && !$0.isNumber && $0 != "@" }) ?? true,
                let (key, end) = key(in: text, at: index)
            {
                flush()
                let written = String(text[index..<end])
                parts.append(.citation([CitationItem(key: key)], narrative: true, written: written))
                previous = text[text.index(before: end)]
                index = end
                continue
            }
            plain.append(character)
            previous = character
            index = text.index(after: index)
        }
        flush()
        return parts
    }

    /// `[see @a, p. 3; @b]`: nil unless each part between semicolons cites a work.
    private static func group(in text: String, at start: String.Index) -> ([CitationItem], String.Index)? {
        let inside = text.index(after: start)
        guard let close = text[inside...].firstIndex(where: { $0 == "]" || $0 == "[" }), text[close] == "]" else {
            return nil
        }
        var items: [CitationItem] = []
        for part in text[inside..<close].split(separator: ";", omittingEmptySubsequences: false) {
            guard let item = item(in: part) else { return nil }
            items.append(item)
        }
        return items.isEmpty ? nil : (items, text.index(after: close))
    }

    private static func item(in part: Substring) -> CitationItem? {
        let text = String(part)
        var index = text.startIndex
        var previous: Character?
        while index < text.endIndex {
            if text[index] == "@", previous.map({ !$0.isLetter && !$0.isNumber }) ?? true,
                let (key, end) = key(in: text, at: index)
            {
                var prefix = text[..<index]
                let suppressAuthor = prefix.last == "-"
                if suppressAuthor { prefix = prefix.dropLast() }
                var suffix = text[end...]
                if suffix.first == "," { suffix = suffix.dropFirst() }
                return CitationItem(
                    key: key,
                    prefix: trimmed(prefix),
                    suffix: trimmed(suffix),
                    suppressAuthor: suppressAuthor
                )
            }
            previous = text[index]
            index = text.index(after: index)
        }
        return nil
    }

    /// The key after an `@`: letters, digits and `_`, and single marks of punctuation between them.
    private static func key(in text: String, at start: String.Index) -> (String, String.Index)? {
        var index = text.index(after: start)
        var end = index
        while index < text.endIndex {
            let character = text[index]
            if character.isLetter || character.isNumber || character == "_" {
                index = text.index(after: index)
                end = index
            } else if ":.#$%&-+?<>~/".contains(character), index == end {
                // Punctuation belongs to the key only if the key goes on behind it.
                guard end != text.index(after: start) else { return nil }
                index = text.index(after: index)
            } else {
                break
            }
        }
        let key = text[text.index(after: start)..<end]
        guard let first = key.first, first.isLetter || first.isNumber || first == "_" else { return nil }
        return (String(key), end)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
