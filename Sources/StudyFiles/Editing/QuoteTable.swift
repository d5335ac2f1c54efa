import CSV
import Diagnostics
import Study

/// A table of `quotes/` that is changed row by row.
public struct QuoteTable: Sendable {
    /// A row as it stands in the file.
    public struct Row: Sendable {
        /// The quote of the study that it belongs to; nil if it is withheld.
        public let quote: QuoteID?
        public let participant: ParticipantID?
        public let text: String?
        /// The id that it gives.
        public let givenID: QuoteID?
        public let source: String?
        /// The codes in its cell, in order, with what they mean.
        public let codes: [Code]

        /// A code in a cell.
        public struct Code: Sendable {
            public let text: String
            public let theme: ThemeID?

            /// A code in a cell.
            public init(text: String, theme: ThemeID?) {
                self.text = text
                self.theme = theme
            }
        }
    }

    /// Where it stands in the study's folder.
    public let path: String
    /// Whether it was there before.
    public let isGiven: Bool
    /// The rows.
    public let rows: [Row]

    private var editor: CSVEditor
    private var columns: [String: Int]

    init?(path: String, bytes: [UInt8], study: Study, quoteAt: [Int: QuoteID], codes: CodeIndex) {
        guard let editor = CSVEditor(bytes) else { return nil }
        self.path = path
        self.editor = editor
        isGiven = true
        columns = QuotesReader.positions(in: editor.table)
        guard let texts = columns["text"], columns["codes"] != nil, columns["participant"] != nil else { return nil }
        let columns = columns
        rows = editor.table.rows.map { row in
            func cell(_ column: String) -> String? {
                guard let position = columns[column], position < row.fields.count else { return nil }
                let text = row.fields[position].text.trimmingSpaces()
                return text.isEmpty ? nil : text
            }
            let place = texts < row.fields.count ? Int(row.fields[texts].place.offset) : nil
            return Row(
                quote: place.flatMap { quoteAt[$0] },
                participant: cell("participant").map { ParticipantID($0) },
                text: cell("text"),
                givenID: cell("id").map { QuoteID($0) },
                source: cell("source"),
                codes: cell("codes").map { Self.codes($0, codes) } ?? []
            )
        }
    }

    /// An empty table for the quotes that have no other place.
    public init?(newAt path: String) {
        guard let editor = CSVEditor(header: ["id", "participant", "codes", "text", "source"]) else { return nil }
        self.path = path
        self.editor = editor
        isGiven = false
        rows = []
        columns = QuotesReader.positions(in: editor.table)
    }

    private static func codes(_ cell: String, _ index: CodeIndex) -> [Row.Code] {
        if let theme = index.theme(forCell: cell) { return [Row.Code(text: cell, theme: theme)] }
        return CodeIndex.parts(of: cell).map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
            .map { Row.Code(text: $0, theme: index.theme(for: $0)) }
    }

    /// What a cell of a row holds, as it stands in the file.
    public func cell(_ column: String, row: Int) -> String? {
        guard let position = columns[column], position < editor.table.rows[row].fields.count else { return nil }
        let text = editor.table.rows[row].fields[position].text
        return text.trimmingSpaces().isEmpty ? nil : text
    }

    /// Whether nothing was changed.
    public var isUnchanged: Bool { editor.isUnchanged }
    /// Whether no row would be left.
    public var isEmpty: Bool { editor.isEmpty }
    /// The bytes of the file as it has to be.
    public var bytes: [UInt8] { editor.bytes }

    /// Puts a text into a column of a row; a column that is not there is added.
    public mutating func set(_ text: String, _ column: String, row: Int) {
        editor.set(text, row: row, column: position(column))
    }

    /// Takes a row away.
    public mutating func remove(row: Int) { editor.remove(row: row) }

    /// Adds a row by the names of its columns. What has no column and is not `id` is left out.
    public mutating func append(_ cells: [String: String]) {
        if cells["id"] != nil { _ = position("id") }
        var fields = Array(repeating: "", count: editor.columnCount)
        for (column, text) in cells {
            if let position = columns[column] { fields[position] = text }
        }
        editor.append(fields)
    }

    private mutating func position(_ column: String) -> Int {
        if let known = columns[column] { return known }
        let added = editor.addColumn(column)
        columns[column] = added
        return added
    }
}

extension QuoteTable {
    /// The tables of a study that was read, in the order of their paths; nil if one cannot be understood.
    ///
    /// `reading` must be what came of the same folder, so that each row finds its quote.
    public static func tables(of study: Study, in folder: StudyFolder, _ reading: Reading) -> [QuoteTable]? {
        var places: [String: [Int: QuoteID]] = [:]
        for quote in study.quotes {
            let path = reading.sources[quote.place.source].path
            places[path, default: [:]][Int(quote.place.offset)] = quote.id
        }
        let codes = CodeIndex(study.themes)
        let paths = folder.paths(in: FileName.quotes)
        let tables = paths.compactMap { path in
            folder.texts[path].flatMap { bytes in
                QuoteTable(
                    path: path,
                    bytes: bytes,
                    study: study,
                    quoteAt: places[folder.prefix + path] ?? [:],
                    codes: codes
                )
            }
        }
        guard tables.count == paths.count else { return nil }
        return joined(tables, study)
    }

    /// Rows that repeat a quote belong to it as well.
    private static func joined(_ tables: [QuoteTable], _ study: Study) -> [QuoteTable] {
        let ids = Set(study.quotes.map(\.id))
        var byWords: [Words: QuoteID] = [:]
        for quote in study.quotes {
            let words = Words(quote.participant, quote.text)
            if byWords[words] == nil { byWords[words] = quote.id }
        }
        return tables.map { table in
            let rows = table.rows.map { row -> Row in
                guard row.quote == nil, let participant = row.participant, let text = row.text else { return row }
                let given = row.givenID.flatMap { ids.contains($0) ? $0 : nil }
                let same = row.givenID == nil ? byWords[Words(participant, text)] : nil
                guard let quote = given ?? same else { return row }
                return Row(
                    quote: quote,
                    participant: participant,
                    text: text,
                    givenID: row.givenID,
                    source: row.source,
                    codes: row.codes
                )
            }
            return QuoteTable(table, rows: rows)
        }
    }

    private init(_ table: QuoteTable, rows: [Row]) {
        path = table.path
        isGiven = table.isGiven
        self.rows = rows
        editor = table.editor
        columns = table.columns
    }
}

extension CodeIndex {
    /// The codes of themes, in the order in which the codebook's reader takes them.
    init(_ themes: [Theme]) {
        self.init()
        for theme in themes { _ = add(theme.id.rawValue, theme.id) }
        for theme in themes { for code in theme.codes { _ = add(code, theme.id) } }
        for theme in themes { _ = add(theme.title, theme.id) }
    }
}
