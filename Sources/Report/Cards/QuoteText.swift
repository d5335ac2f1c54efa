import Markup

/// Makes HTML and excerpts of the words of quotes, which are plain text.
///
/// Hot: made for every quote of a study, so it works in bytes and asks Unicode only beyond ASCII.
enum QuoteText {
    /// Paragraphs at blank lines, `<br>` at single line ends.
    static func paragraphs(_ text: String) -> HTML {
        var html: [UInt8] = []
        html.reserveCapacity(text.utf8.count + 16)
        var text = text
        text.withUTF8 { bytes in
            var isOpen = false
            var start = 0
            while start <= bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if isBlank(line) {
                    if isOpen { html.append(utf8: "</p>") }
                    isOpen = false
                } else {
                    html.append(utf8: isOpen ? "<br>" : "<p>")
                    html.appendEscaped(line)
                    isOpen = true
                }
                start = end + 1
            }
            if isOpen { html.append(utf8: "</p>") }
        }
        return HTML(trusted: html)
    }

    /// The first words on one line, at most about eighty characters, cut between words.
    static func excerpt(_ text: String) -> String {
        let limit = 80
        var result = ""
        var length = 0
        var rest = text.unicodeScalars[...]
        while true {
            rest = rest.drop(while: isSpace)
            guard !rest.isEmpty else { return result }
            // A word that is longer than all that may stand there need not be read to its end.
            let word = rest.prefix(limit + 1).prefix { !isSpace($0) }
            guard length + word.count < limit else {
                return (result.isEmpty ? String(Substring(word).prefix(limit)) : result) + " …"
            }
            if !result.isEmpty {
                result += " "
                length += 1
            }
            result += Substring(word)
            length += word.count
            rest = rest[word.endIndex...]
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in line where byte != 0x20 && !(0x09...0x0D).contains(byte) {
            return byte < 0x80 ? false : String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
        }
        return true
    }
}
