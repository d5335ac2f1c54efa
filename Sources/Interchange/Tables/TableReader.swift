/// Reads tables of quotes and of codes.
struct TableReader {
    private let sheet: Sheet
    private let columns: TableColumns
    private let name: String
    private let limits: ImportLimits
    private var draft: ProjectDraft
    private var codeOfPath: [[String]: Int] = [:]
    private var documentOfName: [String: Int] = [:]
    private var caseOfName: [String: Int] = [:]
    private var caseOfID: [String: Int] = [:]

    /// Reads a sheet whose columns are understood; nil if they are not and no mapping explains them.
    static func draft(
        _ sheet: Sheet,
        named name: String,
        mapping: ImportMapping,
        limits: ImportLimits
    ) throws(ImportError) -> ProjectDraft? {
        guard sheet.header.count <= limits.columns else {
            throw ImportError(.tooLarge, "the table has more than \(limits.columns) columns")
        }
        if mapping.table == nil, let codebook = codebook(sheet, limits) { return codebook }
        let columns: TableColumns
        if let table = mapping.table {
            columns = try TableColumns(table, header: sheet.header)
        } else if let known = TableColumns(header: sheet.header) {
            columns = known
        } else {
            return nil
        }
        var reader = TableReader(sheet: sheet, columns: columns, name: name, limits: limits)
        try reader.readRows()
        return reader.draft
    }

    /// The error for a table that nothing explains.
    static func unknown(_ header: [String], named name: String) -> ImportError {
        ImportError(
            .unknownColumns,
            "it is not known what the columns of ‘\(name.shownShort)’ mean: \(TableColumns.told(header))",
            help: "say in content/import.yml which column holds the text, the codes, and who speaks"
        )
    }

    private init(sheet: Sheet, columns: TableColumns, name: String, limits: ImportLimits) {
        self.sheet = columns.isGuarded ? sheet.unguarded : sheet
        self.columns = columns
        self.name = name
        self.limits = limits
        draft = ProjectDraft(origin: Origin(format: columns.format, tool: columns.tool))
        draft.findings = sheet.findings
        draft.usualSeparator = columns.usualSeparator
        draft.mayHoldHierarchy = columns.categories.isEmpty && !columns.namesAreWhole
    }

    /// Taguette's table of tags.
    private static func codebook(_ sheet: Sheet, _ limits: ImportLimits) -> ProjectDraft? {
        let header = sheet.header.map(ColumnWords.plain)
        guard header == ["tag", "description", "number of highlights", "number of documents"] else { return nil }
        var draft = ProjectDraft(origin: Origin(format: .taguetteCodebook, tool: .taguette))
        draft.mayHoldHierarchy = true
        draft.usualSeparator = "."
        draft.codes = sheet.rows.prefix(limits.codes).compactMap { row in
            let tag = row.cell(0)
            return tag.isEmpty ? nil : ProjectDraft.Code(name: tag, description: row.cell(1).unlessBlank)
        }
        return draft
    }

    // MARK: Rows

    private mutating func readRows() throws(ImportError) {
        if let loss = columns.loss { draft.findings.add(.importLossy, help: loss.help, loss.summary) }
        for (_, name) in columns.codeColumns { _ = try code([name]) }
        var notText = 0
        var doubtful: [Int] = []
        for row in sheet.rows {
            if columns.format == .qualCoderReport, !row.cell(columns.id).hasPrefix("ctid") {
                notText += 1
                continue
            }
            let text = row.verbatim(columns.text)
            guard !text.trimmed.isEmpty else {
                draft.findings.add(.importRow, line: row.line, "this row holds no words")
                continue
            }
            if sheet.isNarrow, text.contains("??") || text.contains("\u{FFFD}") { doubtful.append(row.line) }
            try read(row, text)
        }
        if notText > 0 {
            draft.findings.add(
                .importNotText,
                count: notText,
                notText.counted(
                    "coding of a picture, sound or film holds no words and is left out",
                    "codings of pictures, sound or film hold no words and are left out"
                )
            )
        }
        tellNarrow(doubtful)
    }

    private mutating func read(_ row: Sheet.Row, _ text: String) throws(ImportError) {
        let shift = shift(of: row)
        let document = try document(row, shift)
        let speaker = try speaker(row, shift)
        if columns.format == .qualCoderReport, let speaker, let known = caseOfID[row.cell(columns.id)], known != speaker
        {
            draft.findings.add(
                .importWhoSpeaks,
                document: document,
                line: row.line,
                "two cases claim ‘\(text.shownShort)’; it is given to ‘\(draft.cases[known].name.shownShort)’"
            )
            return
        }
        if columns.format == .qualCoderReport, let speaker { caseOfID[row.cell(columns.id)] = speaker }
        guard draft.passages.count < limits.codings else {
            throw ImportError(.tooLarge, "the table has more than \(limits.codings) rows")
        }
        draft.passages.append(
            ProjectDraft.Passage(
                text: text,
                document: document,
                codes: try codes(row, shift),
                speakingCase: speaker,
                memo: row.cell(columns.memo).unlessBlank,
                isImportant: Self.isMark(row.cell(columns.important)),
                toolID: row.cell(columns.id).unlessBlank,
                place: columns.place.map { row.cell($0) }.joined(separator: "\u{1F}"),
                line: row.line
            )
        )
    }

