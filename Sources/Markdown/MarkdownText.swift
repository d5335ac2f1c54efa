import Diagnostics

/// Markdown that somebody wrote, and where it stands in its file, so that what is found in it has a place.
public struct MarkdownText: Sendable {
    /// The Markdown, without front matter and without the indentation of a YAML block.
    public let markdown: String
    /// The file.
    public let source: SourceID

    private let mapping: Mapping
    private let lineStarts: [Int]

    /// A text that stands in its file byte for byte, from an offset on, such as the body of a Markdown file.
    public init(_ markdown: String, source: SourceID, offset: Int) {
        self.init(markdown, source: source, mapping: .shifted(by: offset))
    }

    /// A text whose lines stand in the file one by one, each from its own offset on, such as an indented YAML block.
    /// Lines beyond the last offset are taken to stand where the last one does.
    public init(_ markdown: String, source: SourceID, lineOffsets: [Int]) {
        self.init(markdown, source: source, mapping: .lines(lineOffsets))
    }

    /// A text that cannot be followed byte by byte, such as a quoted YAML scalar: all that is found in it stands at
    /// one place.
    public init(_ markdown: String, standingAt place: Place) {
        self.init(markdown, source: place.source, mapping: .fixed(place))
    }

    /// A text whose lines are looked for in the file, from an offset on and in order, behind whatever indentation they
    /// have there: a plain, a quoted one-line or a block scalar of YAML. What cannot be found line by line stands at
    /// the place as a whole.
    public init(_ markdown: String, lookedForIn file: Source, at place: Place) {
        let offsets = Self.lineOffsets(of: markdown, in: file, from: Int(place.offset))
        self.init(markdown, source: place.source, mapping: offsets.map(Mapping.lines) ?? .fixed(place))
    }

    private init(_ markdown: String, source: SourceID, mapping: Mapping) {
        self.markdown = markdown
        self.source = source
        self.mapping = mapping
        lineStarts = LineStarts.find(in: markdown)
    }

    /// The place in the file of a range of the text's UTF-8 bytes. Ranges outside the text are moved into it.
    public func place(of range: Range<Int>) -> Place {
        let end = markdown.utf8.count
        let lower = min(max(range.lowerBound, 0), end)
        let upper = min(max(range.upperBound, lower), end)
        if case .fixed(let place) = mapping { return place }
        let start = fileOffset(of: lower)
        // The end is found from the last byte, as the next line may stand far away from this one.
        let stop = upper > lower ? fileOffset(of: upper - 1) + 1 : start
        return Place(source: source, offset: start, length: max(stop - start, 0))
    }

    /// The place in the file of the whole text.
    public var place: Place { place(of: 0..<markdown.utf8.count) }

    /// How many lines the text has.
    var lineCount: Int { lineStarts.count }

    /// The bytes of a 1-based line with its line end; the nearest line if there is none of that number.
    func line(_ number: Int) -> Range<Int> {
        let index = min(max(number, 1), lineStarts.count) - 1
        let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : markdown.utf8.count
        return lineStarts[index]..<end
    }

    private func fileOffset(of offset: Int) -> Int {
        switch mapping {
        case .shifted(let distance): return offset + distance
        case .fixed(let place): return Int(place.offset)
        case .lines(let offsets):
            let line = LineStarts.line(at: offset, in: lineStarts)
            guard let start = offsets.indices.contains(line) ? offsets[line] : offsets.last else { return 0 }
            return start + offset - lineStarts[line]
        }
    }

    private enum Mapping: Sendable {
        case shifted(by: Int)
        case lines([Int])
        case fixed(Place)
    }

    /// Finds each line of a text in a file, in order; nil if one is missing.
    private static func lineOffsets(of markdown: String, in file: Source, from offset: Int) -> [Int]? {
        let wanted = markdown.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
        var offsets: [Int] = []
        var position = min(max(offset, 0), file.text.count)
        for (index, line) in wanted.enumerated() {
            guard !line.isEmpty else {
                offsets.append(position)
                if index > 0 { position = nextLine(after: position, in: file.text) }
                continue
            }
            // The first line may stand after a `|` or a quotation mark, the others are the next ones with text.
            var tries = 0
            var found: Int?
            while found == nil, position < file.text.count, tries < (index == 0 ? 3 : 2 + offsets.count) {
                let end = lineEnd(from: position, in: file.text)
                found = firstIndex(of: line, in: file.text, position..<end)
                if found == nil { position = nextLine(after: position, in: file.text) }
                tries += 1
            }
            guard let found else { return nil }
            offsets.append(found)
            position = nextLine(after: found, in: file.text)
        }
        return offsets
    }

    private static func lineEnd(from offset: Int, in text: [UInt8]) -> Int {
        text[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
    }

    private static func nextLine(after offset: Int, in text: [UInt8]) -> Int {
        var end = lineEnd(from: offset, in: text)
        if end < text.count, text[end] == 0x0D { end += 1 }
        if end < text.count, text[end] == 0x0A { end += 1 }
        return end
    }

    private static func firstIndex(of line: Substring.UTF8View, in text: [UInt8], _ range: Range<Int>) -> Int? {
        let count = line.count
        guard count <= range.count else { return nil }
        // Whatever stands before is indentation or the mark that opens a scalar; the line itself ends the file's line,
        // except for a quotation mark or spaces.
        for start in range.lowerBound...(range.upperBound - count)
        where text[start..<(start + count)].elementsEqual(line) { return start }
        return nil
    }
}
