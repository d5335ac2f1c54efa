/// Reads QualCoder's databases.
enum QualCoderReader {
    /// Whether a database is QualCoder's.
    static func reads(_ database: SQLiteDatabase) -> Bool {
        database.has("source", "id", "name", "fulltext") && database.has("code_name", "cid", "name")
            && database.has("code_text", "cid", "fid", "seltext", "pos0", "pos1")
    }

    /// Reads the project in a database.
    static func draft(_ database: SQLiteDatabase, named name: String, limits: ImportLimits) throws(ImportError)
        -> ProjectDraft
    {
        var draft = ProjectDraft(origin: Origin(format: .qualCoderDatabase, tool: .qualCoder))
        draft.ways = PositionReading.Way.all
        if database.has("project", "about") {
            try database.query("SELECT about FROM project LIMIT 1") { row throws(ImportError) in
                draft.origin.statement = row.text(0)?.trimmed.unlessBlank
            }
        }
        let codes = try QualCoderCodes.add(database, limits, to: &draft)
        let documents = try addDocuments(database, limits, to: &draft)
        let cases = try addCases(database, limits, documents, to: &draft)
        try addAttributes(database, documents, cases, to: &draft)
        try addCodings(database, limits, codes, documents, to: &draft)
        return draft
    }

    private static func addDocuments(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        to draft: inout ProjectDraft
    ) throws(ImportError) -> [Int: Int] {
        var places: [Int: Int] = [:]
        try database.query("SELECT id, name, fulltext FROM source ORDER BY id") { row throws(ImportError) in
            guard let id = row.number(0) else { return }
            guard draft.documents.count < limits.documents else {
                throw ImportError(.tooLarge, "the project has more than \(limits.documents) files")
            }
            places[id] = draft.documents.count
            draft.documents.append(
                ProjectDraft.Document(
                    name: row.text(1)?.trimmed.unlessBlank ?? "file \(id)",
                    text: row.text(2).map { DocumentText($0) },
                    toolID: String(id)
                )
            )
        }
        return places
    }

    private static func addCases(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        _ documents: [Int: Int],
        to draft: inout ProjectDraft
    ) throws(ImportError) -> [Int: Int] {
        var places: [Int: Int] = [:]
        guard database.has("cases", "caseid", "name") else { return places }
        try database.query("SELECT caseid, name FROM cases ORDER BY caseid") { row throws(ImportError) in
            guard let id = row.number(0), let name = row.text(1)?.trimmed, !name.isEmpty else { return }
            guard draft.cases.count < limits.documents else {
                throw ImportError(.tooLarge, "the project has more than \(limits.documents) cases")
            }
            places[id] = draft.cases.count
            draft.cases.append(ProjectDraft.Case(name: name, toolID: String(id)))
        }
        guard database.has("case_text", "caseid", "fid", "pos0", "pos1") else { return places }
        var count = 0
        let sql = "SELECT caseid, fid, pos0, pos1 FROM case_text ORDER BY id"
        try database.query(sql) { row throws(ImportError) in
            guard let index = row.number(0).flatMap({ places[$0] }),
                let document = row.number(1).flatMap({ documents[$0] })
            else { return }
            count += 1
            guard count <= limits.codings else {
                throw ImportError(.tooLarge, "the project has more than \(limits.codings) links of cases")
            }
            let (start, end) = (row.number(2) ?? 0, row.number(3) ?? 0)
            // A whole file is 0 to 0, or 0 to its length, which is counted in code points and not as codings are.
            let length = draft.documents[document].text?.codePointCount ?? 0
            let isWhole = start <= 0 && (end <= 0 || end >= length - 1)
            draft.cases[index].stretches.append((document, isWhole || start < 0 || end < start ? nil : start..<end))
        }
        return places
    }

    private static func addAttributes(
        _ database: SQLiteDatabase,
        _ documents: [Int: Int],
        _ cases: [Int: Int],
        to draft: inout ProjectDraft
    ) throws(ImportError) {
        guard database.has("attribute", "name", "attr_type", "value", "id") else { return }
        let sql = "SELECT name, attr_type, value, id FROM attribute ORDER BY attrid"
        try database.query(
            database.has("attribute", "attrid") ? sql : "SELECT name, attr_type, value, id FROM attribute"
        ) {
            row throws(ImportError) in
            guard let name = row.text(0), let value = row.text(2)?.trimmed, !value.isEmpty, let id = row.number(3)
            else {
                return
            }
            let attribute = CodedProject.Attribute(name: name, value: value)
            switch row.text(1) {
            case "case": if let index = cases[id] { draft.cases[index].attributes.append(attribute) }
            case "file": if let index = documents[id] { draft.documents[index].attributes.append(attribute) }
            default: break
            }
        }
    }

    private static func addCodings(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        _ codes: [Int: Int],
        _ documents: [Int: Int],
        to draft: inout ProjectDraft
    ) throws(ImportError) {
        var dangling = 0
        let columns = ["ctid", "memo", "important"].map { database.column($0, of: "code_text") }
        let sql =
            "SELECT cid, fid, pos0, pos1, seltext, \(columns.joined(separator: ", ")) FROM code_text ORDER BY rowid"
        try database.query(sql) { row throws(ImportError) in
            guard draft.selections.count < limits.codings else {
                throw ImportError(.tooLarge, "the project has more than \(limits.codings) codings")
            }
            guard let code = row.number(0).flatMap({ codes[$0] }),
                let document = row.number(1).flatMap({ documents[$0] })
            else {
                dangling += 1
                return
            }
            var selection = ProjectDraft.Selection(
                document: document,
                start: row.number(2) ?? -1,
                end: row.number(3) ?? -1
            )
            if selection.start > selection.end { swap(&selection.start, &selection.end) }
            selection.words = row.text(4).flatMap { Words($0, isCertain: true) }
            selection.codes = [code]
            selection.toolID = row.text(5)
            selection.memo = row.text(6)
            selection.isImportant = row.number(7) == 1
            draft.selections.append(selection)
        }
        if dangling > 0 {
            draft.findings.add(
                .importDangling,
                count: dangling,
                dangling.counted(
                    "coding points to a code or file that is gone",
                    "codings point to codes or files that are gone"
                )
            )
        }
        var others = 0
        for table in ["code_image", "code_av"] where database.tables[table] != nil {
            try database.query("SELECT 1 FROM \(table) LIMIT 1000000") { _ throws(ImportError) in others += 1 }
        }
        if others > 0 {
            draft.findings.add(
                .importNotText,
                count: others,
                others.counted(
                    "coding of a picture, sound or film holds no words and is left out",
                    "codings of pictures, sound or film hold no words and are left out"
                )
            )
        }
    }
}