    /// In rows with fewer categories than others QualCoder writes all that follows too far left.
    private func shift(of row: Sheet.Row) -> Int {
        guard columns.shiftsCategories, let last = columns.categories.last else { return 0 }
        // A workbook has its cells where they belong, and leaves out empty ones at the end.
        guard sheet.header.count > last + 1, !sheet.isWorkbook else { return 0 }
        return min(max(0, sheet.header.count - row.cells.count), columns.categories.count)
    }

    // MARK: Codes

    private mutating func codes(_ row: Sheet.Row, _ shift: Int) throws(ImportError) -> [Int] {
        var found: [Int] = []
        for column in columns.codes {
            for name in names(in: row.verbatim(column)) {
                let above = columns.categories.dropLast(shift).map { row.cell($0) }.filter { !$0.isEmpty }
                found.append(try code(above.reversed() + [name]))
            }
        }
        for (column, name) in columns.codeColumns where Self.isMark(row.cell(column)) { found.append(try code([name])) }
        return found
    }

    private func names(in cell: String) -> [String] {
        let cell = cell.split(text: "\r\n", limit: .max).joined(separator: "\n")
        let separator = columns.codeSeparators.first { cell.trimmed.contains($0) }
        let parts = separator.map { cell.split(text: $0, limit: 1000) } ?? [cell]
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// The code with a path of names, which is added with all that stands above it.
    private mutating func code(_ path: [String]) throws(ImportError) -> Int {
        if let known = codeOfPath[path] { return known }
        guard draft.codes.count < limits.codes else {
            throw ImportError(.tooLarge, "the table has more than \(limits.codes) codes")
        }
        let parent = path.count > 1 ? try code(Array(path.dropLast())) : nil
        draft.codes.append(ProjectDraft.Code(name: path.last ?? "", parent: parent))
        codeOfPath[path] = draft.codes.count - 1
        return draft.codes.count - 1
    }

    /// Whether a cell says yes, in the ways of several programs and languages.
    private static func isMark(_ cell: String) -> Bool {
        switch cell.lowercased() {
        case "", "0", "false", "no", "n", "falsch", "nein", "faux", "non", "falso", "não", "nee", "-", "ложь", "нет":
            false
        default: true
        }
    }

    // MARK: People

    private mutating func document(_ row: Sheet.Row, _ shift: Int) throws(ImportError) -> Int {
        let named = row.cell(columns.document).unlessBlank ?? row.cell(columns.participant).unlessBlank
        let name = named ?? FileNames.stem(self.name)
        let index: Int
        if let known = documentOfName[name] {
            index = known
        } else {
            guard draft.documents.count < limits.documents else {
                throw ImportError(.tooLarge, "the table names more than \(limits.documents) documents")
            }
            if named == nil {
                draft.findings.add(.importWhoSpeaks, line: row.line, "this row does not say whose words it holds")
            }
            draft.documents.append(ProjectDraft.Document(name: name))
            index = draft.documents.count - 1
            documentOfName[name] = index
        }
        if columns.participant == nil {
            for group in row.cell(columns.group).split(separator: "\n").map({ String($0).trimmed })
            where !group.isEmpty && !draft.documents[index].groups.contains(group)
                && draft.documents[index].groups.count < 50
            {
                draft.documents[index].groups.append(group)
            }
        }
        add(columns.documentAttributes, row, shift, to: &draft.documents[index].attributes)
        return index
    }

    private mutating func speaker(_ row: Sheet.Row, _ shift: Int) throws(ImportError) -> Int? {
        guard let name = row.cell(columns.participant).unlessBlank else { return nil }
        let index: Int
        if let known = caseOfName[name] {
            index = known
        } else {
            guard draft.cases.count < limits.documents else {
                throw ImportError(.tooLarge, "the table names more than \(limits.documents) participants")
            }
            draft.cases.append(ProjectDraft.Case(name: name))
            index = draft.cases.count - 1
            caseOfName[name] = index
        }
        if let group = row.cell(columns.group).unlessBlank {
            Self.set(columns.groupName, group, in: &draft.cases[index].attributes)
        }
        add(columns.participantAttributes, row, shift, to: &draft.cases[index].attributes)
        return index
    }

    private func add(
        _ wanted: [(column: Int, name: String)],
        _ row: Sheet.Row,
        _ shift: Int,
        to attributes: inout [CodedProject.Attribute]
    ) {
        for (column, name) in wanted {
            let value = row.cell(column - shift)
            if !value.isEmpty { Self.set(name, value, in: &attributes) }
        }
    }

    /// What the first row says counts.
    private static func set(_ name: String, _ value: String, in attributes: inout [CodedProject.Attribute]) {
        guard !attributes.contains(where: { $0.name == name }) else { return }
        attributes.append(CodedProject.Attribute(name: name, value: value))
    }

    // MARK: Damage

    private mutating func tellNarrow(_ doubtful: [Int]) {
        guard sheet.isNarrow else { return }
        draft.findings.add(
            .importLossy,
            help: "export the table in UTF-8 or as .xlsx",
            "the file is in Windows-1252, which holds no emoji and not the letters of most languages; programs write ? for them"
        )
        for line in doubtful {
            draft.findings.add(
                .importLostCharacters,
                line: line,
                "this row holds ??, where other characters may have stood"
            )
        }
    }
}
