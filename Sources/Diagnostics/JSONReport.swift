/// Findings for other programs.
///
/// An object with the findings by file and line, one a line, and how many there are of each severity. Every finding
/// has the same keys; those that do not apply are null. Lines and columns count from 1, columns in Unicode scalars;
/// the end is the position just after the place. The excerpt is what a terminal would show.
public struct JSONReport: Sendable {
    private let sources: Sources

    /// A report over findings in these files.
    public init(sources: Sources) { self.sources = sources }

    /// The findings as one JSON object; ends with a line end.
    public func json(_ diagnostics: Diagnostics) -> String {
        let findings = diagnostics.sorted(in: sources).map { "\n" + object(members(of: $0)) }
        let list = findings.isEmpty ? "[]" : "[" + findings.joined(separator: ",") + "\n]"
        return object([
            ("diagnostics", list),
            ("errors", String(diagnostics.count(.error))),
            ("warnings", String(diagnostics.count(.warning))),
            ("notes", String(diagnostics.count(.note))),
        ]) + "\n"
    }

    private typealias Member = (key: String, value: String)

    private func members(of diagnostic: Diagnostic) -> [Member] {
        let file: String
        var start: Position?
        var end: Position?
        var excerpt: String?
        switch diagnostic.location {
        case .path(let path): file = path
        case .place(let place):
            let source = sources[place.source]
            file = source.path
            start = source.position(at: Int(place.offset))
            end = source.position(at: Int(place.offset) + Int(place.length))
            excerpt = Excerpt(of: place, in: source).text
        }
        return [
            ("rule", string(diagnostic.rule.name)),
            ("severity", string(diagnostic.rule.severity.rawValue)),
            ("message", string(diagnostic.summary)),
            ("help", string(diagnostic.help)),
            ("file", string(file)),
            ("line", number(start?.line)),
            ("column", number(start?.column)),
            ("endLine", number(end?.line)),
            ("endColumn", number(end?.column)),
            ("excerpt", string(excerpt)),
            ("related", "[" + diagnostic.related.map { object(members(of: $0)) }.joined(separator: ",") + "]"),
        ]
    }

    private func members(of related: Diagnostic.Related) -> [Member] {
        let (path, position) = sources.position(of: related.place)
        return [
            ("message", string(related.message)),
            ("file", string(path)),
            ("line", number(position.line)),
            ("column", number(position.column)),
        ]
    }

    // MARK: JSON

    private func object(_ members: [Member]) -> String {
        "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func number(_ value: Int?) -> String { value.map { String($0) } ?? "null" }

    private func string(_ value: String?) -> String { value.map(JSONText.string) ?? "null" }
}
