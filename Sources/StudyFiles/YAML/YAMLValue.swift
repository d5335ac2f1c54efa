import Diagnostics

/// A node of a YAML text together with the file that it stands in.
struct YAMLValue {
    let node: YAMLNode
    let source: SourceID
    let text: Source

    /// Where the node starts; for a text on one line, all of it.
    var place: Place {
        guard let start = node.start else { return Place(source: source, offset: 0, length: 0) }
        let offset = text.offset(line: start.line, scalarColumn: start.column)
        return Place(source: source, offset: offset, length: length(from: offset, line: start.line))
    }

    private func length(from offset: Int, line: Int) -> Int {
        guard case .scalar(let string, let style) = node.content else { return 1 }
        let lineEnd = text.line(line).endIndex
        switch style {
        case .quoted:
            let quote = offset < text.text.count ? text.text[offset] : 0
            let rest = text.text[min(offset + 1, lineEnd)..<max(lineEnd, min(offset + 1, lineEnd))]
            return (rest.firstIndex(of: quote) ?? lineEnd - 1) + 1 - offset
        case .block:
            return 1
        case .plain:
            return max(0, min(string.utf8.count, lineEnd - offset))
        }
    }

    /// The keys and values of a mapping; nil if it is something else.
    var pairs: [(key: YAMLNode, value: YAMLNode)]? {
        if case .mapping(let pairs) = node.content { pairs } else { nil }
    }

    /// The items of a list; nil if it is something else.
    var items: [YAMLNode]? {
        if case .list(let items) = node.content { items } else { nil }
    }

    /// A child of this node.
    func child(_ node: YAMLNode) -> YAMLValue {
        YAMLValue(node: node, source: source, text: text)
    }

    /// The text of a scalar as it was written, so that `no` and `010` stay what they are; nil for an empty value.
    var scalarText: String? { node.scalarText }

    /// Whether nothing was written.
    var isNull: Bool { node.isNull }

    /// What it is, for messages: `text`, `a list`, `a mapping`.
    var kind: String {
        switch node.content {
        case .scalar: "text"
        case .list: "a list"
        case .mapping: "a mapping of keys to values"
        case .alias: "an alias"
        }
    }
}
