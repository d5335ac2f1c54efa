import Testing

/// A page of a site, seen without what is only for the looks of it.
struct Page: Sendable {
    let tokens: [Token]

    init(_ html: String) { tokens = Token.scan(html) }

    /// The tags, without texts.
    var tags: [Tag] { tokens.compactMap(\.tag) }

    /// The start tags of an element.
    func tags(_ name: String) -> [Tag] { tags.filter { $0.name == name && $0.kind != .end } }

    /// All ids, in the order of the page.
    var ids: [String] { tags.compactMap { $0.kind == .end ? nil : $0["id"] } }

    /// The markup without classes, without what is hidden from those who listen, and without needless space.
    var content: String {
        var html = ""
        for token in visible {
            switch token {
            case .text(let text): html += text
            case .tag(let tag): html += tag.written(without: ["class"])
            }
        }
        return html.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing("> <", with: "><")
    }

    /// What is between the tags, as a browser shows it.
    var text: String {
        visible.map { token in
            if case .text(let text) = token { text } else { " " }
        }.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ").unescaped
    }

    private var visible: [Token] {
        var depth = 0
        return tokens.filter { token in
            guard case .tag(let tag) = token else { return depth == 0 }
            if depth > 0 {
                depth += tag.kind == .start ? 1 : tag.kind == .end ? -1 : 0
                return false
            }
            if tag.kind == .start, tag["aria-hidden"] == "true" {
                depth = 1
                return false
            }
            return true
        }
    }

    /// The part of the page that is inside the element with an id.
    func section(_ id: String) -> Page? {
        guard let start = tokens.firstIndex(where: { $0.tag.map { $0.kind != .end && $0["id"] == id } ?? false }) else {
            return nil
        }
        return element(at: start)
    }

    /// The innermost element named `name` around the element with an id.
    func section(named name: String, around id: String) -> Page? {
        var open: [Int] = []
        for (position, token) in tokens.enumerated() {
            guard let tag = token.tag else { continue }
            if tag.kind != .end, tag["id"] == id {
                return open.last.map(element)
            }
            if tag.name == name, tag.kind == .start { open.append(position) }
            if tag.name == name, tag.kind == .end { _ = open.popLast() }
        }
        return nil
    }

    private func element(at start: Int) -> Page {
        var depth = 0
        var end = start
        while end < tokens.count {
            if let tag = tokens[end].tag { depth += tag.kind == .start ? 1 : tag.kind == .end ? -1 : 0 }
            end += 1
            if depth == 0 { break }
        }
        return Page(tokens: Array(tokens[start..<end]))
    }

    private init(tokens: [Token]) { self.tokens = tokens }
}

/// Expects a page to show some markup, in this order, classes and decoration left out.
func expect(
    _ page: Page?,
    shows fragments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let page else {
        Issue.record("there is no such part of the page", sourceLocation: sourceLocation)
        return
    }
    let content = page.content
    var rest = content[...]
    for fragment in fragments {
        guard let found = rest.firstRange(of: fragment) else {
            Issue.record("not shown (here): \(fragment)\nin: \(content)", sourceLocation: sourceLocation)
            return
        }
        rest = rest[found.upperBound...]
    }
}

/// Expects a page not to show some markup.
func expect(_ page: Page, hides fragment: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if page.content.contains(fragment) {
        Issue.record("shown: \(fragment)\nin: \(page.content)", sourceLocation: sourceLocation)
    }
}
