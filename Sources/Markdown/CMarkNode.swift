import CMarkGFM

/// A node of a document. It is valid as long as its document is and nobody removes it.
struct CMarkNode: Hashable {
    let raw: OpaquePointer

    init(_ raw: OpaquePointer) { self.raw = raw }

    /// A node that belongs to no tree yet.
    init?(new type: cmark_node_type) {
        guard let raw = cmark_node_new(type) else { return nil }
        self.raw = raw
    }

    /// A text that belongs to no tree yet.
    init?(text: String) {
        self.init(new: CMARK_NODE_TEXT)
        cmark_node_set_literal(raw, text)
    }

    /// Markup of our own that stands where a run of text may.
    init?(inlineEntering entering: String, leaving: String = "") {
        self.init(new: CMARK_NODE_CUSTOM_INLINE)
        cmark_node_set_on_enter(raw, CellMarks.without(entering))
        cmark_node_set_on_exit(raw, CellMarks.without(leaving))
    }

    /// Markup of our own that stands where a block may.
    init?(block: String) {
        self.init(new: CMARK_NODE_CUSTOM_BLOCK)
        cmark_node_set_on_enter(raw, CellMarks.without(block))
    }

    /// What kind of node it is, by cmark's name.
    var kind: String { String(cString: cmark_node_get_type_string(raw)) }

    /// Whether it is a run of text, which most nodes are.
    var isText: Bool { cmark_node_get_type(raw) == CMARK_NODE_TEXT }

    /// The text of a text, code or HTML node.
    var literal: String { cmark_node_get_literal(raw).map { String(cString: $0) } ?? "" }

    /// The markup of a node of our own.
    var markup: String { cmark_node_get_on_enter(raw).map { String(cString: $0) } ?? "" }

    /// The destination of a link or an image.
    var destination: String { cmark_node_get_url(raw).map { String(cString: $0) } ?? "" }

    /// The level of a heading, from 1.
    var headingLevel: Int { Int(cmark_node_get_heading_level(raw)) }

    /// The line on which it starts, from 1; 0 where cmark does not say.
    var startLine: Int { Int(cmark_node_get_start_line(raw)) }

    /// The line on which it ends.
    var endLine: Int { Int(cmark_node_get_end_line(raw)) }

    var parent: CMarkNode? { cmark_node_parent(raw).map(CMarkNode.init) }
    var previous: CMarkNode? { cmark_node_previous(raw).map(CMarkNode.init) }
    var next: CMarkNode? { cmark_node_next(raw).map(CMarkNode.init) }

    /// The children, in order.
    var children: [CMarkNode] {
        var children: [CMarkNode] = []
        var child = cmark_node_first_child(raw).map(CMarkNode.init)
        while let found = child {
            children.append(found)
            child = found.next
        }
        return children
    }

    /// Whether it is the only thing in a paragraph at the top of the text.
    var standsAlone: Bool {
        guard previous == nil, next == nil, let parent, parent.type == CMARK_NODE_PARAGRAPH else { return false }
        return parent.parent?.type == CMARK_NODE_DOCUMENT
    }

    /// Puts another node after the children.
    func append(_ child: CMarkNode) { cmark_node_append_child(raw, child.raw) }

    /// Puts another node before this.
    func insertBefore(_ other: CMarkNode) { cmark_node_insert_before(raw, other.raw) }

    /// Puts another node in the place of this, which is then gone.
    func replace(by other: CMarkNode) {
        cmark_node_replace(raw, other.raw)
        cmark_node_free(raw)
    }

    /// Takes it out of the tree; it is then gone.
    func remove() {
        cmark_node_unlink(raw)
        cmark_node_free(raw)
    }

    /// Visits every node of the tree, each when it is entered and each that can have children when it is left.
    /// Not recursive, so depth costs nothing. The tree must not be changed meanwhile.
    func walk(_ visit: (_ node: CMarkNode, _ isEntering: Bool) -> Void) {
        guard let iterator = cmark_iter_new(raw) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            visit(CMarkNode(node), event == CMARK_EVENT_ENTER)
        }
    }

    /// The words in it, line breaks as spaces.
    var plainText: String {
        var text = ""
        walk { node, isEntering in
            guard isEntering else { return }
            switch node.type {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
        return text
    }
}
