import CSV
import Diagnostics
import Study

/// The text of `codebook.yml`, changed in place: comments, order, quoting and everything else that is not changed stays
/// byte for byte.
///
/// YAML can be written in more ways than are known here. So whoever edits reads the result and looks whether it says
/// what it should.
public struct CodebookEditor: Sendable {
    private var source: Source
    private let original: [UInt8]
    private let encoding: TextEncoding
    private let lineEnd: String
    private var isChanged = false

    /// Where it stands in the study's folder.
    public static var path: String { FileName.codebook }

    /// The codebook of a study's folder; nil if its text cannot be understood.
    public init?(in folder: StudyFolder) {
        original = folder.texts[FileName.codebook] ?? []
        let decoded = TextDecoding.decode(original)
        guard decoded.problem == nil else { return nil }
        source = Source(path: FileName.codebook, text: decoded.utf8)
        encoding = decoded.encoding
        lineEnd = decoded.utf8.contains(0x0D) ? "\r\n" : "\n"
    }

    /// The bytes of the file as it has to be.
    public var bytes: [UInt8] { isChanged ? encoding.encode(source.text) ?? source.text : original }

    /// Whether nothing was changed.
    public var isUnchanged: Bool { !isChanged }

    // MARK: Codes

    /// Lets a code mean a theme; false if that cannot be written down here.
    public mutating func add(code: String, to theme: ThemeID) -> Bool {
        guard let node = node(of: theme), let pairs = node.pairs else { return false }
        let scalar = YAMLWriting.scalar(code)
        guard let (key, value) = pairs.first(where: { node.child($0.key).scalarText == "codes" }) else {
            return addKey("codes: [\(scalar)]", to: node)
        }
        let codes = node.child(value)
        if codes.isNull {
            let start = node.child(key).place
            guard let colon = source.text[Int(start.offset)...].firstIndex(of: UInt8(ascii: ":")) else { return false }
            insert(" [\(scalar)]", at: colon + 1)
            return true
        }
        guard let items = codes.items else {
            let place = codes.place
            let range = Int(place.offset)..<Int(place.offset + place.length)
            guard case .scalar(let text, let style) = value.content, style != .block else { return false }
            let old = style == .quoted ? String(decoding: source.text[range], as: UTF8.self) : YAMLWriting.scalar(text)
            replace(range, "[\(old), \(scalar)]")
            return true
        }
        if isFlow(codes) { return add(scalar, toFlowAt: Int(codes.place.offset)) }
        guard let last = items.last, let dash = dash(before: codes.child(last)) else { return false }
        let line = end(after: dash.line, deeperThan: dash.column)
        insert(line: String(repeating: " ", count: dash.column) + "- " + scalar, after: line)
        return true
    }

    /// Writes a key into the mapping of a theme, below its title.
    private mutating func addKey(_ text: String, to theme: YAMLValue) -> Bool {
        if isFlow(theme) { return add(text, toFlowAt: Int(theme.place.offset)) }
        guard let column = theme.node.start.map({ $0.column - 1 }), let pairs = theme.pairs else { return false }
        let title = pairs.first { theme.child($0.key).scalarText == "title" } ?? pairs.first
        guard let line = title?.key.start?.line else { return false }
        insert(
            line: String(repeating: " ", count: column) + text,
            after: end(after: line, deeperThan: column)
        )
        return true
    }

    // MARK: Themes

    /// Adds themes, parents before their sub-themes; false if that cannot be written down here.
    public mutating func add(_ themes: [NewTheme]) -> Bool {
        guard !themes.isEmpty else { return true }
        if topmost?.items?.isEmpty ?? true { return begin(themes) }
        for theme in themes { guard add(theme) else { return false } }
        return true
    }

    private mutating func add(_ theme: NewTheme) -> Bool {
        guard let top = topmost else { return false }
        guard let parent = theme.parent else { return add(theme.fields, toList: top) }
        let known = themes(in: top)
        if known.contains(where: { child("parent", of: $0) != nil }) {
            return add(theme.fields + ["parent: \(YAMLWriting.scalar(parent.rawValue))"], toList: top)
        }
        guard let node = node(of: parent, in: known) else { return false }
        if let list = child("themes", of: node), list.items != nil { return add(theme.fields, toList: list) }
        guard node.pairs?.contains(where: { node.child($0.key).scalarText == "themes" }) == false else { return false }
        if isFlow(node) {
            return add("themes: [{\(theme.fields.joined(separator: ", "))}]", toFlowAt: Int(node.place.offset))
        }
        guard let start = node.node.start else { return false }
        let indent = String(repeating: " ", count: start.column - 1)
        let lines = [indent + "themes:"] + Self.item(theme.fields, indent: indent + "  ")
        insert(
            line: lines.joined(separator: lineEnd),
            after: end(after: start.line, deeperThan: start.column - 2)
        )
        return true
    }

    private mutating func add(_ fields: [String], toList list: YAMLValue) -> Bool {
        if isFlow(list) { return add("{\(fields.joined(separator: ", "))}", toFlowAt: Int(list.place.offset)) }
        guard let last = list.items?.last, let dash = dash(before: list.child(last)) else { return false }
        let indent = String(repeating: " ", count: dash.column)
        let lines =
            isFlow(list.child(last))
            ? [indent + "- {\(fields.joined(separator: ", "))}"] : Self.item(fields, indent: indent)
        insert(
            line: lines.joined(separator: lineEnd),
            after: end(after: dash.line, deeperThan: dash.column)
        )
        return true
    }

