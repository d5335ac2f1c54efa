import CSV
import Diagnostics
import Interchange

/// Reads `import.yml`: what a person says about the files of their QDA tool.
public enum ImportFileReader {
    /// What the file says, and what is wrong with it. With an error nothing should be imported.
    public struct Reading: Sendable {
        /// What the file says, as far as it could be understood.
        public var mapping: ImportMapping
        /// What is wrong.
        public var diagnostics: Diagnostics
        /// The file, for messages.
        public var sources: Sources
    }

    /// Reads the file of a study's folder; nil where there is none.
    public static func mapping(in folder: StudyFolder) -> Reading? {
        folder.texts[FileName.importMapping].map { read($0, path: folder.prefix + FileName.importMapping) }
    }

    /// Reads the bytes of the file; messages show its path.
    public static func read(_ bytes: [UInt8], path: String) -> Reading {
        var findings = Findings()
        let id = findings.sources.add(Source(path: path, text: TextDecoding.decode(bytes).utf8))
        let mapping = mapping(id, into: &findings)
        return Reading(mapping: mapping, diagnostics: findings.diagnostics, sources: findings.sources)
    }

    /// What a file says that is among the sources.
    static func mapping(_ id: SourceID, into findings: inout Findings) -> ImportMapping {
        var mapping = ImportMapping()
        guard let root = YAMLText.root(of: id, into: &findings),
            var fields = YAMLFields(root, "import.yml", into: &findings)
        else { return mapping }
        mapping.hierarchySeparator = fields.value("hierarchy").flatMap { verbatim($0, "hierarchy", into: &findings) }
        if mapping.hierarchySeparator == "none" { mapping.hierarchySeparator = "" }
        mapping.groups = groups(&fields, into: &findings) ?? .automatic
        mapping.participants = participants(&fields, into: &findings) ?? .automatic
        mapping.speakers = fields.texts("speakers", into: &findings).compactMap { speaker($0, into: &findings) }
        mapping.speakerNames = fields.texts("speaker-names", into: &findings).map { NamePattern($0.value) }
        mapping.interviewers = Set(fields.texts("interviewers", into: &findings).map(\.value))
        mapping.table = fields.value("table").flatMap { table($0, into: &findings) }
        fields.finish(into: &findings)
        return mapping
    }

    // MARK: People

    private static func groups(_ fields: inout YAMLFields, into findings: inout Findings) -> GroupRule? {
        guard let value = fields.value("groups"), var rule = YAMLFields(value, "groups", into: &findings) else {
            return nil
        }
        var found: [GroupRule] = []
        if let name = rule.text("attribute", into: &findings) { found.append(.attribute(name.value)) }
        if rule.flag("document-groups", into: &findings) == true { found.append(.documentGroup) }
        if rule.flag("cases", into: &findings) == true { found.append(.caseName) }
        let given = rule.mappings("names", "a name", into: &findings)
        let names = given.compactMap { nameGroup($0, into: &findings) }
        if !names.isEmpty { found.append(.names(names)) }
        rule.finish(into: &findings)
        // What is wrong with the names has been told.
        if found.isEmpty, !given.isEmpty { return nil }
        return one(
            of: found,
            "groups",
            ["attribute", "document-groups", "cases", "names"],
            at: value.place,
            into: &findings
        )
    }

    private static func nameGroup(_ fields: YAMLFields, into findings: inout Findings) -> GroupRule.NameGroup? {
        var fields = fields
        let name = fields.requiredText("name", into: &findings)
        let group = fields.text("group", into: &findings)?.value
        fields.finish(into: &findings)
        guard let name else { return nil }
        if group == nil, !name.value.contains("{group}") {
            findings.add(
                .badValue,
                "‘\(name.value.shown)’ does not say which group is meant",
                at: name.place,
                help: "give ‘group’, or write {group} where the name holds it"
            )
            return nil
        }
        return GroupRule.NameGroup(pattern: NamePattern(name.value), group: group)
    }

    private static func participants(_ fields: inout YAMLFields, into findings: inout Findings) -> ParticipantRule? {
        guard let value = fields.value("participants"), var rule = YAMLFields(value, "participants", into: &findings)
        else {
            return nil
        }
        var found: [ParticipantRule] = []
        if let name = rule.text("attribute", into: &findings) { found.append(.attribute(name.value)) }
        if rule.flag("documents", into: &findings) == true { found.append(.document) }
        if rule.flag("cases", into: &findings) == true { found.append(.caseName) }
        if let name = rule.text("name", into: &findings) { found.append(.documentName(NamePattern(name.value))) }
        rule.finish(into: &findings)
        return one(
            of: found,
            "participants",
            ["attribute", "documents", "cases", "name"],
            at: value.place,
            into: &findings
        )
    }

    private static func one<Kind>(
        of found: [Kind],
        _ key: String,
        _ keys: [String],
        at place: Place,
        into findings: inout Findings
    ) -> Kind? {
        if found.count == 1 { return found[0] }
        findings.add(
            .badValue,
            found.isEmpty
                ? "‘\(key)’ does not say where to look" : "‘\(key)’ says several things, of which one can hold",
            at: place,
            help: "give one of: \(keys.joined(separator: ", "))"
        )
        return nil
    }

    private static func speaker(_ text: Located<String>, into findings: inout Findings) -> NamePattern? {
        if text.value.contains("{speaker}") || text.value.contains("{participant}") { return NamePattern(text.value) }
        findings.add(
            .badValue,
            "‘\(text.value.shown)’ does not say where the name stands",
            at: text.place,
            help: "write {speaker} in its place, as in ‘{speaker}:’"
        )
        return nil
    }

    // MARK: Tables

    private static func table(_ value: YAMLValue, into findings: inout Findings) -> TableMapping? {
        guard var fields = YAMLFields(value, "table", into: &findings) else { return nil }
        let text = fields.requiredText("text", into: &findings)?.value
        var table = TableMapping(text: text ?? "")
        table.codes = fields.texts("codes", into: &findings).map(\.value)
        table.codeColumns = fields.texts("code-columns", into: &findings).map(\.value)
        let separators = fields.list("code-separators", into: &findings).compactMap {
            verbatim($0, "code-separators", into: &findings)
        }
        if !separators.isEmpty { table.codeSeparators = separators }
        table.document = fields.text("document", into: &findings)?.value
        table.participant = fields.text("participant", into: &findings)?.value
        table.group = fields.text("group", into: &findings)?.value
        table.id = fields.text("id", into: &findings)?.value
        table.memo = fields.text("memo", into: &findings)?.value
        table.important = fields.text("important", into: &findings)?.value
        table.place = fields.texts("place", into: &findings).map(\.value)
        table.attributes = fields.texts("attributes", into: &findings).map(\.value)
        fields.finish(into: &findings)
        if table.codes.isEmpty, table.codeColumns.isEmpty {
            findings.add(.missingField, "a table needs ‘codes’ or ‘code-columns’", at: value.place)
            return nil
        }
        return text == nil ? nil : table
    }

    /// Text with the spaces that it has: ` > ` is not `>`.
    private static func verbatim(_ value: YAMLValue, _ key: String, into findings: inout Findings) -> String? {
        if let text = value.scalarText { return text }
        return findings.text(value, key)?.value
    }
}
