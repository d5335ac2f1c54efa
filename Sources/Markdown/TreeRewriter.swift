import CMarkGFM
import Markup

/// Puts the site's own markup in place of what cmark would make of links, images, citations, headings and raw HTML.
/// Nodes are gathered first and changed afterwards, as an iterator must not see its tree change.
struct TreeRewriter<Resolver: MarkdownResolver> {
    let document: CMarkDocument
    let options: RenderOptions
    let renderOptions: Int32
    let resolver: Resolver
    /// What stands for our own markup in the cells of tables.
    private(set) var marks = CellMarks()

    init(document: CMarkDocument, options: RenderOptions, renderOptions: Int32, resolver: Resolver) {
        self.document = document
        self.options = options
        self.renderOptions = renderOptions
        self.resolver = resolver
    }

    mutating func rewrite() {
        var texts: [CMarkNode] = []
        var links: [CMarkNode] = []
        var images: [CMarkNode] = []
        var headings: [CMarkNode] = []
        var raw: [CMarkNode] = []
        var linkDepth = 0
        document.root.walk { node, isEntering in
            switch node.type {
            case CMARK_NODE_TEXT where isEntering && linkDepth == 0: texts.append(node)
            case CMARK_NODE_LINK where isEntering:
                linkDepth += 1
                links.append(node)
            case CMARK_NODE_LINK: linkDepth -= 1
            case CMARK_NODE_IMAGE where isEntering: images.append(node)
            case CMARK_NODE_HEADING where isEntering: headings.append(node)
            case CMARK_NODE_HTML_BLOCK where isEntering, CMARK_NODE_HTML_INLINE where isEntering: raw.append(node)
            default: break
            }
        }
        // Anchors come from the words as they were written, before anything takes their place.
        var anchors = Anchors()
        let anchored = headings.map { (node: $0, anchor: anchors.next(for: $0.plainText)) }
        for node in raw { rewriteHTML(node) }
        for node in texts { rewriteCitations(node) }
        // Inner ones first, as an image may stand in a link.
        for node in images.reversed() { rewriteImage(node) }
        for node in links { rewriteLink(node) }
        for (node, anchor) in anchored { rewriteHeading(node, anchor) }
    }

    /// Comments are for the author, never for readers. What is left is shown as text, unless the study allows HTML.
    private func rewriteHTML(_ node: CMarkNode) {
        let literal = withoutComments(node.literal)
        guard !literal.allSatisfy(\.isWhitespace) else {
            node.remove()
            return
        }
        if options.allowsHTML {
            cmark_node_set_literal(node.raw, literal)
        } else if node.type == CMARK_NODE_HTML_INLINE {
            if let text = CMarkNode(text: literal) { node.replace(by: text) }
        } else if let paragraph = CMarkNode(new: CMARK_NODE_PARAGRAPH),
            let text = CMarkNode(text: withoutSpaceAtEnd(literal))
        {
            paragraph.append(text)
            node.replace(by: paragraph)
        }
    }

    /// An unclosed comment hides all that follows it, as it does in a browser.
    private func withoutComments(_ literal: String) -> String {
        var result = ""
        var rest = literal[...]
        while let start = rest.firstRange(of: "<!--") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private func withoutSpaceAtEnd(_ text: String) -> String {
        text.lastIndex { !$0.isWhitespace }.map { String(text[...$0]) } ?? ""
    }

    private mutating func rewriteCitations(_ node: CMarkNode) {
        guard node.mayCite else { return }
        let parts = CitationScanner.parts(of: node.literal)
        guard parts.contains(where: { if case .citation = $0 { true } else { false } }) else { return }
        for part in parts {
            switch part {
            case .text(let text):
                if let copy = CMarkNode(text: text) { node.insertBefore(copy) }
            case .citation(let items, let narrative, _):
                let html = resolver.citation(items, narrative: narrative)
                insert(html.description, before: node)
            }
        }
        node.remove()
    }

    private mutating func rewriteLink(_ node: CMarkNode) {
        let destination = Destination.decoded(node.destination)
        let hasText = node.hasChildren
        var start = ""
        var end = "</a>"
        switch resolver.link(to: destination, hasText: hasText) {
        case .link(let href, let title, let className) where !Destination.hasScheme(href):
            let classAttribute = className.map { " class=\"\(escaped($0))\"" } ?? ""
            start = "<a href=\"\(escaped(href))\"\(classAttribute)>"
            if !hasText, let title { start += title.description }
        case .external(let href) where Destination.isWeb(href):
            start = "<a href=\"\(escaped(href))\" class=\"external\" rel=\"noopener noreferrer\">"
        case .link, .external, .text:
            end = ""
        }
        if node.isInCell {
            insert(start, before: node)
            for child in node.children {
                if child.type == CMARK_NODE_CUSTOM_INLINE {
                    insert(child.markup, before: node)
                } else {
                    node.insertBefore(child)
                }
            }
            insert(end, before: node)
            node.remove()
            return
        }
        guard let custom = CMarkNode(inlineEntering: start, leaving: end) else { return }
        for child in node.children { custom.append(child) }
        node.replace(by: custom)
    }

    private mutating func rewriteImage(_ node: CMarkNode) {
        let destination = Destination.decoded(node.destination)
        let alternative = node.plainText
        if node.standsAlone, !options.isInline, let paragraph = node.parent,
            let block = resolver.embed(destination, alternative: alternative)
        {
            if let custom = CMarkNode(block: block.description) { paragraph.replace(by: custom) }
            return
        }
        var markup = ""
        if let href = resolver.image(destination) {
            markup = "<img src=\"\(escaped(href))\" alt=\"\(escaped(alternative))\" loading=\"lazy\">"
        } else if isInLink(node) {
            markup = escaped(alternative)
        } else if Destination.isWeb(destination) {
            let text = alternative.isEmpty ? destination : alternative
            markup =
                "<a href=\"\(escaped(destination))\" class=\"external\" rel=\"noopener noreferrer\">\(escaped(text))</a>"
        } else {
            markup = escaped(alternative)
        }
        insert(markup, before: node)
        node.remove()
    }

    /// Puts markup of our own before a node.
    private mutating func insert(_ markup: String, before node: CMarkNode) {
        let stands = node.isInCell ? CMarkNode(text: marks.keep(markup)) : CMarkNode(inlineEntering: markup)
        if let stands { node.insertBefore(stands) }
    }

    private func isInLink(_ node: CMarkNode) -> Bool {
        sequence(first: node, next: \.parent).contains { $0.type == CMARK_NODE_LINK }
    }

    private func rewriteHeading(_ node: CMarkNode, _ anchor: String) {
        let written = max(2, node.headingLevel)
        let level = min(6, max(1, written - 2 + options.topHeadingLevel))
        let text = document.withHTML(of: node, options: renderOptions) { html in
            String(decoding: MarkdownRenderer.withoutTag(html), as: UTF8.self)
        }
        let id = escaped(options.idPrefix + anchor)
        if let custom = CMarkNode(block: "<h\(level) id=\"\(id)\">\(text)</h\(level)>") { node.replace(by: custom) }
    }

    private func escaped(_ text: String) -> String { text.isPlain ? text : HTML(text: text).description }
}

extension String {
    /// Whether all of it means itself wherever it stands, as in an address that Verbatim made.
    fileprivate var isPlain: Bool {
        utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "#"): true
            default: false
            }
        }
    }
}
