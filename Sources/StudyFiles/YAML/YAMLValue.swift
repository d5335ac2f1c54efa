import Diagnostics
import Yams

/// A node of a YAML text together with the file that it stands in.
struct YAMLValue {
    let node: Node
    let source: SourceID
    let text: Source

    /// Where the node starts; for a text on one line, all of it.
    var place: Place {
        guard let mark = node.mark else { return Place(source: source, offset: 0, length: 0) }
        let offset = text.offset(line: mark.line, scalarColumn: mark.column)
        return Place(source: source, offset: offset, length: length(from: offset, line: mark.line))
    }

    private func length(from offset: Int, line: Int) -> Int {
        guard let scalar = node.scalar else { return 1 }
        let lineEnd = text.line(line).endIndex
        switch scalar.style {
        case .singleQuoted, .doubleQuoted:
            let quote = offset < text.text.count ? text.text[offset] : 0
            let rest = text.text[min(offset + 1, lineEnd)..<max(lineEnd, min(offset + 1, lineEnd))]
            return (rest.firstIndex(of: quote) ?? lineEnd - 1) + 1 - offset
        case .literal, .folded:
            return 1
        default:
            return max(0, min(scalar.string.utf8.count, lineEnd - offset))
        }
    }

    /// A child of this node.
    func child(_ node: Node) -> YAMLValue {
        YAMLValue(node: node, source: source, text: text)
    }

    /// The text of a scalar as it was written, so that `no` and `010` stay what they are; nil for an empty value.
    var scalarText: String? {
        guard let scalar = node.scalar else { return nil }
        let isPlain = scalar.style == .plain || scalar.style == .any
        if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
        return scalar.string
    }

    /// Whether nothing was written.
    var isNull: Bool { node.scalar != nil && scalarText == nil }

    /// What it is, for messages: `text`, `a list`, `a mapping`.
    var kind: String {
        switch node {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a mapping of keys to values"
        case .alias: "an alias"
        }
    }
}
