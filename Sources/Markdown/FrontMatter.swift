import Diagnostics

/// The YAML between two lines of `---` at the start of a Markdown file.
public struct FrontMatter: Sendable, Hashable {
    /// The bytes of the YAML, without the lines of dashes; nil if there is no front matter.
    public let yaml: Range<Int>?
    /// The offset of the first byte of the Markdown.
    public let bodyOffset: Int
    /// Whether the file opens front matter and never closes it; then all of it is taken as Markdown.
    public let isUnclosed: Bool

    /// Finds the front matter of a file. It closes with a line of `---` or `...`. Looks no further than that.
    public static func split(_ source: Source) -> FrontMatter {
        source.text.withUnsafeBufferPointer { text in
            let first = lineEnd(from: 0, in: text)
            guard isFence(text[..<first], with: [UInt8(ascii: "-")]) else {
                return FrontMatter(yaml: nil, bodyOffset: 0, isUnclosed: false)
            }
            let start = nextLine(after: first, in: text)
            var line = start
            while line < text.count {
                let end = lineEnd(from: line, in: text)
                let next = nextLine(after: end, in: text)
                if isFence(text[line..<end], with: [UInt8(ascii: "-"), UInt8(ascii: ".")]) {
                    return FrontMatter(yaml: start..<line, bodyOffset: next, isUnclosed: false)
                }
                line = next
            }
            return FrontMatter(yaml: nil, bodyOffset: 0, isUnclosed: true)
        }
    }

    /// Whether a line is three times the same mark, with nothing but spaces after it.
    private static func isFence(_ line: Slice<UnsafeBufferPointer<UInt8>>, with marks: [UInt8]) -> Bool {
        guard let mark = line.first, marks.contains(mark), line.count >= 3 else { return false }
        let end = line.startIndex + 3
        return line[..<end].allSatisfy { $0 == mark } && line[end...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func lineEnd(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = start
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
        return end
    }

    /// Where the line begins after one that ends somewhere with LF, CR or CRLF; the end of the text after the last one.
    private static func nextLine(after end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard end < text.count else { return end }
        let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
        return end + (isPair ? 2 : 1)
    }
}
