import Bytes
import Markup

/// Turns the links of finished markup from the pages of the site to the places of the report, and puts numbers after
/// those links to quotes and themes that stand in prose.
///
/// One pass over the bytes. Quotation marks in text are escaped, so ` href="` is never a text.
struct LinkRewriter: Sendable {
    let places: ReportPlaces
    /// The page of the report that the links stand on.
    let page: Int

    func rewritten(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count + html.count / 16)
        html.withUnsafeBufferPointer { rewrite($0, into: &result) }
        return result
    }

    private func rewrite(_ html: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
        let attribute = Self.attribute
        // What comes before stands in the result already.
        var start = 0
        var index = 0
        // A link that is not at its end yet, and gets a number there.
        var mark: (text: String, end: Int)?
        func close(before limit: Int) {
            guard let (text, end) = mark, end <= limit else { return }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<end]))
            result.append(utf8: " <span class=\"link-number\">[")
            result.appendEscaped(text)
            result.append(utf8: "]</span>")
            start = end
            mark = nil
        }
        while let quote = html.firstIndex(of: UInt8(ascii: "\""), from: index) {
            index = quote + 1
            let name = index - attribute.count
            guard html.holds(attribute, at: name) else { continue }
            close(before: name)
            let last = html.firstIndex(of: UInt8(ascii: "\""), from: index) ?? html.count
            let href = String(decoding: html[index..<last], as: UTF8.self)
            if let place = places.place(of: href) {
                result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<index]))
                result.appendEscaped(ReportPlaces.href(place, from: page))
                start = last
                if let text = place.mark, Self.isMarked(html, before: name) {
                    mark = Self.end(of: html, from: last).map { (text, $0) }
                }
            }
            index = last + 1
        }
        close(before: .max)
        result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start...]))
    }

    /// Whether the tag that is open before an index is that of a link whose reader needs the number.
    private static func isMarked(_ html: UnsafeBufferPointer<UInt8>, before name: Int) -> Bool {
        var index = name
        while index > 0, html[index] != UInt8(ascii: "<") { index -= 1 }
        let end = html.firstIndex(of: UInt8(ascii: ">"), from: index) ?? html.count
        while let space = html.firstIndex(of: UInt8(ascii: " "), from: index), space < end {
            if html.holds(classAttribute, at: space) {
                let rest = space + classAttribute.count
                if marked.contains(where: { html.holds($0, at: rest) }) { return true }
            }
            index = space + 1
        }
        return false
    }

    /// Behind the end tag of a link.
    private static func end(of html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while let tag = html.firstIndex(of: UInt8(ascii: "<"), from: index) {
            if html.holds(endTag, at: tag) { return tag + endTag.count }
            index = tag + 1
        }
        return nil
    }

    private static let attribute = Array(" href=\"".utf8)
    private static let endTag = Array("</a>".utf8)
    private static let classAttribute = Array(" class=\"".utf8)
    private static let marked = ["to-quote", "to-theme", "quote-link"].map { Array("\($0)\"".utf8) }
}
