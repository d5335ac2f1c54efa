import Diagnostics

/// Looks at the texts of footnotes in the file itself, as cmark drops those that are never called.
enum FootnoteDefinitions {
    static func problems(in text: MarkdownText, skipping codeLines: Set<Int>) -> [Outline.FootnoteProblem] {
        guard text.markdown.contains("[^") else { return [] }
        let bytes = Array(text.markdown.utf8)
        var definitions: [(label: String, range: Range<Int>)] = []
        for number in 1...text.lineCount where !codeLines.contains(number) {
            let line = text.line(number)
            guard let label = label(in: bytes[line]) else { continue }
            definitions.append(
                (String(decoding: bytes[label], as: UTF8.self), (label.lowerBound - 2)..<(label.upperBound + 1))
            )
        }
        var problems: [Outline.FootnoteProblem] = []
        var seen: Set<String> = []
        for (label, range) in definitions {
            if !seen.insert(label.lowercased()).inserted {
                problems.append(.init(kind: .duplicate, label: label, place: text.place(of: range)))
                continue
            }
            let mark = "[^\(label)]"
            let starts = definitions.filter { $0.label.lowercased() == label.lowercased() }.count
            if text.markdown.lowercased().ranges(of: mark.lowercased()).count <= starts {
                problems.append(.init(kind: .unused, label: label, place: text.place(of: range)))
            }
        }
        return problems
    }

    /// The label of a line that begins with `[^label]:`, at most three spaces before it.
    private static func label(in line: ArraySlice<UInt8>) -> Range<Int>? {
        var index = line.startIndex
        while index < line.endIndex, index - line.startIndex < 3, line[index] == 0x20 { index += 1 }
        guard line[index...].starts(with: [UInt8(ascii: "["), UInt8(ascii: "^")]) else { return nil }
        let start = index + 2
        guard let close = line[start...].firstIndex(of: UInt8(ascii: "]")), close > start else { return nil }
        guard close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":") else { return nil }
        return start..<close
    }
}
