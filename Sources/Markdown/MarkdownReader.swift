import Bytes
import CMarkGFM
import Diagnostics

/// Reads Markdown without rendering it.
public enum MarkdownReader {
    /// How many bytes of Markdown one text may have. A longer one is shown as plain text, and so is one that is nested or
    /// bracketed beyond what anybody writes (`Guard`).
    public static let limit = 8_000_000

    /// What a text says about its structure and about other parts of the study. Never fails: any text is Markdown.
    ///
    /// Its blocks are left out if nobody wants to know them.
    public static func outline(_ text: MarkdownText, withBlocks: Bool = true) -> Outline {
        guard let document = document(text.markdown) else {
            var outline = Outline()
            outline.isTooLong = true
            outline.plainText = text.markdown
            return outline
        }
        var builder = OutlineBuilder(text)
        return builder.read(document, withBlocks: withBlocks)
    }

    /// What `Outline.plainText` says of a text, for those who want to know nothing else.
    public static func plainText(of markdown: String) -> String {
        guard let document = document(markdown) else { return markdown }
        var words = PlainWords(reserving: markdown.utf8.count)
        document.root.walk { words.visit($0, $1) }
        return words.text
    }

    /// Nil if a text is too long or too deeply nested.
    private static func document(_ markdown: String) -> CMarkDocument? {
        guard Guard.admits(markdown),
            let document = CMarkDocument(markdown, options: CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES)
        else { return nil }
        cmark_consolidate_text_nodes(document.root.raw)
        return document
    }
}

/// Gathers an outline in one walk over the tree.
private struct OutlineBuilder {
    private var outline = Outline()
    private let text: MarkdownText
    private var finder: PlaceFinder
    private var anchors = Anchors()
    private var headings: [CMarkNode: Outline.Heading] = [:]
    private var codeLines: Set<Int> = []
    private var linkDepth = 0
    private var words: PlainWords

    init(_ text: MarkdownText) {
        self.text = text
        finder = PlaceFinder(text)
        words = PlainWords(reserving: text.markdown.utf8.count)
    }

    mutating func read(_ document: CMarkDocument, withBlocks: Bool) -> Outline {
        document.root.walk { node, isEntering in
            words.visit(node, isEntering)
            visit(node, isEntering)
        }
        outline.plainText = words.text
        if withBlocks {
            for block in document.root.children { add(block) }
        }
        outline.footnoteProblems += FootnoteDefinitions.problems(in: text, skipping: codeLines)
        return outline
    }

    private mutating func visit(_ node: CMarkNode, _ isEntering: Bool) {
        switch node.type {
        case CMARK_NODE_TEXT: if isEntering { addText(node) }
        case CMARK_NODE_CODE_BLOCK:
            guard isEntering else { return }
            if node.startLine > 0, node.endLine >= node.startLine {
                codeLines.formUnion(node.startLine...node.endLine)
            }
        case CMARK_NODE_HEADING: if isEntering { addHeading(node) }
        case CMARK_NODE_LINK:
            linkDepth += isEntering ? 1 : -1
            if isEntering { addLink(node, isEmbed: false) }
        case CMARK_NODE_IMAGE: if isEntering { addLink(node, isEmbed: true) }
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
            if isEntering, !node.literal.hasPrefix("<!--") {
                outline.rawHTML.append(finder.place(of: node.literal, from: node.startLine))
            }
        default: break
        }
    }

    private mutating func addText(_ node: CMarkNode) {
        let (holdsAt, holdsCaret) = node.withLiteral { literal in
            (literal.holds(UInt8(ascii: "@")), literal.holds(UInt8(ascii: "^")))
        }
        if linkDepth == 0, holdsAt { addCitations(node.literal, of: node) }
        if holdsCaret { addCalls(node.literal, of: node) }
    }

    private mutating func addHeading(_ node: CMarkNode) {
        let words = node.plainText
        let heading = Outline.Heading(
            level: node.headingLevel,
            plainText: words,
            anchor: anchors.next(for: words),
            place: finder.lines(node.startLine...max(node.startLine, node.endLine))
        )
        headings[node] = heading
        outline.headings.append(heading)
    }

    private mutating func addLink(_ node: CMarkNode, isEmbed: Bool) {
        let url = node.destination
        outline.links.append(
            Outline.Link(
                destination: Destination.decoded(url),
                isEmbed: isEmbed,
                isEmptyText: !node.beginsWithWord && node.plainText.allSatisfy(\.isWhitespace) && !holdsImage(node),
                standsAlone: isEmbed && node.standsAlone,
                place: finder.place(of: url, from: node.startLine)
            )
        )
    }

    private func holdsImage(_ node: CMarkNode) -> Bool {
        node.children.contains { $0.kind == "image" }
    }

    private mutating func addCitations(_ literal: String, of node: CMarkNode) {
        for case .citation(let items, let narrative, _) in CitationScanner.parts(of: literal) {
            for item in items {
                outline.citations.append(
                    Outline.Citation(
                        key: item.key,
                        form: narrative ? .narrative : .parenthetical,
                        place: finder.place(of: "@" + item.key, from: node.startLine)
                    )
                )
            }
        }
    }

    /// Calls of footnotes that have no text, which cmark leaves as they were written.
    private mutating func addCalls(_ literal: String, of node: CMarkNode) {
        var rest = literal[...]
        while let open = rest.firstRange(of: "[^"), let close = rest[open.upperBound...].firstIndex(of: "]") {
            let label = String(rest[open.upperBound..<close])
            if !label.isEmpty, !label.contains(where: { $0.isWhitespace || $0 == "[" }) {
                let place = finder.place(of: "[^\(label)]", from: node.startLine)
                outline.footnoteProblems.append(.init(kind: .undefined, label: label, place: place))
            }
            rest = rest[close...].dropFirst()
        }
    }

    private mutating func add(_ block: CMarkNode) {
        switch block.kind {
        case "heading":
            if let heading = headings[block] { outline.blocks.append(.heading(heading)) }
        case "list": outline.blocks.append(.list(items(of: block)))
        case "footnote_definition", "thematic_break": break
        case "html_block" where block.literal.hasPrefix("<!--"): break
        default:
            let lines = max(block.startLine, 1)...max(block.endLine, block.startLine, 1)
            outline.blocks.append(.other(finder.lines(lines)))
        }
    }

    private func items(of list: CMarkNode) -> [Outline.ListItem] {
        var items: [(text: String, depth: Int, lines: ClosedRange<Int>)] = []
        var open: [Int] = []
        list.walk { node, isEntering in
            switch node.kind {
            case "item", "tasklist":
                if isEntering {
                    let first = node.children.first
                    let start = max(first?.startLine ?? node.startLine, 1)
                    let end = max(first?.endLine ?? start, start)
                    open.append(items.count)
                    items.append(("", open.count - 1, start...end))
                } else {
                    open.removeLast()
                }
            case "text" where isEntering, "code" where isEntering:
                if let item = open.last { items[item].text += node.literal }
            case "softbreak" where isEntering, "linebreak" where isEntering, "paragraph" where !isEntering:
                if let item = open.last { items[item].text += " " }
            default: break
            }
        }
        return items.map { item in
            let words = item.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return Outline.ListItem(plainText: words, depth: item.depth, place: finder.lines(item.lines))
        }
    }
}
