import Diagnostics

/// Finds places in a text. cmark's lines can be trusted, its columns cannot, so words are looked for from their line on.
struct PlaceFinder {
    /// How far behind the start of its line something is looked for; further away it is on a line that nobody reads.
    private static let window = 4096

    private let text: MarkdownText
    private let bytes: [UInt8]
    /// Where the last search ended, so that the same words twice on a line are two places.
    private var position = 0

    init(_ text: MarkdownText) {
        self.text = text
        bytes = Array(text.markdown.utf8)
    }

    /// The place of words that start on a line or on one of the next few; the line itself if they were written
    /// otherwise there.
    mutating func place(of words: String, from line: Int) -> Place {
        let wanted = Array(words.utf8)
        let first = max(line, 1)
        let start = line > 0 ? text.line(first).lowerBound : 0
        let end = text.line(line > 0 ? first + 5 : text.lineCount).upperBound
        if !wanted.isEmpty {
            for from in [max(start, position), start] where from <= end {
                let end = min(end, from + Self.window)
                if let found = firstIndex(of: wanted, in: from..<end) {
                    position = found + wanted.count
                    return text.place(of: found..<(found + wanted.count))
                }
            }
        }
        return lines(first...first)
    }

    /// The place of whole lines, without their last line end.
    func lines(_ lines: ClosedRange<Int>) -> Place {
        let start = text.line(max(lines.lowerBound, 1)).lowerBound
        var end = max(text.line(max(lines.upperBound, 1)).upperBound, start)
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return text.place(of: start..<end)
    }

    private func firstIndex(of wanted: [UInt8], in range: Range<Int>) -> Int? {
        guard wanted.count <= range.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var index = range.lowerBound
            let last = range.upperBound - wanted.count
            while index <= last {
                if bytes[index] == wanted[0] {
                    var length = 1
                    while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
                    if length == wanted.count { return index }
                }
                index += 1
            }
            return nil
        }
    }
}
