import CMarkGFM

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is asked of every node of a text that is rendered, without making a string of the answer.
extension CMarkNode {
    /// What kind of node it is, by cmark's number. Only cmark's own nodes have one that is known, not those of extensions.
    var type: cmark_node_type { cmark_node_get_type(raw) }

    /// Whether a citation may stand in a text. Most have none, and need not be read.
    var mayCite: Bool { cmark_node_get_literal(raw).map { strchr($0, 0x40) != nil } ?? false }

    /// Whether anything is in it.
    var hasChildren: Bool { cmark_node_first_child(raw) != nil }

    /// Whether it stands in a cell of a table itself, not in something within it.
    var isInCell: Bool { parent?.isCell ?? false }

    /// Whether it is a cell of a table.
    var isCell: Bool { strcmp(cmark_node_get_type_string(raw), "table_cell") == 0 }

    /// Whether the first thing in it is a text that begins with a letter, a digit or a mark of ASCII.
    var beginsWithWord: Bool {
        guard let child = cmark_node_first_child(raw), cmark_node_get_type(child) == CMARK_NODE_TEXT,
            let first = cmark_node_get_literal(child)?.pointee
        else { return false }
        return first > 0x20 && first < 0x7F
    }

    /// Looks at the bytes of the text of a text, code or HTML node.
    func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let text = cmark_node_get_literal(raw) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        return UnsafeBufferPointer(start: text, count: strlen(text)).withMemoryRebound(to: UInt8.self, body)
    }
}
