import Yams

/// A value in a YAML text, with the line and the column where it starts, both from 1. Columns count Unicode scalars.
struct YAMLNode: Sendable {
    /// What it is.
    enum Content: Sendable {
        case scalar(String, Style)
        case list([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
        case alias
    }

    /// How a text is written.
    enum Style: Sendable {
        case plain
        /// Between quotation marks.
        case quoted
        /// Below a `|` or a `>`.
        case block
    }

    let content: Content
    /// Nil where the parser does not say.
    let start: Start?

    /// A line and a column.
    struct Start: Equatable, Sendable {
        let line: Int
        let column: Int
    }

    init(_ content: Content, line: Int, column: Int) {
        self.content = content
        start = Start(line: line, column: column)
    }

    /// What the parser made, with aliases unfolded; nil if that comes to more nodes than `room`, from which they are taken.
    init?(_ node: Node, room: inout Int) {
        room -= 1
        guard room >= 0 else { return nil }
        start = node.mark.map { Start(line: $0.line, column: $0.column) }
        switch node {
        case .scalar(let scalar): content = .scalar(scalar.string, Style(scalar.style))
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence {
                guard let item = YAMLNode(item, room: &room) else { return nil }
                items.append(item)
            }
            content = .list(items)
        case .mapping(let mapping):
            var pairs: [(key: YAMLNode, value: YAMLNode)] = []
            for (key, value) in mapping {
                guard let key = YAMLNode(key, room: &room), let value = YAMLNode(value, room: &room) else { return nil }
                pairs.append((key, value))
            }
            content = .mapping(pairs)
        case .alias: content = .alias
        }
    }
}

extension YAMLNode {
    /// The text of a scalar as it was written, so that `no` and `010` stay what they are; nil for an empty value.
    var scalarText: String? {
        guard case .scalar(let text, let style) = content else { return nil }
        return style == .plain && Self.isNull(text) ? nil : text
    }

    /// Whether nothing was written.
    var isNull: Bool {
        guard case .scalar(let text, let style) = content else { return false }
        return style == .plain && Self.isNull(text)
    }

    private static func isNull(_ text: String) -> Bool {
        guard text.utf8.count <= 4 else { return false }
        switch text {
        case "", "~", "null", "Null", "NULL": return true
        default: return false
        }
    }
}

extension YAMLNode.Style {
    fileprivate init(_ style: Node.Scalar.Style) {
        switch style {
        case .any, .plain: self = .plain
        case .singleQuoted, .doubleQuoted: self = .quoted
        case .literal, .folded: self = .block
        }
    }
}

extension YAMLNode: Equatable {
    static func == (left: YAMLNode, right: YAMLNode) -> Bool {
        guard left.start == right.start else { return false }
        switch (left.content, right.content) {
        case (.scalar(let text, let style), .scalar(let other, let otherStyle)):
            return text.utf8.elementsEqual(other.utf8) && style == otherStyle
        case (.list(let items), .list(let others)): return items == others
        case (.mapping(let pairs), .mapping(let others)):
            return pairs.elementsEqual(others) { $0.key == $1.key && $0.value == $1.value }
        case (.alias, .alias): return true
        default: return false
        }
    }
}
