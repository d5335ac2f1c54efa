import Diagnostics

/// Which columns of a table mean what.
struct TableColumns {
    var format: Origin.Format
    var tool: Origin.Tool
    var text: Int
    /// Columns with names of codes.
    var codes: [Int] = []
    /// Columns that are codes: a mark in them applies it.
    var codeColumns: [(column: Int, name: String)] = []
    /// What parts several codes in a cell; none if a cell holds one.
    var codeSeparators: [String] = []
    /// Columns with what stands above the code, the nearest first.
    var categories: [Int] = []
    var document: Int?
    var participant: Int?
    var group: Int?
    /// What the attribute is called that holds the group.
    var groupName = "group"
    var id: Int?
    var memo: Int?
    var important: Int?
    /// What tells equal texts apart.
    var place: [Int] = []
    var documentAttributes: [(column: Int, name: String)] = []
    var participantAttributes: [(column: Int, name: String)] = []
    /// Whether cells after the categories stand too far left in rows with fewer of them.
    var shiftsCategories = false
    /// Whether cells that a spreadsheet would take for formulas begin with `'`.
    var isGuarded = false
    /// Whether names of codes hold no hierarchy, whatever they look like.
    var namesAreWhole = false
    /// What parts names of codes in this tool.
    var usualSeparator: String?
    /// What the format loses, as a sentence without a full stop.
    var loss: (summary: String, help: String)?
}

extension TableColumns {
    /// What the names of the columns tell; nil if they do not tell enough.
    init?(header names: [String]) {
        let header = names.map(ColumnWords.plain)
        if let columns = Self.verbatim(header, names) ?? Self.taguette(header) ?? Self.qualCoder(header, names)
            ?? Self.dedoose(header, names)
            ?? Self.segments(header)
        {
            self = columns
        } else {
            return nil
        }
    }

    /// What `verbatim export` writes. Between the group and the themes stand the attributes that the study has.
    private static func verbatim(_ header: [String], _ names: [String]) -> Self? {
        let end = ["themes", "codes", "text", "source", "context"]
        let first = header.count - end.count
        guard first >= 3, header[0] == "id", header[1] == "participant", AttributeNames.groupRank(header[2]) != nil,
            Array(header[first...]) == end
        else { return nil }
        var columns = Self(format: .mappedTable, tool: .other, text: first + 2)
        columns.codes = [first + 1]
        columns.codeSeparators = ["; "]
        columns.document = first + 3
        columns.participant = 1
        columns.group = 2
        columns.groupName = header[2]
        columns.id = 0
        columns.place = [0]
        columns.participantAttributes = (3..<first).map { ($0, names[$0]) }
        columns.isGuarded = true
        columns.namesAreWhole = true
        return columns
    }

    private static func taguette(_ header: [String]) -> Self? {
        guard header == ["id", "document", "tag", "content"] else { return nil }
        var columns = Self(format: .taguetteHighlights, tool: .taguette, text: 3)
        columns.codes = [2]
        columns.document = 1
        columns.id = 0
        columns.place = [0]
        columns.usualSeparator = "."
        columns.loss = (
            "Taguette's table of highlights is not verbatim: breaks between paragraphs are lost, and highlights without a tag "
                + "are missing",
            "export the project as SQLite3 and import that"
        )
        return columns
    }

    private static func qualCoder(_ header: [String], _ names: [String]) -> Self? {
        guard header.first == "file" || header.first == "case", let text = header.firstIndex(of: "coded"),
            let id = header.firstIndex(of: "id"), let code = header.firstIndex(of: "codename")
        else { return nil }
        var columns = Self(format: .qualCoderReport, tool: .qualCoder, text: text)
        columns.codes = [code]
        columns.id = id
        columns.memo = header.firstIndex(of: "coded_memo")
        columns.categories = header.indices.filter { header[$0] == "category" }
        columns.shiftsCategories = true
        if header.first == "case" {
            columns.participant = 0
            columns.document = header.firstIndex(of: "filename")
        } else {
            columns.document = 0
        }
        for (index, name) in names.enumerated() {
            if name.hasPrefix("CaseVar_") {
                columns.participantAttributes.append((index, String(name.dropFirst(8))))
            } else if name.hasPrefix("FileVar_") {
                columns.documentAttributes.append((index, String(name.dropFirst(8))))
            }
        }
        return columns
    }

