/// Beginnings of texts.
enum Excerpts {
    /// A text on one line; what is longer than so many code points is cut between characters and ends with `…`.
    static func short(_ text: String, limit: Int) -> String {
        // One more than may stand there, to see whether there are more.
        let start = text.unicodeScalars.prefix(limit + 1)
        let isCut = start.count > limit
        let line = String(String.UnicodeScalarView(start.map { $0.breaksLine ? " " : $0 }))
        guard isCut else { return line }
        var cut = ""
        var count = 0
        for character in line {
            count += character.unicodeScalars.count
            if count > limit { break }
            cut.append(character)
        }
        return cut + "…"
    }
}

extension Unicode.Scalar {
    fileprivate var breaksLine: Bool { self == "\n" || self == "\r" || self == "\t" }
}
