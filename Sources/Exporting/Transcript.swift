/// The text that stands for a participant's interview: their quotes with a blank line between.
struct Transcript {
    /// With LF line ends and without byte order mark.
    let text: String
    /// Where each quote stands, in Unicode code points, the end not included.
    let ranges: [Range<Int>]

    /// The text of some quotes.
    init(_ quotes: [String]) {
        var text = String.UnicodeScalarView()
        var ranges: [Range<Int>] = []
        var count = 0
        for quote in quotes {
            if count > 0 {
                text.append(contentsOf: "\n\n".unicodeScalars)
                count += 2
            }
            let length = quote.unicodeScalars.count
            text.append(contentsOf: quote.unicodeScalars)
            ranges.append(count..<count + length)
            count += length
        }
        text.append("\n")
        self.text = String(text)
        self.ranges = ranges
    }
}
