import Diagnostics

/// Makes the tree of a template from its tokens.
struct Parser {
    private let template: TemplateSource
    private let tokens: [Token]
    private let pairing: Pairing
    private let standalone: Standalone
    private let surroundings: [Surroundings]

    /// Reads a template. What cannot be read is reported, and the rest is read as well as can be.
    static func parse(_ template: TemplateSource, diagnostics: inout Diagnostics) -> ParsedTemplate {
        var found = Diagnostics()
        let tokens = Lexer.tokens(of: template, diagnostics: &found)
        let pairing = Pairing(tokens, of: template, diagnostics: &found)
        let parser = Parser(
            template: template,
            tokens: tokens,
            pairing: pairing,
            standalone: Standalone(tokens, bytes: template.text, pairing: pairing),
            surroundings: Surroundings.all(of: tokens, bytes: template.text)
        )
        // Nesting beyond the limit was reported; do not follow it.
        let isTooDeep = found.all.contains { $0.rule == .templateTooDeep }
        let body = isTooDeep ? Body() : parser.body(tokens.indices)
        diagnostics.add(contentsOf: found)
        return ParsedTemplate(name: template.name, body: body, isSound: !found.hasErrors)
    }

    private func body(_ range: Range<Int>) -> Body {
        var nodes: [Node] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            let end = min(pairing.closing[index] ?? index, range.upperBound)
            if token.kind != .text, !standalone.isAlone[index], startsLine(token.range.lowerBound) {
                nodes.append(.lineStart)
            }
            switch token.kind {
            case .text:
                let shown = standalone.ranges[index]
                if !shown.isEmpty {
                    nodes.append(.text(Array(template.text[shown]), startsLine: startsLine(shown.lowerBound)))
                }
            case .comment, .delimiters, .close: break
            case .variable, .unescaped:
                nodes.append(
                    .variable(
                        Variable(
                            path: path(token),
                            isUnescaped: token.kind == .unescaped,
                            surroundings: surroundings[index]
                        )
                    )
                )
            case .section, .inverted:
                nodes.append(
                    .section(
                        Section(
                            path: path(token),
                            isInverted: token.kind == .inverted,
                            body: body(index + 1..<max(end, index + 1))
                        )
                    )
                )
            case .partial: nodes.append(.partial(inclusion(index)))
            case .parent: nodes.append(.parent(inclusion(index), blocks(index + 1..<max(end, index + 1))))
            case .block: nodes.append(.block(block(index, upTo: end)))
            }
            if token.kind.opens, end > index, end < range.upperBound, !standalone.isAlone[end],
                startsLine(tokens[end].range.lowerBound)
            {
                nodes.append(.lineStart)
            }
            index = token.kind.opens ? max(end, index) + 1 : index + 1
        }
        return Body(nodes: nodes)
    }

    /// The blocks directly inside a parent; all else in it is ignored.
    private func blocks(_ range: Range<Int>) -> [Block] {
        var blocks: [Block] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let end = min(pairing.closing[index] ?? index, range.upperBound)
            if tokens[index].kind == .block { blocks.append(block(index, upTo: end)) }
            index = max(end, index) + 1
        }
        return blocks
    }

    private func block(_ index: Int, upTo end: Int) -> Block {
        let name = tokens[index].name
        return Block(name: text(name), place: template.place(name), body: body(index + 1..<max(end, index + 1)))
    }

    private func inclusion(_ index: Int) -> Inclusion {
        let name = tokens[index].name
        let indentation = standalone.indentation[index].map { Array(template.text[$0]) } ?? []
        return Inclusion(
            name: text(name),
            place: template.place(name),
            indentation: indentation,
            standsAlone: standalone.isAlone[index]
        )
    }

    private func path(_ token: Token) -> Path {
        let name = text(token.name)
        let parts = name == "." ? [] : name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        return Path(parts: parts, place: template.place(token.name))
    }

    private func startsLine(_ offset: Int) -> Bool {
        offset == 0 || template.text[offset - 1] == 0x0A
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: template.text[range], as: UTF8.self)
    }
}
