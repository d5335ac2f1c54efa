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
        // Where the text starts that is in no part yet, and where to look on.
        var start = text.startIndex
        var index = text.startIndex
        func add(_ part: Part, endingAt end: String.Index) {
            if start < index { parts.append(.text(String(text[start..<index]))) }
            parts.append(part)
            start = end
            index = end
        }
        while let found = text.utf8[index...].firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "@") })
        {
            index = found
            if text[index] == "[", let (items, end) = group(in: text, at: index) {
                add(.citation(items, narrative: false, written: String(text[index..<end])), endingAt: end)
            } else if text[index] == "@", canBegin(at: index, in: text), let (key, end) = key(in: text, at: index) {
                let items = [CitationItem(key: key)]
                add(.citation(items, narrative: true, written: String(text[index..<end])), endingAt: end)
            } else {
                text.utf8.formIndex(after: &index)
            }
        }
        if start < text.endIndex { parts.append(.text(String(text[start...]))) }
        return parts
    }

    /// Whether an `@` may begin a key there: not within a word, as in an address of e-mail.
    private static func canBegin(at index: String.Index, in text: String) -> Bool {
        guard index > text.startIndex else { return true }
        let previous = text[text.index(before: index)]
        return !previous.isLetter && !previous.isNumber && previous != "@"
    }

    /// `[see @a, p. 3; @b]`: nil unless each part between semicolons cites a work.
    private static func group(in text: String, at start: String.Index) -> ([CitationItem], String.Index)? {
        guard let (close, isASCII) = closingBracket(in: text, at: start) else { return nil }
        let inside = text.utf8[text.utf8.index(after: start)..<close]
        let parts =
            isASCII
            ? inside.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(Substring.init)
            : Substring(inside).split(separator: ";", omittingEmptySubsequences: false)
        var items: [CitationItem] = []
        for part in parts {
            guard let item = item(in: part) else { return nil }
            items.append(item)
        }
        return items.isEmpty ? nil : (items, text.utf8.index(after: close))
    }

    /// Where brackets close that open somewhere, if there are none within them; and whether all in them is ASCII, so that
    /// each byte is a character.
    private static func closingBracket(in text: String, at start: String.Index) -> (String.Index, isASCII: Bool)? {
        let bytes = text.utf8
        var index = bytes.index(after: start)
        var close: String.Index?
        while index < bytes.endIndex, bytes[index] < 0x80 {
            // What follows may join the bracket, so it has to be ASCII, too.
            if let close { return bytes[close] == UInt8(ascii: "]") ? (close, true) : nil }
            if bytes[index] == UInt8(ascii: "]") || bytes[index] == UInt8(ascii: "[") { close = index }
            index = bytes.index(after: index)
        }
        if index == bytes.endIndex { return close.flatMap { bytes[$0] == UInt8(ascii: "]") ? ($0, true) : nil } }
        let found = text[text.index(after: start)...].firstIndex { $0 == "]" || $0 == "[" }
        guard let found, text[found] == "]" else { return nil }
        return (found, false)
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
        if let end = plainKeyEnd(in: text, at: start) {
            return (String(text[text.utf8.index(after: start)..<end]), end)
        }
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

    /// The end of a key of nothing but letters, digits and `_` of ASCII, before a byte of ASCII that cannot belong to it;
    /// nil where one has to look closer.
    private static func plainKeyEnd(in text: String, at start: String.Index) -> String.Index? {
        let bytes = text.utf8
        var index = bytes.index(after: start)
        let first = index
        while index < bytes.endIndex {
            switch bytes[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): index = bytes.index(after: index)
            case 0x20, UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: ","):
                let next = bytes.index(after: index)
                let isJoined = next < bytes.endIndex && bytes[next] >= 0x80
                return index == first || isJoined ? nil : index
            default: return nil
            }
        }
        return index == first ? nil : index
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
