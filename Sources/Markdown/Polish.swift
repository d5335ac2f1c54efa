import Bytes
import Markup

/// Mends what cmark's own HTML lacks: ids that are unique on a page, and words for those who do not see the marks.
/// The ids of footnotes hold a `_`, which no anchor of a heading does.
/// One pass over the bytes; text cannot be mistaken for these tags, as cmark escapes it.
enum Polish {
    static func polished(_ html: UnsafeBufferPointer<UInt8>, options: RenderOptions) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count + html.count / 16)
        var start = 0
        var index = 0
        var hasFootnotes = false
        var openTables = 0
        while let tag = html.firstIndex(of: UInt8(ascii: "<"), from: index) {
            index = tag + 1
            guard index < html.count, mayFollow(html[index]),
                let found = marks.first(where: { html.holds($0.old, at: tag) })
            else { continue }
            // Only what was wrapped is unwrapped: tables of other makers have attributes.
            switch found.new {
            case .tableStart: openTables += 1
            case .tableEnd where openTables > 0: openTables -= 1
            case .tableEnd: continue
            case .reference: hasFootnotes = true
            default: break
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<tag]))
            result.append(found.new, options)
            index = tag + found.old.count
            start = index
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start...]))
        return hasFootnotes ? withFootnoteWords(result, options) : result
    }

    /// Inside the tags of footnotes. Quotation marks in text are escaped, so these cannot be text.
    private static func withFootnoteWords(_ html: [UInt8], _ options: RenderOptions) -> [UInt8] {
        var id = Array("\" id=\"".utf8)
        id.appendEscaped(options.idPrefix)
        id.append(utf8: "fnref_")
        var label = Array(" aria-label=\"".utf8)
        label.appendEscaped(options.words.backToReference)
        label.append(utf8: "\"")
        return replacing(wayBack, with: label, in: replacing(referenceID, with: id, in: html))
    }

    /// Replaces what holds a quotation mark, which are rare, and is found by the first of them.
    private static func replacing(_ old: [UInt8], with new: [UInt8], in html: [UInt8]) -> [UInt8] {
        let mark = UInt8(ascii: "\"")
        let before = old.firstIndex(of: mark) ?? 0
        return html.withUnsafeBufferPointer { html in
            var result: [UInt8] = []
            result.reserveCapacity(html.count + html.count / 16)
            var start = 0
            var index = 0
            while let quote = html.firstIndex(of: mark, from: index) {
                index = quote + 1
                guard quote - before >= start, html.holds(old, at: quote - before) else { continue }
                result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<quote - before]))
                result += new
                index = quote - before + old.count
                start = index
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: html[start...]))
            return result
        }
    }

    private static let referenceID = Array("\" id=\"fnref-".utf8)
    private static let wayBack = Array(" aria-label=\"Back to content\"".utf8)

    /// What is found, and what it becomes.
    private static let marks: [(old: [UInt8], new: Replacement)] =
        ["td", "th"].flatMap { cell in
            ["left", "center", "right"].map { side in
                let new = Array("<\(cell) class=\"align-\(side)\">".utf8)
                return (Array("<\(cell) align=\"\(side)\">".utf8), .cell(new))
            }
        } + [
            (Array("<table>".utf8), .tableStart),
            (Array("</table>".utf8), .tableEnd),
            (Array("<input type=\"checkbox\" checked=\"\" disabled=\"\" />".utf8), .taskDone),
            (Array("<input type=\"checkbox\" disabled=\"\" />".utf8), .taskOpen),
            (Array("<section class=\"footnotes\" data-footnotes>".utf8), .footnotes),
            (Array("<li id=\"fn-".utf8), .footnote),
            (Array("<sup class=\"footnote-ref\"><a href=\"#fn-".utf8), .reference),
            (Array("<a href=\"#fnref-".utf8), .wayBack),
        ]

    /// Whether a mark may go on so behind its `<`: nearly no tag does.
    private static func mayFollow(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "t"), UInt8(ascii: "/"), UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "l"),
            UInt8(ascii: "a"):
            true
        default: false
        }
    }

    fileprivate enum Replacement {
        case cell([UInt8])
        case tableStart
        case tableEnd
        case taskDone
        case taskOpen
        case footnotes
        case footnote
        case reference
        case wayBack
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ new: Polish.Replacement, _ options: RenderOptions) {
        func wrap(_ before: String, _ text: String, _ after: String) {
            append(utf8: before)
            appendEscaped(text)
            append(utf8: after)
        }
        let done = "<span class=\"task task-done\"><span class=\"visually-hidden\">"
        let open = "<span class=\"task\"><span class=\"visually-hidden\">"
        switch new {
        case .cell(let bytes): self += bytes
        case .tableStart: append(utf8: "<div class=\"table-wrap\"><table>")
        case .tableEnd: append(utf8: "</table></div>")
        case .taskDone: wrap(done, options.words.taskDone, "</span></span>")
        case .taskOpen: wrap(open, options.words.taskOpen, "</span></span>")
        case .footnotes: wrap("<section class=\"footnotes\" aria-label=\"", options.words.footnotes, "\">")
        case .footnote: wrap("<li id=\"", options.idPrefix, "fn_")
        case .reference: wrap("<sup class=\"footnote-ref\"><a href=\"#", options.idPrefix, "fn_")
        case .wayBack: wrap("<a href=\"#", options.idPrefix, "fnref_")
        }
    }
}
