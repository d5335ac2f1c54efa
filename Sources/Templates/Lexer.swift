import Bytes
import Diagnostics

/// Cuts a template into text and tags.
struct Lexer {
    private let source: SourceID
    private let bytes: [UInt8]
    private var open: [UInt8] = Array("{{".utf8)
    private var close: [UInt8] = Array("}}".utf8)
    private var tokens: [Token] = []
    private var textStart = 0
    /// Where a closing delimiter was last found; the end if there is none.
    private var nextClose = -1

    private init(_ template: TemplateSource) {
        source = template.source
        bytes = template.text
    }

    /// The tokens of a template. A tag that cannot be read is reported and stays text, or is left out.
    static func tokens(of template: TemplateSource, diagnostics: inout Diagnostics) -> [Token] {
        var lexer = Lexer(template)
        lexer.run(&diagnostics)
        return lexer.tokens
    }

    private mutating func run(_ diagnostics: inout Diagnostics) {
        // A byte order mark is not part of the text.
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        textStart = index
        while let start = bytes.firstIndex(of: open, from: index) {
            if let end = tag(at: start, &diagnostics) {
                index = end
                textStart = end
            } else if isAnyClosed(after: start) {
                index = start + open.count
            } else {
                // No tag can be read any more, and the first of them has been reported.
                break
            }
        }
        addText(upTo: bytes.count)
    }

    /// Whether a closing delimiter follows. Looks at each byte once, however often it is asked.
    private mutating func isAnyClosed(after start: Int) -> Bool {
        if nextClose < start { nextClose = bytes.firstIndex(of: close, from: start) ?? bytes.count }
        return nextClose < bytes.count
    }

    private mutating func addText(upTo end: Int) {
        guard end > textStart else { return }
        tokens.append(Token(kind: .text, range: textStart..<end, name: end..<end))
    }

    /// Reads the tag at an opening delimiter; returns where it ends, or nil if it does not.
    private mutating func tag(at start: Int, _ diagnostics: inout Diagnostics) -> Int? {
        let inner = start + open.count
        let kind = inner < bytes.count ? Self.kind(of: bytes[inner]) : nil
        let isTriple = inner < bytes.count && bytes[inner] == UInt8(ascii: "{")
        let closing = isTriple ? [UInt8(ascii: "}")] + close : close
        let contentStart = kind == nil ? inner : inner + 1
        // A tag ends before the next one begins; only a comment may hold anything.
        guard let end = bytes.firstIndex(of: closing, from: contentStart, before: kind == .comment ? nil : open) else {
            let help = "close it with ‘\(String(decoding: closing, as: UTF8.self))’"
            report(.templateUnclosedTag, "this tag is not closed", start..<inner, help: help, &diagnostics)
            return nil
        }
        let content = contentStart..<end
        addText(upTo: start)
        let range = start..<end + closing.count
        var token = Token(kind: kind ?? .variable, range: range, name: bytes.trimmed(content))
        switch token.kind {
        case .comment: break
        case .delimiters: changeDelimiters(token, &diagnostics)
        default:
            if !isName(token) {
                let text = String(decoding: bytes[token.name], as: UTF8.self)
                let summary = token.name.isEmpty ? "this tag has no name" : "‘\(text)’ cannot be a name"
                report(.templateBadTag, summary, token.name.isEmpty ? range : token.name, &diagnostics)
                // Openings and closings stay, so that one mistake does not become several.
                if !token.kind.opens, token.kind != .close { token.kind = .comment }
            }
        }
        tokens.append(token)
        return range.upperBound
    }

    private static func kind(of sigil: UInt8) -> Token.Kind? {
        switch sigil {
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="): .delimiters
        case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        default: nil
        }
    }

    /// A name has no white space in it; a name of data has no empty part between its dots.
    private func isName(_ token: Token) -> Bool {
        let name = bytes[token.name]
        guard !name.isEmpty, !name.contains(where: { $0.isWhiteSpace }) else { return false }
        switch token.kind {
        case .variable, .unescaped, .section, .inverted:
            let dot = UInt8(ascii: ".")
            if name.first == dot || name.last == dot { return name.count == 1 }
            return !zip(name, name.dropFirst()).contains { $0 == dot && $1 == dot }
        default: return true
        }
    }

    /// Takes new delimiters from `=<% %>=`.
    private mutating func changeDelimiters(_ token: Token, _ diagnostics: inout Diagnostics) {
        var content = bytes[token.name]
        var parts: [ArraySlice<UInt8>] = []
        if content.last == UInt8(ascii: "=") {
            content.removeLast()
            parts = content.split(whereSeparator: \.isWhiteSpace)
        }
        guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) || $0.count > 8 }) else {
            report(
                .templateBadTag,
                "this does not set two delimiters",
                token.range,
                help: "write it like {{=<% %>=}}",
                &diagnostics
            )
            return
        }
        open = Array(parts[0])
        close = Array(parts[1])
        nextClose = -1
    }

    private func report(
        _ rule: Rule,
        _ summary: String,
        _ range: Range<Int>,
        help: String? = nil,
        _ diagnostics: inout Diagnostics
    ) {
        diagnostics.add(
            rule,
            summary,
            at: Place(source: source, offset: range.lowerBound, length: range.count),
            help: help
        )
    }
}
