import Bytes
import CMarkGFM
import Markup

/// Makes HTML of Markdown.
public enum MarkdownRenderer {
    /// The HTML of a text. Everything that is not Markdown's own markup comes out escaped, unless the options allow
    /// HTML; links, images and citations come out as the resolver says. May be called from several threads.
    public static func html(_ markdown: String, options: RenderOptions, resolver: some MarkdownResolver) -> HTML {
        let markdown = CellMarks.without(markdown)
        let parseOptions = CMARK_OPT_FOOTNOTES
        guard Guard.admits(markdown),
            let document = CMarkDocument(markdown, options: parseOptions)
        else { return plain(markdown) }
        cmark_consolidate_text_nodes(document.root.raw)
        let renderOptions = CMARK_OPT_FOOTNOTES | (options.allowsHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT)
        var rewriter = TreeRewriter(
            document: document,
            options: options,
            renderOptions: renderOptions,
            resolver: resolver
        )
        rewriter.rewrite()
        if options.isInline {
            let blocks = document.root.children
            guard blocks.count == 1, let block = blocks.first, block.type == CMARK_NODE_PARAGRAPH else {
                return HTML(text: blocks.map(\.plainText).joined(separator: " "))
            }
            return document.withHTML(of: block, options: renderOptions) { html in
                HTML(trusted: Polish.polished(withoutTag(html), options: options))
            }
        }
        let polished = document.withHTML(of: document.root, options: renderOptions) { html in
            Polish.polished(html, options: options)
        }
        return HTML(trusted: rewriter.marks.filled(polished))
    }

    /// A text that cannot be parsed in reasonable time, as it is.
    private static func plain(_ markdown: String) -> HTML {
        var html = HTML(trusted: "<pre>")
        html.append(HTML(text: markdown))
        html.append(HTML(trusted: "</pre>\n"))
        return html
    }

    /// What stands in the one element that cmark made: `<p>…</p>\n` or `<h2>…</h2>\n`.
    static func withoutTag(_ html: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let start = html.firstIndex(of: UInt8(ascii: ">"), from: 0),
            let end = html.lastIndex(of: UInt8(ascii: "<")), start < end
        else { return UnsafeBufferPointer(rebasing: html[0..<0]) }
        return UnsafeBufferPointer(rebasing: html[(start + 1)..<end])
    }
}