    /// A codebook that has no theme yet.
    private mutating func begin(_ themes: [NewTheme]) -> Bool {
        var text = ""
        func write(under parent: ThemeID?, indent: String, depth: Int) {
            for theme in themes where theme.parent == parent && depth <= CodebookReader.depthLimit {
                for line in Self.item(theme.fields, indent: indent) { text += line + lineEnd }
                guard themes.contains(where: { $0.parent == theme.id }) else { continue }
                text += indent + "  themes:" + lineEnd
                write(under: theme.id, indent: indent + "    ", depth: depth + 1)
            }
        }
        write(under: nil, indent: "  ", depth: 0)
        if let root, let (key, value) = root.pairs?.first(where: { root.child($0.key).scalarText == "themes" }) {
            let start = Int(root.child(key).place.offset)
            guard let colon = source.text[start...].firstIndex(of: UInt8(ascii: ":")) else { return false }
            if root.child(value).isNull {
                insert(lineEnd + String(text.dropLast(lineEnd.count)), at: colon + 1)
                return true
            }
            guard isFlow(root.child(value)), let close = closing(from: Int(root.child(value).place.offset)) else {
                return false
            }
            replace((colon + 1)..<(close + 1), lineEnd + String(text.dropLast(lineEnd.count)))
            return true
        }
        guard root == nil else { return false }
        let parted = source.text.isEmpty || source.text.last == 0x0A ? "" : lineEnd
        insert(parted + "themes:" + lineEnd + text, at: source.text.count)
        return true
    }

    private static func item(_ fields: [String], indent: String) -> [String] {
        fields.enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 }
    }

    // MARK: The tree

    private var root: YAMLValue? {
        var findings = Findings()
        let id = findings.sources.add(source)
        return YAMLText.root(of: id, into: &findings)
    }

    private var topmost: YAMLValue? { root.flatMap { child("themes", of: $0) } }

    private func child(_ name: String, of value: YAMLValue) -> YAMLValue? {
        value.pairs?.first { value.child($0.key).scalarText == name }.map { value.child($0.value) }
    }

    /// Every theme, with its depth bounded as the codebook's reader bounds it.
    private func themes(in list: YAMLValue?, depth: Int = 0) -> [YAMLValue] {
        guard let list, let items = list.items, depth <= CodebookReader.depthLimit else { return [] }
        return items.flatMap { item -> [YAMLValue] in
            let theme = list.child(item)
            return [theme] + themes(in: child("themes", of: theme), depth: depth + 1)
        }
    }

    private func node(of theme: ThemeID) -> YAMLValue? { node(of: theme, in: themes(in: topmost)) }

    private func node(of theme: ThemeID, in themes: [YAMLValue]) -> YAMLValue? {
        themes.first { child("id", of: $0)?.scalarText?.trimmingSpaces() == theme.rawValue }
    }

    // MARK: The text

    /// Whether a list or a mapping stands between brackets.
    private func isFlow(_ value: YAMLValue) -> Bool {
        let start = Int(value.place.offset)
        guard start < source.text.count else { return false }
        return source.text[start] == UInt8(ascii: "[") || source.text[start] == UInt8(ascii: "{")
    }

    /// Where the dash of a list's item stands.
    private func dash(before item: YAMLValue) -> (line: Int, column: Int)? {
        guard let start = item.node.start else { return nil }
        let line = source.line(start.line)
        let before = line.prefix(max(0, Int(item.place.offset) - line.startIndex))
        guard let dash = before.lastIndex(where: { $0 != 0x20 }), before[dash] == UInt8(ascii: "-") else { return nil }
        return (start.line, dash - line.startIndex)
    }

    /// The last of the lines after a line that are indented more than a column and so belong to it.
    private func end(after line: Int, deeperThan column: Int) -> Int {
        var end = line
        for number in stride(from: line + 1, through: source.lineCount, by: 1) {
            let bytes = source.line(number)
            let rest = bytes.drop { $0 == 0x20 }
            if rest.isEmpty || rest.first == UInt8(ascii: "#") { continue }
            guard bytes.count - rest.count > column else { break }
            end = number
        }
        return end
    }

    /// The bracket that closes the one at an offset.
    private func closing(from open: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        var startsToken = true
        var index = open
        while index < source.text.count {
            let byte = source.text[index]
            if let mark = quote {
                if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
                    index += 1
                } else if byte == mark {
                    quote = nil
                }
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                startsToken = true
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
                startsToken = false
            case UInt8(ascii: ","), UInt8(ascii: ":"): startsToken = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if startsToken { quote = byte }
                startsToken = false
            case UInt8(ascii: "#") where source.text[index - 1] == 0x20:
                while index < source.text.count, source.text[index] != 0x0A { index += 1 }
            case 0x20, 0x0A, 0x0D, 0x09: break
            default: startsToken = false
            }
            index += 1
        }
        return nil
    }

    private mutating func add(_ text: String, toFlowAt open: Int) -> Bool {
        guard let close = closing(from: open) else { return false }
        guard let last = source.text[..<close].lastIndex(where: { $0 > 0x20 }) else { return false }
        let byte = source.text[last]
        let isFirst = last == open
        insert((isFirst ? "" : byte == UInt8(ascii: ",") ? " " : ", ") + text, at: last + 1)
        return true
    }

    private mutating func insert(line text: String, after line: Int) {
        let bytes = source.line(line)
        insert(lineEnd + text, at: bytes.endIndex)
    }

    private mutating func insert(_ text: String, at offset: Int) { replace(offset..<offset, text) }

    private mutating func replace(_ range: Range<Int>, _ text: String) {
        var bytes = source.text
        bytes.replaceSubrange(range, with: Array(text.utf8))
        source = Source(path: source.path, text: bytes)
        isChanged = true
    }
}
