import Diagnostics

/// Reads a file of interface words: a YAML mapping of keys to texts.
public enum WordsFile {
    /// The texts by key; what is not a text is among the diagnostics.
    public static func read(
        _ id: SourceID,
        in sources: Sources,
        into diagnostics: inout Diagnostics
    ) -> [String: String] {
        var findings = Findings()
        findings.sources = sources
        defer { diagnostics.add(contentsOf: findings.diagnostics) }
        guard let root = YAMLText.root(of: id, into: &findings),
            var fields = YAMLFields(root, "the words", into: &findings)
        else { return [:] }
        var words: [String: String] = [:]
        for key in fields.names { words[key] = fields.text(key, into: &findings)?.value }
        return words
    }
}
