/// What HTML there is around a tag, as far as the text before it in the same template tells.
///
/// Sections are read as if each were shown once, which is right for templates whose sections hold whole elements,
/// whole attributes or whole words. A template that starts in the middle of something is taken to start in text.
enum Surroundings: Sendable {
    /// Between elements or in a comment, where escaping protects.
    case text
    /// In an attribute's value between quotes, where escaping protects.
    case quotedAttribute
    /// In a tag, or in an attribute's value without quotes.
    case tag
    /// In a script or a style, where nothing protects.
    case raw

    /// The surroundings of each token.
    static func all(of tokens: [Token], bytes: [UInt8]) -> [Surroundings] {
        var scanner = MarkupScanner()
        return tokens.map { token in
            if token.kind == .text {
                for index in token.range { scanner.read(bytes[index]) }
            }
            let surroundings = scanner.surroundings
            if token.kind == .variable || token.kind == .unescaped { scanner.readValue() }
            return surroundings
        }
    }
}

/// Follows markup byte by byte, far enough to know what is text and what is not.
private struct MarkupScanner {
    private enum State {
        case text
        case opening
        case name
        case tag
        case equals
        case unquoted
        case quoted(UInt8)
        case declaration
        case comment
        case raw
    }

    private var state = State.text
    private var name: [UInt8] = []
    private var isClosing = false
    /// The last bytes, enough to recognise the end of a comment, a script or a style.
    private var recent: [UInt8] = []
    private var rawEnd: [UInt8] = []

    var surroundings: Surroundings {
        switch state {
        case .text, .comment: .text
        case .quoted: .quotedAttribute
        case .opening, .name, .tag, .equals, .unquoted, .declaration: .tag
        case .raw: .raw
        }
    }

    /// A value was printed here: after `=` it is the start of an unquoted value.
    mutating func readValue() {
        if case .equals = state { state = .unquoted }
    }

    mutating func read(_ byte: UInt8) {
        switch state {
        case .text:
            if byte == UInt8(ascii: "<") { state = .opening }
        case .opening: open(byte)
        case .name:
            if byte.isWhiteSpace || byte == UInt8(ascii: "/") { state = .tag } else { name.append(byte | 0x20) }
            if byte == UInt8(ascii: ">") { close(name.dropLast()) }
        case .tag:
            if byte == UInt8(ascii: ">") { close(name[...]) }
            if byte == UInt8(ascii: "=") { state = .equals }
        case .equals:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .quoted(byte)
            } else if byte == UInt8(ascii: ">") {
                close(name[...])
            } else if !byte.isWhiteSpace {
                state = .unquoted
            }
        case .unquoted:
            if byte == UInt8(ascii: ">") { close(name[...]) } else if byte.isWhiteSpace { state = .tag }
        case .quoted(let quote):
            if byte == quote { state = .tag }
        case .declaration:
            recent.append(byte)
            if recent.elementsEqual("--".utf8) {
                state = .comment
                recent = []
            } else if byte == UInt8(ascii: ">") {
                state = .text
            }
        case .comment: if ends(with: byte, Array("-->".utf8)) { state = .text }
        case .raw:
            if ends(with: byte | 0x20, rawEnd) {
                name = []
                isClosing = true
                state = .tag
            }
        }
    }

    private mutating func open(_ byte: UInt8) {
        name = []
        recent = []
        isClosing = false
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            name = [byte | 0x20]
            state = .name
        default:
            if byte == UInt8(ascii: "/") {
                isClosing = true
                state = .name
            } else {
                state = byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") ? .declaration : .text
            }
        }
    }

    /// A tag ended: what follows is text, unless the element holds something else.
    private mutating func close(_ name: ArraySlice<UInt8>) {
        state = .text
        guard !isClosing, name.elementsEqual("script".utf8) || name.elementsEqual("style".utf8) else { return }
        state = .raw
        recent = []
        // Compared with bit 0x20 set, as `read` does, which leaves `<` and `/` as they are.
        rawEnd = Array("</".utf8) + name
    }

    private mutating func ends(with byte: UInt8, _ wanted: [UInt8]) -> Bool {
        recent.append(byte)
        if recent.count > wanted.count { recent.removeFirst() }
        return recent.elementsEqual(wanted)
    }
}
