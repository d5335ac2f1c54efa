import Diagnostics
import Yams

/// An error of the YAML parser, in words that help.
struct YAMLComplaint {
    let rule: Rule
    let summary: String
    let offset: Int
    let length: Int
    let help: String?

    init(_ error: any Error, in source: Source) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _):
            // A quote that is never closed is noticed at the end of the file, and mended where it opens.
            let opening = context.flatMap { $0.text.contains("quoted scalar") ? $0.mark : nil }
            self.init(problem: problem, context: context?.text, mark: opening ?? mark, in: source)
        case YamlError.composer(let context, let problem, let mark, _):
            self.init(problem: problem, context: context?.text, mark: mark, in: source)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            self.init(duplicates: duplicates, mark: context.mark, in: source)
        case YamlError.reader(let problem, let offset, _, _):
            self.init(rule: .yamlSyntax, summary: problem, offset: offset ?? 0, length: 1, help: nil)
        default:
            self.init(rule: .yamlSyntax, summary: "this is not YAML", offset: 0, length: 0, help: nil)
        }
    }

    private init(rule: Rule, summary: String, offset: Int, length: Int, help: String?) {
        self.rule = rule
        self.summary = summary
        self.offset = offset
        self.length = length
        self.help = help
    }

    private init(problem: String, context: String?, mark: Mark, in source: Source) {
        let offset = source.offset(line: mark.line, scalarColumn: mark.column)
        let byte = offset < source.text.count ? source.text[offset] : 0
        let length = offset < source.text.count ? 1 : 0
        if byte == 0x09 {
            self.init(
                rule: .yamlTab,
                summary: "a tab cannot indent YAML",
                offset: offset,
                length: length,
                help: "use spaces instead of the tab"
            )
            return
        }
        let explanation = Self.explanations.first { problem.contains($0.problem) }
        let context = (context ?? "").trimmingSpaces()
        let said = explanation?.summary ?? (context.isEmpty ? problem : "\(problem) \(context)")
        self.init(rule: .yamlSyntax, summary: said, offset: offset, length: length, help: explanation?.help)
    }

    private init(duplicates: [String], mark: Mark, in source: Source) {
        let key = duplicates.first ?? ""
        let first = source.offset(line: mark.line, scalarColumn: mark.column)
        // The parser names the first of them; the mend is at the second, in the same column further down.
        let wanted = Array(key.utf8)
        var offset = first
        for line in (mark.line + 1)..<max(mark.line + 1, source.lineCount + 1) {
            let candidate = source.offset(line: line, scalarColumn: mark.column)
            let end = candidate + wanted.count
            guard end < source.text.count, source.position(at: candidate).line == line else { continue }
            if source.text[candidate..<end].elementsEqual(wanted), source.text[end] == UInt8(ascii: ":") {
                offset = candidate
                break
            }
        }
        self.init(
            rule: .yamlDuplicateKey,
            summary: "the key ‘\(key)’ is given twice",
            offset: offset,
            length: wanted.count,
            help: "keep one of them; the first is on line \(mark.line)"
        )
    }

    private static let explanations: [(problem: String, summary: String, help: String)] = [
        ("Maximum nesting level", "this is nested too deep", "use fewer levels"),
        (
            "mapping values are not allowed", "a colon cannot stand here",
            "put a text that holds a colon between quotes, and check the indentation of this line"
        ),
        (
            "could not find expected ':'", "a colon is missing after a key",
            "write ‘key: value’, and check the indentation of the lines above"
        ),
        (
            "did not find expected key", "this line does not fit the lines above it",
            "check its indentation, and that quotes on the lines above are closed"
        ),
        (
            "did not find expected '-' indicator", "this line does not fit the list above it",
            "start each item of the list with ‘-’ in the same column"
        ),
        (
            "unexpected end of stream", "a quote is opened and never closed",
            "close the quote, and double a quote that belongs to the text"
        ),
        (
            "found undefined alias", "a text cannot start with ‘*’ unless it is between quotes",
            "put the text between quotes"
        ),
        (
            "cannot start any token", "a text cannot start with this character unless it is between quotes",
            "put the text between quotes"
        ),
    ]
}
