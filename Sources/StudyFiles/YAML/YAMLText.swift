import Diagnostics
import Yams

/// Reads YAML so that every complaint has a line and a column.
enum YAMLText {
    /// More nodes than any study needs, and few enough that an alias bomb is harmless.
    static let nodeLimit = 200_000

    /// The root of a YAML text; nil if it is empty or cannot be read, which is then among the findings.
    ///
    /// `range` is the part of the source that is YAML: all of a file, or the front matter of a Markdown text.
    static func root(of id: SourceID, range: Range<Int>? = nil, into findings: inout Findings) -> YAMLValue? {
        let source = findings.sources[id]
        let range = range ?? 0..<source.text.count
        let line = source.lineNumber(at: range.lowerBound)
        if let trap = YAMLTraps.first(in: source.text[range]) {
            findings.add(
                .yamlAlias,
                trap.summary,
                at: Place(source: id, offset: trap.offset, length: 1),
                help: trap.help
            )
            return nil
        }
        if let plain = PlainMapping.read(source.text[range], line: line) {
            return YAMLValue(node: plain, source: id, text: source)
        }
        do {
            guard let node = try compose(source.text[range], line: line) else { return nil }
            var room = nodeLimit
            guard let unfolded = YAMLNode(node, room: &room) else {
                findings.add(
                    .yamlAlias,
                    "the aliases of this file unfold into more than \(nodeLimit) values",
                    at: Place(source: id, offset: range.lowerBound, length: 0),
                    help: "write the values out instead of repeating them by aliases"
                )
                return nil
            }
            let root = YAMLValue(node: unfolded, source: id, text: source)
            return root.isNull ? nil : root
        } catch {
            let complaint = YAMLComplaint(error, in: source)
            findings.add(
                complaint.rule,
                complaint.summary,
                at: Place(source: id, offset: complaint.offset, length: complaint.length),
                help: complaint.help
            )
            return nil
        }
    }

    /// What the parser makes of a text that starts on a line; nil if the text is empty.
    static func compose(_ text: ArraySlice<UInt8>, line: Int) throws -> Node? {
        // Marks count from the start of the text, so the lines before it are kept as empty lines.
        let yaml = String(repeating: "\n", count: line - 1) + String(decoding: text, as: UTF8.self)
        // Scalars are read as text. So nobody needs to know which of them could be numbers or dates, which would cost
        // more than all the rest; and keys are the same if their texts are.
        return try Yams.compose(yaml: yaml, .basic, .default, .utf8)
    }
}
