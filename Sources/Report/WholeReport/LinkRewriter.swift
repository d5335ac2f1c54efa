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
        var start = 0
        var index = 0
        var tag = 0
        var mark: String?
        while index < html.count {
            let byte = html[index]
            if byte == UInt8(ascii: "<") {
                tag = index
                if let text = mark, html[index...].starts(with: Self.end) {
                    index += Self.end.count
                    result += html[start..<index]
                    result.append(utf8: " <span class=\"link-number\">")
                    result.appendEscaped("[\(text)]")
                    result.append(utf8: "</span>")
                    start = index
                    mark = nil
                    continue
                }
            } else if byte == UInt8(ascii: " "), html[index...].starts(with: Self.attribute) {
                let first = index + Self.attribute.count
                let last = html[first...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
                let href = String(decoding: html[first..<last], as: UTF8.self)
                if let place = places.place(of: href) {
                    result += html[start..<first]
                    result.appendEscaped(ReportPlaces.href(place, from: page))
                    start = last
                    if let text = place.mark, isMarked(html, at: tag) { mark = text }
                }
                index = last
                continue
            }
            index += 1
        }
        result += html[start...]
        return result
    }

    /// Whether the tag is that of a link whose reader needs the number.
    private func isMarked(_ html: [UInt8], at tag: Int) -> Bool {
        var index = tag
        while index < html.count, html[index] != UInt8(ascii: ">") {
            if html[index] == UInt8(ascii: " "), Self.marked.contains(where: { html[index...].starts(with: $0) }) {
                return true
            }
            index += 1
        }
        return false
    }

    private static let attribute = Array(" href=\"".utf8)
    private static let end = Array("</a>".utf8)
    private static let marked = ["to-quote", "to-theme", "quote-link"].map { Array(" class=\"\($0)\"".utf8) }
}
