import Diagnostics

/// Which tag closes which: what is open at the end is reported, and so is what closes nothing.
struct Pairing {
    /// For each token that opens something, the token that closes it; one past the last if there is none.
    private(set) var closing: [Int: Int] = [:]
    /// For each closing token that closes something, the token that it closes.
    private(set) var opening: [Int: Int] = [:]

    /// How deep sections, blocks and parents may be nested in one file.
    static let limit = 100

    init(_ tokens: [Token], of template: TemplateSource, diagnostics: inout Diagnostics) {
        var stack: [Int] = []
        func name(_ index: Int) -> ArraySlice<UInt8> { template.text[tokens[index].name] }
        func text(_ index: Int) -> String { String(decoding: name(index), as: UTF8.self) }
        func unclosed(_ index: Int, _ diagnostics: inout Diagnostics) {
            diagnostics.add(
                .templateUnclosedSection,
                "‘\(text(index))’ is opened and not closed",
                at: template.place(tokens[index].range),
                help: "close it with {{/\(text(index))}}"
            )
        }
        for (index, token) in tokens.enumerated() {
            if token.kind.opens {
                guard stack.count < Self.limit else {
                    diagnostics.add(
                        .templateTooDeep,
                        "sections are nested more than \(Self.limit) deep",
                        at: template.place(token.range)
                    )
                    return
                }
                stack.append(index)
            } else if token.kind == .close {
                // The innermost of that name; what was opened within it has been forgotten.
                guard let match = stack.lastIndex(where: { name($0).elementsEqual(name(index)) }) else {
                    let open = stack.last.map { "{{/\(text($0))}} is expected first" }
                    diagnostics.add(
                        .templateUnexpectedClose,
                        "‘\(text(index))’ is closed and was not opened",
                        at: template.place(token.range),
                        help: open
                    )
                    continue
                }
                for forgotten in stack[(match + 1)...] {
                    unclosed(forgotten, &diagnostics)
                    closing[forgotten] = index
                }
                opening[index] = stack[match]
                closing[stack[match]] = index
                stack.removeSubrange(match...)
            }
        }
        for index in stack {
            unclosed(index, &diagnostics)
            closing[index] = tokens.count
        }
    }
}

extension TemplateSource {
    /// A place in this template.
    func place(_ range: Range<Int>) -> Place {
        Place(source: source, offset: range.lowerBound, length: range.count)
    }
}
