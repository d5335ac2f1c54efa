/// A tag or a text of a page.
enum Token: Sendable {
    case tag(Tag)
    /// A text as it is written, with its references.
    case text(String)

    var tag: Tag? { if case .tag(let tag) = self { tag } else { nil } }

    /// Takes markup apart. It sees a tag wherever a browser would.
    static func scan(_ html: String) -> [Token] {
        var tokens: [Token] = []
        var rest = html[...]
        while let next = rest.firstIndex(of: "<") {
            if next > rest.startIndex { tokens.append(.text(String(rest[..<next]))) }
            rest = rest[next...]
            if rest.hasPrefix("<!--") {
                rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
            } else if rest.hasPrefix("<!") {
                rest = rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
            } else if let tag = Tag.take(from: &rest) {
                tokens.append(.tag(tag))
            } else {
                tokens.append(.text("<"))
                rest = rest.dropFirst()
            }
        }
        if !rest.isEmpty { tokens.append(.text(String(rest))) }
        return tokens
    }
}

/// A tag with its attributes.
struct Tag: Sendable {
    enum Kind: Sendable { case start, end, whole }

    let name: String
    let kind: Kind
    /// The attributes in their order, with their values as they are written.
    let attributes: [(name: String, value: String?)]

    /// The value of an attribute as it is meant.
    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }.map { $0.value?.unescaped ?? "" }
    }

    /// The tag again, without some attributes.
    func written(without omitted: Set<String>) -> String {
        var text = kind == .end ? "</" + name : "<" + name
        for attribute in attributes where !omitted.contains(attribute.name) {
            text += " " + attribute.name + (attribute.value.map { "=\"\($0)\"" } ?? "")
        }
        return text + ">"
    }

    private static let voids: Set<String> = ["br", "hr", "img", "input", "link", "meta", "wbr"]

    /// Takes a tag from the front; nil, and nothing taken, if there is none.
    static func take(from html: inout Substring) -> Tag? {
        var rest = html.dropFirst()
        let isEnd = rest.first == "/"
        if isEnd { rest = rest.dropFirst() }
        guard let first = rest.first, first.isASCII, first.isLetter else { return nil }
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }.lowercased()
        rest = rest.dropFirst(name.count)
        var attributes: [(name: String, value: String?)] = []
        var isClosed = false
        while let character = rest.first, character != ">" {
            if character.isWhitespace || character == "/" {
                isClosed = character == "/"
                rest = rest.dropFirst()
                continue
            }
            isClosed = false
            let key = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
            rest = rest.dropFirst(max(key.count, 1))
            guard rest.first == "=" else {
                attributes.append((key.lowercased(), nil))
                continue
            }
            rest = rest.dropFirst()
            let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
            if quote != nil { rest = rest.dropFirst() }
            let value = rest.prefix { quote == nil ? !$0.isWhitespace && $0 != ">" : $0 != quote }
            rest = rest.dropFirst(value.count + (quote == nil ? 0 : 1))
            attributes.append((key.lowercased(), String(value)))
        }
        html = rest.dropFirst()
        let isWhole = isClosed || voids.contains(name)
        return Tag(name: name, kind: isEnd ? .end : isWhole ? .whole : .start, attributes: attributes)
    }
}

extension String {
    /// A text of HTML as it is meant.
    var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
