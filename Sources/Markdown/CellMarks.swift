import Bytes
import Markup

/// Markup that stands in the cell of a table.
///
/// cmark lets no custom node into a cell, so a mark takes its place as a text, and gives way to the markup when all is
/// rendered. The mark is a character that may not stand in HTML, and that never comes in from elsewhere.
struct CellMarks {
    private var markup: [[UInt8]] = []

    /// Keeps some markup; gives the text that stands for it.
    mutating func keep(_ html: String) -> String {
        markup.append(Array(html.utf8))
        return "\(Self.mark)\(markup.count - 1)\(Self.mark)"
    }

    /// The rendered text with the markup where its marks are. One pass.
    func filled(_ html: [UInt8]) -> [UInt8] {
        guard !markup.isEmpty else { return html }
        let mark = Self.markBytes
        var result: [UInt8] = []
        result.reserveCapacity(html.count + markup.reduce(0) { $0 + $1.count })
        html.withUnsafeBufferPointer { html in
            var start = 0
            var index = 0
            while let found = html.firstIndex(of: mark[0], from: index) {
                index = found + 1
                guard html.holds(mark, at: found) else { continue }
                result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<found]))
                let digits = html[(found + mark.count)...].prefix { (0x30...0x39).contains($0) }
                if let number = Int(String(decoding: digits, as: UTF8.self)), markup.indices.contains(number) {
                    result += markup[number]
                }
                index = min(digits.endIndex + mark.count, html.count)
                start = index
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start...]))
        }
        return result
    }

    /// A text without what could be taken for a mark.
    static func without(_ text: String) -> String {
        text.holds(0xEF) ? text.replacing(mark, with: "\u{FFFD}") : text
    }

    /// U+FDD1, a character for no one's use, which Swift does not let one write.
    private static let markBytes: [UInt8] = [0xEF, 0xB7, 0x91]
    private static let mark = String(decoding: markBytes, as: UTF8.self)
}
