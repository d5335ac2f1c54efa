import Bytes
import Diagnostics

/// Looks at the texts of footnotes in the file itself, as cmark drops those that are never called.
enum FootnoteDefinitions {
    static func problems(in text: MarkdownText, skipping codeLines: Set<Int>) -> [Outline.FootnoteProblem] {
        guard mayHold(text.markdown) else { return [] }
        let bytes = Array(text.markdown.utf8)
        var definitions: [(label: String, range: Range<Int>)] = []
        var called: Set<String> = []
        for number in 1...text.lineCount where !codeLines.contains(number) {
            var index = text.line(number).lowerBound
            let end = text.line(number).upperBound
            let content = bytes[index..<end].firstIndex { $0 != 0x20 } ?? end
            while let label = nextLabel(in: bytes, from: index, to: end) {
                let name = String(decoding: bytes[label], as: UTF8.self)
                let starts = label.lowerBound - 2
                let isDefinition =
                    starts == content && starts - text.line(number).lowerBound <= 3
                    && label.upperBound + 1 < end && bytes[label.upperBound + 1] == UInt8(ascii: ":")
                if isDefinition {
                    definitions.append((name, starts..<(label.upperBound + 1)))
                } else {
                    called.insert(name.lowercased())
                }
                index = label.upperBound + 1
            }
        }
        var seen: Set<String> = []
        return definitions.compactMap { label, range in
            if !seen.insert(label.lowercased()).inserted {
                return .init(kind: .duplicate, label: label, place: text.place(of: range))
            }
            if called.contains(label.lowercased()) { return nil }
            return .init(kind: .unused, label: label, place: text.place(of: range))
        }
    }

    /// Whether `[^` stands somewhere: else there is no need to look at lines.
    private static func mayHold(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            while let caret = bytes.firstIndex(of: UInt8(ascii: "^"), from: start) {
                if caret > 0, bytes[caret - 1] == UInt8(ascii: "[") { return true }
                start = caret + 1
            }
            return false
        }
    }

    /// The label of the next `[^label]` on a line.
    private static func nextLabel(in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
        var index = start
        while index + 3 < end {
            guard bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "^") else {
                index += 1
                continue
            }
            var close = index + 2
            while close < end, bytes[close] != UInt8(ascii: "]"), bytes[close] > 0x20 { close += 1 }
            if close < end, bytes[close] == UInt8(ascii: "]"), close > index + 2 { return (index + 2)..<close }
            index = max(close, index + 2)
        }
        return nil
    }
}
