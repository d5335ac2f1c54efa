import Diagnostics

/// The YAML between two lines of `---` at the start of a Markdown file.
public struct FrontMatter: Sendable, Hashable {
    /// The bytes of the YAML, without the lines of dashes; nil if there is no front matter.
    public let yaml: Range<Int>?
    /// The offset of the first byte of the Markdown.
    public let bodyOffset: Int
    /// Whether the file opens front matter and never closes it; then all of it is taken as Markdown.
    public let isUnclosed: Bool

    /// Finds the front matter of a file. It closes with a line of `---` or `...`.
    public static func split(_ source: Source) -> FrontMatter {
        guard isFence(source.line(1), with: [UInt8(ascii: "-")]) else {
            return FrontMatter(yaml: nil, bodyOffset: 0, isUnclosed: false)
        }
        var number = 2
        let start = source.offset(line: 2, byteColumn: 1)
        while number <= source.lineCount {
            if isFence(source.line(number), with: [UInt8(ascii: "-"), UInt8(ascii: ".")]) {
                let end = source.offset(line: number, byteColumn: 1)
                return FrontMatter(
                    yaml: start..<end,
                    bodyOffset: source.offset(line: number + 1, byteColumn: 1),
                    isUnclosed: false
                )
            }
            number += 1
        }
        return FrontMatter(yaml: nil, bodyOffset: 0, isUnclosed: true)
    }

    /// Whether a line is three times the same mark, with nothing but spaces after it.
    private static func isFence(_ line: ArraySlice<UInt8>, with marks: [UInt8]) -> Bool {
        guard let mark = line.first, marks.contains(mark), line.count >= 3 else { return false }
        let end = line.startIndex + 3
        return line[..<end].allSatisfy { $0 == mark } && line[end...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
