import CSV
import Diagnostics
import Processors
import Study

/// The quotes of a study, and the ids of those that must not be published.
struct QuoteCollection {
    var quotes: [Quote] = []
    /// The given ids of quotes that are withheld; links to them are errors of their own.
    var withheld: Set<QuoteID> = []
}

/// Reads the files in `quotes/` and makes one quote of the rows that repeat it.
struct QuotesReader: Sendable {
    private static let columns = [
        TableReader.Column("participant", also: ["participant id", "pseudonym", "speaker"], isRequired: true),
        TableReader.Column("codes", also: ["code", "theme", "themes", "sub-theme", "sub-themes"], isRequired: true),
        TableReader.Column("text", also: ["quote", "excerpt", "words", "segment"], isRequired: true),
        TableReader.Column("id", also: ["quote id"]),
        TableReader.Column("source"),
        TableReader.Column("context"),
        TableReader.Column("status"),
        TableReader.Column("note", also: ["notes", "memo", "comment"]),
    ]

    /// Which column holds what, by the names that this reader knows.
    static func positions(in table: CSVTable) -> [String: Int] { TableReader.positions(of: columns, in: table) }

    /// What a quote has beside itself while rows are gathered.
    private struct Detail {
        /// Where its id was given, if it was; else it has the short one that was made.
        let idPlace: Place?
        /// What it is compared by with others; nil where nobody compares.
        let words: Words?
    }

    /// How many rows are read at a time, on one processor beside the others.
    private static let chunk = 512

    private let participants: Set<ParticipantID>
    private let participantNames: [String]
    private let codes: CodeIndex
    private let order: [ThemeID: Int]
    private var quotes: [Quote] = []
    /// Of each quote.
    private var details: [Detail] = []
    private var byID: [QuoteID: Int] = [:]
    private var byWords: [Words: Int] = [:]
    private var withheldIDs: Set<QuoteID> = []
    private var withheldWords: Set<Words> = []
    private var suggestions = SuggestionCache()

