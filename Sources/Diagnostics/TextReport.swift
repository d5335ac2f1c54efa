/// Findings for people: where, what, the line itself, and how to mend it.
///
///     content/quotes/clinicians.csv:3:4: error: there is no theme ‘trsut’ [unknown-theme]
///       3 | C4,trsut,"Were peer support workers there?"
///         |    ^~~~~
///       help: did you mean ‘trust’?
///
/// Nothing that stands in a file can drive the terminal: controls are shown as pictures.
public struct TextReport: Sendable {
    private let sources: Sources
    private let color: Bool

    /// A report over findings in these files, with ANSI colours or without.
    public init(sources: Sources, color: Bool) {
        self.sources = sources
        self.color = color
    }

    /// The findings that are grave enough, by file and line, with a blank line between them.
    public func text(_ diagnostics: Diagnostics, atLeast severity: Severity) -> String {
        diagnostics.sorted(in: sources).filter { $0.rule.severity >= severity }.map(text).joined(separator: "\n")
    }

    /// One finding; ends with a line end.
    public func text(_ diagnostic: Diagnostic) -> String {
        let severity = diagnostic.rule.severity
        var place: Place?
        let location: String
        switch diagnostic.location {
        case .place(let found):
            place = found
            location = address(of: found)
        case .path(let path): location = Glyph.harmless(path)
        }
        var lines = [
            paint(location + ":", .bold) + " " + paint(severity.rawValue + ":", .severity(severity)) + " "
                + paint(Glyph.harmless(diagnostic.summary), .bold) + " [" + diagnostic.rule.name + "]"
        ]
        if let place { lines += excerpt(place, .severity(severity)) }
        if let help = diagnostic.help {
            lines.append("  " + paint("help:", .help) + " " + Glyph.harmless(help))
        }
        for related in diagnostic.related {
            let message = Glyph.harmless(related.message) + ": " + address(of: related.place)
            lines.append("  " + paint("note:", .severity(.note)) + " " + message)
            lines += excerpt(related.place, .severity(.note))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func address(of place: Place) -> String {
        let (path, position) = sources.position(of: place)
        return "\(Glyph.harmless(path)):\(position.line):\(position.column)"
    }

    private func excerpt(_ place: Place, _ style: Style) -> [String] {
        let excerpt = Excerpt(of: place, in: sources[place.source])
        let number = String(excerpt.lineNumber)
        let margin = String(repeating: " ", count: number.count)
        let underline = "^" + String(repeating: "~", count: excerpt.width - 1)
        return [
            "  " + number + (excerpt.text.isEmpty ? " |" : " | " + excerpt.text),
            "  " + margin + " | " + String(repeating: " ", count: excerpt.indent) + paint(underline, style),
        ]
    }

    // MARK: Colour

    private enum Style {
        case bold
        case help
        case severity(Severity)

        var code: String {
            switch self {
            case .bold: "1"
            case .help: "1;32"
            case .severity(.error): "1;31"
            case .severity(.warning): "1;33"
            case .severity(.note): "1;36"
            }
        }
    }

    private func paint(_ text: String, _ style: Style) -> String {
        color ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
    }
}
