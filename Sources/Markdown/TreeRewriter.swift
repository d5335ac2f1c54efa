import CMarkGFM
import Markup

/// Puts the site's own markup in place of what cmark would make of links, images, citations, headings and raw HTML.
/// Nodes are gathered first and changed afterwards, as an iterator must not see its tree change.
struct TreeRewriter<Resolver: MarkdownResolver> {
    let document: CMarkDocument
    let options: RenderOptions
    let renderOptions: Int32
    let resolver: Resolver

    func rewrite() {
        var texts: [CMarkNode] = []
        var links: [CMarkNode] = []
        var images: [CMarkNode] = []
        var headings: [CMarkNode] = []
        var raw: [CMarkNode] = []
        var linkDepth = 0
        document.root.walk { node, isEntering in
            switch node.kind {
            case "text" where isEntering && linkDepth == 0: texts.append(node)
            case "link" where isEntering:
                linkDepth += 1
                links.append(node)
            case "link": linkDepth -= 1
            case "image" where isEntering: images.append(node)
            case "heading" where isEntering: headings.append(node)
            case "html_block" where isEntering, "html_inline" where isEntering: raw.append(node)
            default: break
            }
        }
        for node in raw {
            // Comments are for the author, never for readers.
            if isComment(node) {
                node.remove()
            } else if !options.allowsHTML {
                showAsText(node)
            }
        }
        for node in texts { rewriteCitations(node) }
        // Inner ones first, as an image may stand in a link.
        for node in images.reversed() { rewriteImage(node) }
        for node in links { rewriteLink(node) }
        var anchors = Anchors()
        for node in headings { rewriteHeading(node, &anchors) }
    }

    private func showAsText(_ node: CMarkNode) {
        if node.kind == "html_inline" {
            if let text = CMarkNode(text: node.literal) { node.replace(by: text) }
            return
        }
        guard let paragraph = CMarkNode(new: CMARK_NODE_PARAGRAPH),
            let text = CMarkNode(text: withoutLineEnd(node.literal))
        else {
            return
        }
        paragraph.append(text)
        node.replace(by: paragraph)
    }

    /// Whether raw HTML is nothing but a comment.
    private func isComment(_ node: CMarkNode) -> Bool {
        let literal = node.literal.drop(while: \.isWhitespace)
        guard literal.hasPrefix("<!--"), let end = literal.firstRange(of: "-->")?.upperBound else { return false }
        return literal[end...].allSatisfy(\.isWhitespace)
    }

    private func withoutLineEnd(_ literal: String) -> String {
        lastText(literal).map { String(literal[..<$0]) } ?? ""
    }

    private func lastText(_ literal: String) -> String.Index? {
        literal.lastIndex { !$0.isWhitespace }.map { literal.index(after: $0) }
    }

    private func rewriteCitations(_ node: CMarkNode) {
        let parts = CitationScanner.parts(of: node.literal)
        guard parts.contains(where: { if case .citation = $0 { true } else { false } }) else { return }
        for part in parts {
            switch part {
            case .text(let text):
                if let copy = CMarkNode(text: text) { node.insertBefore(copy) }
            case .citation(let items, let narrative, _):
                let html = resolver.citation(items, narrative: narrative)
                if let custom = CMarkNode(inlineEntering: html.description) { node.insertBefore(custom) }
            }
        }
        node.remove()
    }

    private func rewriteLink(_ node: CMarkNode) {
        let destination = Destination.decoded(node.destination)
        let hasText = !node.children.isEmpty
        var start = ""
        var end = "</a>"
        switch resolver.link(to: destination, hasText: hasText) {
        case .link(let href, let title, let className):
            let classAttribute = className.map { " class=\"\(escaped($0))\"" } ?? ""
            start = "<a href=\"\(escaped(href))\"\(classAttribute)>"
            if !hasText, let title { start += title.description }
        case .external(let href) where Destination.isWeb(href):
            start = "<a href=\"\(escaped(href))\" class=\"external\" rel=\"noopener noreferrer\">"
        case .external, .text:
            end = ""
        }
        guard let custom = CMarkNode(inlineEntering: start, leaving: end) else { return }
        for child in node.children { custom.append(child) }
        node.replace(by: custom)
    }

    private func rewriteImage(_ node: CMarkNode) {
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
        } else if Destination.isWeb(destination) {
            let text = alternative.isEmpty ? destination : alternative
            markup =
                "<a href=\"\(escaped(destination))\" class=\"external\" rel=\"noopener noreferrer\">\(escaped(text))</a>"
        } else {
            markup = escaped(alternative)
        }
        if let custom = CMarkNode(inlineEntering: markup) { node.replace(by: custom) }
    }

    private func rewriteHeading(_ node: CMarkNode, _ anchors: inout Anchors) {
        let anchor = anchors.next(for: node.plainText)
        let written = max(2, node.headingLevel)
        let level = min(6, max(1, written - 2 + options.topHeadingLevel))
        let inside = MarkdownRenderer.withoutTag(document.html(of: node, options: renderOptions))
        let text = String(decoding: inside, as: UTF8.self)
        let id = escaped(options.idPrefix + anchor)
        if let custom = CMarkNode(block: "<h\(level) id=\"\(id)\">\(text)</h\(level)>") { node.replace(by: custom) }
    }

    private func escaped(_ text: String) -> String { HTML(text: text).description }
}