    init(participants: [Participant], codebook: Codebook, findings: Findings) {
        let claimed = findings.claimed.compactMap { target in
            if case .participant(let id) = target { id } else { nil }
        }
        self.participants = Set(participants.map(\.id)).union(claimed)
        participantNames = participants.map(\.id.rawValue)
        codes = codebook.codes
        order = Dictionary(
            codebook.themes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Takes the rows of all files. Everything that needs no other row is made side by side; what was found is told as
    /// if the files had been read one by one.
    mutating func read(_ texts: [StudyText], into findings: inout Findings) {
        let checks = self
        let files = findings.branches(texts) { text, findings in checks.table(text, into: &findings) }
        let tables = files.map(\.outcome)
        let chunks = tables.indices.flatMap { index in
            let count = tables[index]?.table.rows.count ?? 0
            return stride(from: 0, to: count, by: Self.chunk).map { (index, $0..<min($0 + Self.chunk, count)) }
        }
        let codes = codes
        let withWords = tables.contains { $0.map(Self.comparesWords) ?? false }
        let read = SideBySide.map(chunks) { index, range -> [QuoteRow] in
            guard let table = tables[index] else { return [] }
            let reader = QuoteRowReader(table, codes: codes, withWords: withWords)
            return table.table.rows[range].map(reader.read)
        }
        let count = tables.reduce(0) { $0 + ($1?.table.rows.count ?? 0) }
        quotes.reserveCapacity(count)
        details.reserveCapacity(count)
        byID.reserveCapacity(count)
        if withWords { byWords.reserveCapacity(count) }
        findings.claimed.reserveCapacity(findings.claimed.count + count)
        var next = 0
        for (index, file) in files.enumerated() {
            findings.join(file.findings)
            while next < chunks.count, chunks[next].0 == index {
                for row in read[next] { take(row, into: &findings) }
                next += 1
            }
        }
    }

    /// Whether rows are compared with others by their words: those without an id, and those that may be withheld.
    private static func comparesWords(_ reader: TableReader) -> Bool {
        let id = reader.position("id")
        return reader.has("status") || id == nil || reader.table.rows.contains { reader.text(id, in: $0) == nil }
    }

    /// The table of a file; nil if its rows cannot be understood.
    private func table(_ text: StudyText, into findings: inout Findings) -> TableReader? {
        guard findings.isReadable(text) else {
            findings.lost.insert(.quote)
            return nil
        }
        let table = findings.table(text.id, losing: .quote)
        guard let reader = TableReader(table, columns: Self.columns, into: &findings) else {
            findings.lost.insert(.quote)
            return nil
        }
        for other in reader.otherColumns {
            findings.add(
                .unknownColumnHeader,
                "the column ‘\(other.header.value.shown)’ means nothing here and is not read",
                at: other.header.place,
                help: NearMiss.suggestion(for: other.header.value, in: Self.columns.map(\.name))
            )
        }
        if reportSwap(reader, into: &findings) {
            findings.lost.insert(.quote)
            return nil
        }
        return reader
    }

    /// The quotes in the order of their first rows, with ids for all.
    consuming func finish() -> QuoteCollection {
        if !withheldIDs.isEmpty {
            let published = quotes.indices.filter { !isWithheld($0) }
            quotes = published.map { quotes[$0] }
            details = published.map { details[$0] }
        }
        var shared: [QuoteID: Int] = [:]
        if details.contains(where: { $0.idPlace == nil }) {
            shared.reserveCapacity(quotes.count)
            for index in quotes.indices { shared[quotes[index].id, default: 0] += 1 }
        }
        for index in quotes.indices {
            if details[index].idPlace == nil, shared[quotes[index].id] != 1 {
                quotes[index].id = QuoteIdentity.long(quotes[index].participant, quotes[index].text)
            }
            if quotes[index].themes.count > 1 {
                quotes[index].themes.sort { (order[$0] ?? 0) < (order[$1] ?? 0) }
            }
        }
        return QuoteCollection(quotes: quotes, withheld: withheldIDs)
    }

    private func isWithheld(_ index: Int) -> Bool {
        if details[index].idPlace != nil, withheldIDs.contains(quotes[index].id) { return true }
        return details[index].words.map(withheldWords.contains) ?? false
    }

    private mutating func take(_ row: QuoteRow, into findings: inout Findings) {
        let isWithheld = isWithheld(row.status, into: &findings)
        if row.participant == nil { findings.addMissingCell("participant", in: row.place) }
        if row.text == nil { findings.addMissingCell("text", in: row.place) }
        if let given = row.given { findings.claimed.insert(.quote(QuoteID(given.value))) }
        if isWithheld {
            withhold(row)
            return
        }
        if let participant = row.participant, !findings.lost.contains(.participant),
            !participants.contains(ParticipantID(participant.value))
        {
            findings.add(
                .unknownParticipant,
                "there is no participant ‘\(participant.value.shown)’",
                at: participant.place,
                help: suggestions.suggestion(for: participant.value, in: participantNames)
                    ?? "add a row for ‘\(participant.value.shown)’ to participants.csv"
            )
        }
        let themes = row.themes ?? themes(of: row, into: &findings)
        guard let participant = row.participant, let text = row.text else { return }
        let id = row.given.map { QuoteID($0.value) } ?? row.madeID
        guard let id else { return }
        let quote = Quote(
            id: id,
            participant: ParticipantID(participant.value),
            themes: themes,
            text: text.value,
            source: row.source,
            context: row.context,
            place: text.place
        )
        add(quote, Detail(idPlace: row.given?.place, words: row.words), into: &findings)
    }

    private mutating func withhold(_ row: QuoteRow) {
        if let given = row.given { withheldIDs.insert(QuoteID(given.value)) }
        guard let participant = row.participant, let text = row.text else { return }
        let id = ParticipantID(participant.value)
        withheldIDs.insert(row.madeID ?? QuoteIdentity.short(id, text.value))
        withheldWords.insert(row.words ?? Words(id, text.value))
    }

    private mutating func add(_ quote: Quote, _ detail: Detail, into findings: inout Findings) {
        if let place = detail.idPlace, let first = byID[quote.id] {
            let earlier = quotes[first]
            let related = details[first].idPlace.map { [Diagnostic.Related("first used here", at: $0)] } ?? []
            guard earlier.text == quote.text, earlier.participant == quote.participant else {
                findings.lost.insert(.quote)
                findings.add(
                    .conflictingQuote,
                    "the quote id ‘\(quote.id)’ stands for two different quotes",
                    at: place,
                    help: "give one of them another id, or none",
                    related: related
                )
                return
            }
            if quote.themes.allSatisfy(earlier.themes.contains) {
                findings.add(
                    .duplicateID,
                    "the quote ‘\(quote.id)’ is here twice",
                    at: place,
                    help: "take one of the two rows away",
                    related: related
                )
            }
            merge(quote, into: first)
        } else if detail.idPlace == nil, let words = detail.words, let first = byWords[words] {
            merge(quote, into: first)
        } else {
            if detail.idPlace != nil { byID[quote.id] = quotes.count }
            if let words = detail.words, byWords[words] == nil { byWords[words] = quotes.count }
            quotes.append(quote)
            details.append(detail)
        }
    }

    private mutating func merge(_ quote: Quote, into index: Int) {
        for theme in quote.themes where !quotes[index].themes.contains(theme) { quotes[index].themes.append(theme) }
        if quotes[index].source == nil { quotes[index].source = quote.source }
        if quotes[index].context == nil { quotes[index].context = quote.context }
    }

    /// The themes of a row of which something is wrong with the codes.
    private mutating func themes(of row: QuoteRow, into findings: inout Findings) -> [ThemeID] {
        guard let cell = row.codes else {
            findings.add(
                .quoteWithoutTheme,
                "this quote supports no theme",
                at: row.place,
                help: "write a code into the column ‘codes’, or ‘withhold’ into a column ‘status’"
            )
            return []
        }
        var themes: [ThemeID] = []
        let parts = CodeIndex.parts(of: cell.value)
        for part in parts {
            let code = part.trimmingSpaces()
            guard !code.isEmpty else { continue }
            if let theme = codes.theme(for: code) {
                if !themes.contains(theme) { themes.append(theme) }
                continue
            }
            if findings.lost.contains(.theme) { continue }
            findings.add(
                .unknownCode,
                "no theme of the codebook has the code ‘\(code.shown)’",
                at: place(of: part, in: cell, whole: parts.count == 1, findings),
                help: suggestions.suggestion(for: code, in: codes.names)
                    ?? "add it to the ‘codes’ of a theme in codebook.yml"
            )
        }
        if themes.isEmpty, parts.allSatisfy({ $0.trimmingSpaces().isEmpty }) {
            findings.add(.quoteWithoutTheme, "this quote supports no theme", at: cell.place)
        }
        return themes
    }

    /// The place of one code in a cell that holds several; the cell where its bytes were changed by quoting.
    private func place(of part: Substring, in cell: Located<String>, whole: Bool, _ findings: Findings) -> Place {
        if whole { return cell.place }
        let wanted = Array(part.trimmingSpaces().utf8)
        let text = findings.sources[cell.place.source].text
        let range = Int(cell.place.offset)..<Int(cell.place.offset) + Int(cell.place.length)
        let before = part.base.utf8.distance(from: part.base.startIndex, to: part.startIndex)
        var start = min(range.lowerBound + before, range.upperBound)
        while start + wanted.count <= range.upperBound {
            if text[start..<(start + wanted.count)].elementsEqual(wanted) {
                return Place(source: cell.place.source, offset: start, length: wanted.count)
            }
            start += 1
        }
        return cell.place
    }

    private func isWithheld(_ status: Located<String>?, into findings: inout Findings) -> Bool {
        guard let status else { return false }
        switch status.value.foldedForComparison() {
        case "publish", "published": return false
        case "withhold", "withheld", "withdrawn", "draft": return true
        default:
            findings.add(
                .badStatus,
                "‘\(status.value.shown)’ is not a status",
                at: status.place,
                help: NearMiss.suggestion(for: status.value, in: ["publish", "withhold"])
                    ?? "write ‘publish’ or ‘withhold’, or leave it empty"
            )
            // Whatever was meant, publishing what somebody marked would be the worse mistake.
            return true
        }
    }

    /// Names two columns once if one holds participants, or codes, where the other should.
    private func reportSwap(_ reader: TableReader, into findings: inout Findings) -> Bool {
        let isParticipant = { (cell: String) in participants.contains(ParticipantID(cell)) }
        let isCode = { (cell: String) in
            CodeIndex.parts(of: cell).contains { codes.theme(for: $0.trimmingSpaces()) != nil }
        }
        if !participants.isEmpty,
            reportSwap("participant", ["codes", "text", "id", "source"], isParticipant, reader, &findings)
        {
            return true
        }
        return !codes.names.isEmpty
            && reportSwap("codes", ["text", "id", "source", "participant"], isCode, reader, &findings)
    }

    private func reportSwap(
        _ column: String,
        _ others: [String],
        _ fits: (String) -> Bool,
        _ reader: TableReader,
        _ findings: inout Findings
    ) -> Bool {
        let rows = reader.table.rows
        guard let place = reader.headerPlace(column), !rows.isEmpty else { return false }
        func isHit(_ column: String, _ row: CSVRow) -> Bool {
            reader.text(column, in: row).map { fits($0.value) } ?? false
        }
        guard !rows.contains(where: { isHit(column, $0) }),
            let other = others.first(where: { other in
                reader.has(other) && rows.count { isHit(other, $0) } * 2 > rows.count
            })
        else { return false }
        findings.add(
            .swappedColumns,
            "the column ‘\(column)’ holds none, but the column ‘\(other)’ does",
            at: place,
            help: "exchange the headers ‘\(column)’ and ‘\(other)’"
        )
        return true
    }
}

/// Near misses, each word looked up once and no more words than a person would read.
struct SuggestionCache: Sendable {
    private var known: [String: String?] = [:]
    private let limit = 200

    mutating func suggestion(for word: String, in candidates: [String]) -> String? {
        if let known = known[word] { return known }
        guard known.count < limit else { return nil }
        let suggestion = NearMiss.suggestion(for: word, in: candidates)
        known[word] = suggestion
        return suggestion
    }
}
