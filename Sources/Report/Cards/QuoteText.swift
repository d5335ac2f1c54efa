import Markup

/// Makes HTML and excerpts of the words of quotes, which are plain text.
enum QuoteText {
    /// Paragraphs at blank lines, `<br>` at single line ends.
    static func paragraphs(_ text: String) -> HTML {
        var html: [UInt8] = []
        html.reserveCapacity(text.utf8.count + 16)
        for paragraph in split(text) {
            html.append(utf8: "<p>")
            for (number, line) in paragraph.enumerated() {
                if number > 0 { html.append(utf8: "<br>") }
                html.appendEscaped(line)
            }
            html.append(utf8: "</p>")
        }
        return HTML(trusted: html)
    }

    /// The first words on one line, at most about eighty characters, cut between words.
    static func excerpt(_ text: String) -> String {
        let limit = 80
        var result = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            guard result.count + word.count < limit else {
                if result.isEmpty { result = String(word.prefix(limit)) }
                return result + " …"
            }
            result += result.isEmpty ? String(word) : " " + word
        }
        return result
    }

    private static func split(_ text: String) -> [[String]] {
        var paragraphs: [[String]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
            } else {
                paragraphs[paragraphs.count - 1].append(String(line))
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }
}
