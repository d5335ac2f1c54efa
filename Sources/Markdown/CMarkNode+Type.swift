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
    var isInCell: Bool { parent.map { strcmp(cmark_node_get_type_string($0.raw), "table_cell") == 0 } ?? false }
}
