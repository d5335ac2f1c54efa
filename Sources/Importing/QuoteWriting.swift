import Study
import StudyFiles

/// Puts quotes into the tables of a study, changing only the cells that have to change.
struct QuoteWriting {
    private(set) var tables: [QuoteTable]

    private let outcome: ImportOutcome
    private let groups: [ParticipantID: GroupID]
    private let forced: Set<QuoteID>
    private let quotes: [QuoteID: Quote]
    private var places: [QuoteID: [(table: Int, row: Int)]] = [:]
    /// Where new quotes of each group go.
    private var tableOfGroup: [GroupID?: Int] = [:]
    /// What happens in each table, by what is said of it.
    private var changes: [String: [(what: String, ids: [QuoteID])]] = [:]

    init(
        _ tables: [QuoteTable],
        _ study: Study,
        _ outcome: ImportOutcome,
        _ groups: [ParticipantID: GroupID],
        _ forced: Set<QuoteID>
    ) {
        self.tables = tables
        self.outcome = outcome
        self.groups = groups
        self.forced = forced
        quotes = Dictionary(study.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (table, one) in tables.enumerated() {
            for (row, quote) in one.rows.enumerated() {
                if let id = quote.quote { places[id, default: []].append((table, row)) }
            }
        }
    }

    /// What happens in each table, by their paths.
    var accounts: [Account.File] {
        changes.sorted { $0.key < $1.key }.map { path, changes in
            Account.File(
                path: path,
                changes: changes.map { change in
                    let shown = change.ids.prefix(20).map(\.rawValue).joined(separator: ", ")
                    let more = change.ids.count > 20 ? " and \(change.ids.count - 20) more" : ""
                    return change.ids.isEmpty ? change.what : "\(change.what) \(shown)\(more)"
                }
            )
        }
    }

    /// Puts everything in.
    mutating func write() {
        for row in outcome.rows { if let former = row.former { change(row, former) } }
        let kept = Set(outcome.rows.compactMap(\.former))
        for (index, table) in tables.enumerated() {
            for (row, one) in table.rows.enumerated() {
                guard let quote = one.quote, !kept.contains(quote) else { continue }
                tables[index].remove(row: row)
                note("removes", quote, table.path)
            }
        }
        for row in outcome.rows where row.former == nil { add(row) }
        for table in tables where table.isEmpty && table.rows.isEmpty {
            // A table with nothing but a header keeps a study from being published.
            changes[table.path, default: []].append(("is empty, and is taken away", []))
        }
    }

    private mutating func note(_ what: String, _ id: QuoteID, _ path: String) {
        if let index = changes[path]?.firstIndex(where: { $0.what == what }) {
            if changes[path]?[index].ids.last != id { changes[path]?[index].ids.append(id) }
        } else {
            changes[path, default: []].append((what, [id]))
        }
    }

    // MARK: Quotes that stay

    private mutating func change(_ row: ImportOutcome.Row, _ former: QuoteID) {
        guard let quote = quotes[former], let places = places[former] else { return }
        let isReworded = quote.text != row.text
        let isRenamed = quote.participant != row.participant
        for (table, index) in places {
            let path = tables[table].path
            if isReworded {
                tables[table].set(row.text, "text", row: index)
                note("changes the text of", row.id, path)
            }
            if isRenamed {
                tables[table].set(row.participant.rawValue, "participant", row: index)
                note("changes the participant of", row.id, path)
            }
            // An id that was made of the words or the name stays what it was.
            let needsID = isReworded || isRenamed || forced.contains(row.id)
            if needsID, tables[table].rows[index].givenID == nil {
                tables[table].set(row.id.rawValue, "id", row: index)
                note("writes down the id of", row.id, path)
            }
        }
        if Set(quote.themes) != Set(row.themes) { changeCodes(row, places) }
    }

    /// Codes that still hold stay as they are written; what is new comes first into rows that have lost all of theirs.
    private mutating func changeCodes(_ row: ImportOutcome.Row, _ places: [(table: Int, row: Int)]) {
        let wanted = Set(row.themes)
        var cells = places.map { place in
            tables[place.table].rows[place.row].codes.filter { code in
                code.theme.map(wanted.contains) ?? false
            }
        }
        let present = Set(cells.joined().compactMap(\.theme))
        let fresh = row.themes.filter { !present.contains($0) }
            .map { QuoteTable.Row.Code(text: $0.rawValue, theme: $0) }
        if !fresh.isEmpty { cells[cells.firstIndex(where: \.isEmpty) ?? 0] += fresh }
        for (place, codes) in zip(places, cells) {
            let old = tables[place.table].rows[place.row].codes
            let path = tables[place.table].path
            if codes.isEmpty {
                tables[place.table].remove(row: place.row)
                note("removes a row of", row.id, path)
            } else if codes.map(\.text) != old.map(\.text) {
                tables[place.table].set(Self.cell(codes), "codes", row: place.row)
                note("changes the codes of", row.id, path)
            }
        }
    }

    private static func cell(_ codes: [QuoteTable.Row.Code]) -> String {
        codes.map { code in
            // What parts codes cannot stand in one, unless it is alone.
            let isSafe = codes.count == 1 || !code.text.contains(where: { $0 == ";" || $0.isNewline })
            return isSafe ? code.text : code.theme?.rawValue ?? code.text
        }.joined(separator: "; ")
    }

    // MARK: Quotes that are new

    private mutating func add(_ row: ImportOutcome.Row) {
        let table = table(for: row)
        var cells = [
            "id": row.id.rawValue, "participant": row.participant.rawValue,
            "codes": row.themes.map(\.rawValue).joined(separator: "; "), "text": row.text,
        ]
        // What the team wrote beside a quote goes with it when it is split or merged.
        for column in ["context", "note", "source"] {
            let texts = row.madeOf.flatMap { places[$0] ?? [] }
                .compactMap { tables[$0.table].cell(column, row: $0.row) }
            if let first = texts.first { cells[column] = first }
        }
        tables[table].append(cells)
        note("adds", row.id, tables[table].path)
    }

    /// The table of a quote's group.
    private mutating func table(for row: ImportOutcome.Row) -> Int {
        if let old = row.madeOf.first.flatMap({ places[$0]?.first }) { return old.table }
        let group = groups[row.participant]
        if let known = tableOfGroup[group] { return known }
        let found = table(of: group)
        tableOfGroup[group] = found
        return found
    }

    private mutating func table(of group: GroupID?) -> Int {
        let own = group.map { "quotes/\($0).csv" }
        let names = group.map { ["quotes/\($0).csv", "quotes/\($0).tsv"] } ?? []
        if let index = tables.firstIndex(where: { names.contains($0.path) }) { return index }
        let counts = tables.map { table in
            table.rows.count { row in row.participant.flatMap { groups[$0] } == group && row.quote != nil }
        }
        if let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) { return index }
        // A study without quotes gets a table for each group.
        let hasTables = tables.contains { !$0.rows.isEmpty }
        if !hasTables, let first = tables.indices.first(where: { tables[$0].rows.isEmpty && tables[$0].isGiven }) {
            return first
        }
        let path = hasTables ? "quotes/imports.csv" : own ?? "quotes/imports.csv"
        if let index = tables.firstIndex(where: { $0.path == path }) { return index }
        if let table = QuoteTable(newAt: path) { tables.append(table) }
        return tables.count - 1
    }
}
