import Markup

/// Mends what cmark's own HTML lacks: ids that are unique on a page, and words for those who do not see the marks.
/// The ids of footnotes hold a `_`, which no anchor of a heading does.
/// One pass over the bytes; text cannot be mistaken for these tags, as cmark escapes it.
enum Polish {
    static func polished(_ html: [UInt8], options: RenderOptions) -> [UInt8] {
        let replacements = replacements(options)
        var result: [UInt8] = []
        result.reserveCapacity(html.count + html.count / 16)
        var start = 0
        var index = 0
        var hasFootnotes = false
        var openTables = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let found = replacements.first { html[index...].starts(with: $0.old) }
            guard let found else {
                index += 1
                continue
            }
            // Only what was wrapped is unwrapped: tables of other makers have attributes.
            if found.old == tableStart { openTables += 1 }
            if found.old == tableEnd {
                guard openTables > 0 else {
                    index += 1
                    continue
                }
                openTables -= 1
            }
            result += html[start..<index]
            result += found.new
            hasFootnotes = hasFootnotes || found.isFootnote
            index += found.old.count
            start = index
        }
        result += html[start...]
        return hasFootnotes ? withFootnoteWords(result, options) : result
    }

    /// Inside the tags of footnotes. Quotation marks in text are escaped, so these cannot be text.
    private static func withFootnoteWords(_ html: [UInt8], _ options: RenderOptions) -> [UInt8] {
        let prefix = HTML(text: options.idPrefix).description
        let back = HTML(text: options.words.backToReference).description
        let text = String(decoding: html, as: UTF8.self)
            .replacing("\" id=\"fnref-", with: "\" id=\"\(prefix)fnref_")
            .replacing(" aria-label=\"Back to content\"", with: " aria-label=\"\(back)\"")
        return Array(text.utf8)
    }

    private static let tableStart = Array("<table>".utf8)
    private static let tableEnd = Array("</table>".utf8)

    private struct Replacement {
        let old: [UInt8]
        let new: [UInt8]
        let isFootnote: Bool

        init(_ old: String, _ new: String, isFootnote: Bool = false) {
            self.old = Array(old.utf8)
            self.new = Array(new.utf8)
            self.isFootnote = isFootnote
        }
    }

    private static func replacements(_ options: RenderOptions) -> [Replacement] {
        let prefix = HTML(text: options.idPrefix).description
        let words = options.words
        func escaped(_ text: String) -> String { HTML(text: text).description }
        var all: [Replacement] = []
        for cell in ["td", "th"] {
            for side in ["left", "center", "right"] {
                all.append(Replacement("<\(cell) align=\"\(side)\">", "<\(cell) class=\"align-\(side)\">"))
            }
        }
        return all + [
            Replacement("<table>", "<div class=\"table-wrap\"><table>"),
            Replacement("</table>", "</table></div>"),
            Replacement(
                "<input type=\"checkbox\" checked=\"\" disabled=\"\" />",
                "<span class=\"task task-done\"><span class=\"visually-hidden\">\(escaped(words.taskDone))</span></span>"
            ),
            Replacement(
                "<input type=\"checkbox\" disabled=\"\" />",
                "<span class=\"task\"><span class=\"visually-hidden\">\(escaped(words.taskOpen))</span></span>"
            ),
            Replacement(
                "<section class=\"footnotes\" data-footnotes>",
                "<section class=\"footnotes\" aria-label=\"\(escaped(words.footnotes))\">"
            ),
            Replacement("<li id=\"fn-", "<li id=\"\(prefix)fn_"),
            Replacement(
                "<sup class=\"footnote-ref\"><a href=\"#fn-",
                "<sup class=\"footnote-ref\"><a href=\"#\(prefix)fn_",
                isFootnote: true
            ),
            Replacement("<a href=\"#fnref-", "<a href=\"#\(prefix)fnref_"),
        ]
    }
}
