/// Reads Taguette's databases.
enum TaguetteReader {
    /// Whether a database is Taguette's.
    static func reads(_ database: SQLiteDatabase) -> Bool {
        database.has("documents", "id", "name", "contents") && database.has("tags", "id", "path")
            && database.has("highlights", "id", "document_id", "start_offset", "end_offset")
            && database.has("highlight_tags", "highlight_id", "tag_id")
    }

    /// Reads the project in a database. The log of all commands is private and is not looked at.
    static func draft(_ database: SQLiteDatabase, limits: ImportLimits) throws(ImportError) -> ProjectDraft {
        var draft = ProjectDraft(origin: Origin(format: .taguetteDatabase, tool: .taguette))
        draft.mayHoldHierarchy = true
        draft.usualSeparator = "."
        draft.ways = [PositionReading.LineEnds.asWritten, .one].flatMap { lineEnds in
            PositionReading.Unit.allCases.map { PositionReading.Way(unit: $0, lineEnds: lineEnds) }
        }
        draft.usualWay = PositionReading.Way(unit: .bytes)
        try requireOneProject(database)
        if database.has("projects", "name") {
            try database.query("SELECT name FROM projects ORDER BY id") { row throws(ImportError) in
                draft.name = draft.name ?? row.text(0)
            }
        }
        let codes = try addTags(database, limits, to: &draft)
        let documents = try addDocuments(database, limits, to: &draft)
        try addHighlights(database, limits, codes, documents, to: &draft)
        return draft
    }

    private static func requireOneProject(_ database: SQLiteDatabase) throws(ImportError) {
        guard database.has("documents", "project_id") else { return }
        var count = 0
        try database.query("SELECT DISTINCT project_id FROM documents LIMIT 2") { _ throws(ImportError) in count += 1 }
        guard count < 2 else {
            throw ImportError(
                .unsupportedFormat,
                "the database holds several projects",
                help: "open the one that is meant in Taguette and export it as SQLite3"
            )
        }
    }

    private static func addTags(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        to draft: inout ProjectDraft
    ) throws(ImportError) -> [Int: Int] {
        var places: [Int: Int] = [:]
        let description = database.column("description", of: "tags")
        try database.query("SELECT id, path, \(description) FROM tags ORDER BY id") { row throws(ImportError) in
            guard let id = row.number(0), let path = row.text(1)?.trimmed, !path.isEmpty else { return }
            guard draft.codes.count < limits.codes else {
                throw ImportError(.tooLarge, "the project has more than \(limits.codes) tags")
            }
            places[id] = draft.codes.count
            draft.codes.append(
                ProjectDraft.Code(name: path, description: row.text(2)?.trimmed.unlessBlank, toolID: String(id))
            )
        }
        return places
    }

    private static func addDocuments(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        to draft: inout ProjectDraft
    ) throws(ImportError) -> [Int: Int] {
        var places: [Int: Int] = [:]
        let description = database.column("description", of: "documents")
        let sql = "SELECT id, name, \(description), contents FROM documents ORDER BY id"
        try database.query(sql) { row throws(ImportError) in
            guard let id = row.number(0) else { return }
            guard draft.documents.count < limits.documents else {
                throw ImportError(.tooLarge, "the project has more than \(limits.documents) documents")
            }
            places[id] = draft.documents.count
            var document = ProjectDraft.Document(name: row.text(1)?.trimmed.unlessBlank ?? "document \(id)")
            document.text = row.text(3).map { FragmentText($0).documentText }
            document.toolID = String(id)
            if let description = row.text(2)?.trimmed, !description.isEmpty {
                document.attributes = [CodedProject.Attribute(name: AttributeNames.description, value: description)]
            }
            draft.documents.append(document)
        }
        return places
    }

    private static func addHighlights(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        _ codes: [Int: Int],
        _ documents: [Int: Int],
        to draft: inout ProjectDraft
    ) throws(ImportError) {
        var codesOfHighlight: [Int: [Int]] = [:]
        var codings = 0
        var dangling = 0
        let tagged = "SELECT highlight_id, tag_id FROM highlight_tags ORDER BY highlight_id, tag_id"
        try database.query(tagged) { row throws(ImportError) in
            guard let highlight = row.number(0), let tag = row.number(1) else { return }
            codings += 1
            guard codings <= limits.codings else {
                throw ImportError(.tooLarge, "the project has more than \(limits.codings) codings")
            }
            if let code = codes[tag] { codesOfHighlight[highlight, default: []].append(code) } else { dangling += 1 }
        }
        let snippet = database.column("snippet", of: "highlights")
        let sql = "SELECT id, document_id, start_offset, end_offset, \(snippet) FROM highlights ORDER BY id"
        try database.query(sql) { row throws(ImportError) in
            guard let id = row.number(0) else { return }
            guard draft.selections.count < limits.codings else {
                throw ImportError(.tooLarge, "the project has more than \(limits.codings) highlights")
            }
            guard let document = row.number(1).flatMap({ documents[$0] }) else {
                dangling += 1
                return
            }
            var selection = ProjectDraft.Selection(
                document: document,
                start: row.number(2) ?? -1,
                end: row.number(3) ?? -1
            )
            if selection.start > selection.end { swap(&selection.start, &selection.end) }
            selection.words = row.text(4).flatMap { snippet in
                Words(String(decoding: FragmentText(snippet).bytes, as: UTF8.self), isCertain: true)
            }
            selection.codes = codesOfHighlight[id] ?? []
            selection.toolID = String(id)
            draft.selections.append(selection)
        }
        if dangling > 0 {
            draft.findings.add(
                .importDangling,
                count: dangling,
                dangling.counted("highlight or tagging points to nothing", "highlights or taggings point to nothing")
            )
        }
    }
}