    private static func dedoose(_ header: [String], _ names: [String]) -> Self? {
        guard let text = ColumnWords.column(["excerpt copy", "excerpt"], in: header),
            let document = ColumnWords.column(["media title", "resource title"], in: header)
        else { return nil }
        var columns = Self(format: .dedooseExcerpts, tool: .dedoose, text: text)
        columns.document = document
        columns.usualSeparator = "\\"
        let own = ["excerpt", "resource", "media", "code:", "codes applied"]
        for (index, name) in header.enumerated() {
            if name.hasPrefix("code: "), name.hasSuffix(" applied") {
                columns.codeColumns.append((index, String(names[index].dropFirst(6).dropLast(8)).trimmed))
            } else if name == "excerpt range" {
                columns.place = [index]
            } else if name == "excerpt memo" || name == "excerpt memos" {
                columns.memo = index
            } else if !own.contains(where: name.hasPrefix), !name.isEmpty {
                columns.documentAttributes.append((index, names[index]))
            }
        }
        if columns.codeColumns.isEmpty, let combined = header.firstIndex(of: "codes applied combined") {
            columns.codes = [combined]
            columns.codeSeparators = ["\n", ", "]
        }
        return columns.codeColumns.isEmpty && columns.codes.isEmpty ? nil : columns
    }

    /// MAXQDA's segments, ATLAS.ti's quotations, and any table whose columns have such names.
    private static func segments(_ header: [String]) -> Self? {
        guard let text = ColumnWords.column(ColumnWords.text, in: header),
            let code = ColumnWords.column(ColumnWords.codes, in: header), code != text
        else { return nil }
        let document = ColumnWords.column(ColumnWords.document, in: header)
        let participant = ColumnWords.column(ColumnWords.participant, in: header)
        guard document ?? participant != nil else { return nil }
        let documentGroup = ColumnWords.column(ColumnWords.documentGroup, in: header)
        let begin = ColumnWords.column(ColumnWords.begin, in: header)
        let end = ColumnWords.column(ColumnWords.end, in: header)
        var columns = Self(format: .mappedTable, tool: .other, text: text)
        if ColumnWords.column(ColumnWords.atlas, in: header) != nil {
            columns.format = .atlasQuotations
            columns.tool = .atlas
            columns.codeSeparators = ["\n"]
        } else if documentGroup != nil, begin != nil, end != nil {
            columns.format = .maxqdaSegments
            columns.tool = .maxqda
            columns.usualSeparator = " > "
        } else {
            columns.codeSeparators = ["\n", ";", "|"]
        }
        columns.codes = [code]
        columns.document = document
        columns.participant = participant
        columns.group =
            documentGroup
            ?? header.indices.compactMap { index in AttributeNames.groupRank(header[index]).map { ($0, index) } }
            .min { $0 < $1 }?.1
        columns.id = ColumnWords.column(ColumnWords.id, in: header)
        columns.memo = ColumnWords.column(ColumnWords.memo, in: header)
        columns.important = ColumnWords.column(ColumnWords.important, in: header)
        columns.place = [begin, end].compactMap { $0 }
        if columns.place.isEmpty, let id = columns.id { columns.place = [id] }
        return columns
    }

    /// What a person says about the columns.
    init(_ mapping: TableMapping, header names: [String]) throws(ImportError) {
        let header = names.map(ColumnWords.plain)
        func find(_ name: String) throws(ImportError) -> Int {
            if let found = header.firstIndex(of: ColumnWords.plain(name)) { return found }
            throw ImportError(
                .unknownColumns,
                "the table has no column ‘\(name.shownShort)’; it has \(Self.told(names))",
                help: NearMiss.suggestion(for: name, in: names)
            )
        }
        func findAny(_ name: String?) throws(ImportError) -> Int? {
            guard let name else { return nil }
            return try find(name)
        }
        self.init(format: .mappedTable, tool: .other, text: try find(mapping.text))
        for name in mapping.codes { codes.append(try find(name)) }
        for name in mapping.codeColumns { codeColumns.append((try find(name), name)) }
        codeSeparators = mapping.codeSeparators
        document = try findAny(mapping.document)
        participant = try findAny(mapping.participant)
        group = try findAny(mapping.group)
        id = try findAny(mapping.id)
        memo = try findAny(mapping.memo)
        important = try findAny(mapping.important)
        for name in mapping.place { place.append(try find(name)) }
        for name in mapping.attributes { participantAttributes.append((try find(name), name)) }
        if place.isEmpty, let id { place = [id] }
        guard !codes.isEmpty || !codeColumns.isEmpty else {
            throw ImportError(.unknownColumns, "the mapping names no column of codes")
        }
    }

    /// The names of columns for a message.
    static func told(_ names: [String]) -> String {
        let named = names.filter { !$0.isEmpty }
        let told = named.prefix(12).map { "‘\($0.shownShort)’" }.joined(separator: ", ")
        return named.count > 12 ? "\(told) and \(named.count - 12) more" : told
    }
}
