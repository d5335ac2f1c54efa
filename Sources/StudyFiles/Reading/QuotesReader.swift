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
    private let cells: CodeCells
    private var quotes: [Quote] = []
    /// Of each quote.
    private var details: [Detail] = []
    private var byID: [QuoteID: Int] = [:]
    private var byWords: [Words: Int] = [:]
    private var withheldIDs: Set<QuoteID> = []
    private var withheldWords: Set<Words> = []
    /// Where quotes are whose themes may be out of order.
    private var unordered: [Int] = []
    private var suggestions = SuggestionCache()

    init(participants: [Participant], codebook: Codebook, findings: Findings) {
        let claimed = findings.claimed.compactMap { target in
            if case .participant(let id) = target { id } else { nil }
        }
        self.participants = Set(participants.map(\.id)).union(claimed)
        participantNames = participants.map(\.id.rawValue)
        codes = codebook.codes
        cells = CodeCells(codebook)
    }

    /// A file, and what was found in it; no table if its rows cannot be understood.
    typealias File = (outcome: TableReader?, findings: Findings)

    /// Reads the tables, which needs nothing of the rest of the study.
    static func files(_ texts: [StudyText], _ findings: Findings) -> [File] {
        findings.branches(texts) { text, findings in table(text, into: &findings) }
    }

    /// Takes the rows of all files. Everything that needs no other row is made side by side; what was found is told as
    /// if the files had been read one by one.
    mutating func read(_ files: [File], into findings: inout Findings) {
        var files = files
        for index in files.indices {
            guard let reader = files[index].outcome, reportSwap(reader, into: &files[index].findings) else { continue }
            files[index].findings.lost.insert(.quote)
            files[index].outcome = nil
        }
        let tables = files.map(\.outcome)
        let chunks = tables.indices.flatMap { index in
            let count = tables[index]?.table.rows.count ?? 0
            return stride(from: 0, to: count, by: Self.chunk).map { (index, $0..<min($0 + Self.chunk, count)) }
        }
        let cells = cells
        let participants = participants
        let withWords = tables.contains { $0.map(Self.comparesWords) ?? false }
        let read = SideBySide.map(chunks) { index, range -> [QuoteRow] in
            guard let table = tables[index] else { return [] }
            let reader = QuoteRowReader(table, codes: cells, participants: participants, withWords: withWords)
            return table.table.rows[range].map(reader.read)
        }
        let count = tables.reduce(0) { $0 + ($1?.table.rows.count ?? 0) }
        quotes.reserveCapacity(count)
        details.reserveCapacity(count)
        byID.reserveCapacity(count)
        if withWords { byWords.reserveCapacity(count) }
        var next = 0
        for (index, file) in files.enumerated() {
            findings.join(file.findings)
            while next < chunks.count, chunks[next].0 == index {
                for row in read[next].indices { take(read[next], row, into: &findings) }
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
    private static func table(_ text: StudyText, into findings: inout Findings) -> TableReader? {
        guard findings.isReadable(text) else {
            findings.lost.insert(.quote)
            return nil
        }
        let table = findings.table(text.id, losing: .quote)
        guard let reader = TableReader(table, columns: columns, into: &findings) else {
            findings.lost.insert(.quote)
            return nil
        }
        for other in reader.otherColumns {
            findings.add(
                .unknownColumnHeader,
                "the column ‘\(other.header.value.shown)’ means nothing here and is not read",
                at: other.header.place,
                help: NearMiss.suggestion(for: other.header.value, in: columns.map(\.name))
            )
        }
        return reader
    }

    /// The quotes in the order of their first rows, with ids for all.
    mutating func finish(into findings: inout Findings) -> QuoteCollection {
        for index in unordered { quotes[index].themes = cells.ordered(quotes[index].themes) }
        giveLongIDs()
        guard !withheldIDs.isEmpty else { return QuoteCollection(quotes: quotes, withheld: []) }
        var published: [Quote] = []
        for (index, quote) in quotes.enumerated() {
            if !isWithheld(index) {
                published.append(quote)
            } else if details[index].idPlace != nil {
                findings.claimed.insert(.quote(quote.id))
            }
        }
        return QuoteCollection(quotes: published, withheld: withheldIDs)
    }

    /// Gives longer ids to quotes that were given none, if others that are published have the short one.
    private mutating func giveLongIDs() {
        let mayBeWithheld = !withheldIDs.isEmpty
        let made = quotes.indices.filter { details[$0].idPlace == nil && !(mayBeWithheld && isWithheld($0)) }
        var shared: [QuoteID: Int] = [:]
        shared.reserveCapacity(made.count)
        for index in made { shared[quotes[index].id, default: 0] += 1 }
        for index in made {
            let id = quotes[index].id
            let isGiven = byID[id].map { !(mayBeWithheld && isWithheld($0)) } ?? false
            if isGiven || shared[id] != 1 {
                quotes[index].id = QuoteIdentity.long(quotes[index].participant, quotes[index].text)
            }
        }
    }

    private func isWithheld(_ index: Int) -> Bool {
        if details[index].idPlace != nil, withheldIDs.contains(quotes[index].id) { return true }
        return details[index].words.map(withheldWords.contains) ?? false
    }

    /// Takes one of many rows, none of which is copied as a whole.
    private mutating func take(_ rows: [QuoteRow], _ index: Int, into findings: inout Findings) {
        if let oddities = rows[index].oddities {
            take(rows[index], oddities, into: &findings)
        } else if let quote = rows[index].quote {
            add(quote, Detail(idPlace: rows[index].idPlace, words: rows[index].words), into: &findings)
        }
    }

    private mutating func take(_ row: QuoteRow, _ oddities: QuoteRow.Oddities, into findings: inout Findings) {
        let isWithheld = isWithheld(oddities.status, into: &findings)
        if oddities.participant == nil { findings.addMissingCell("participant", in: oddities.place) }
        if !oddities.hasText { findings.addMissingCell("text", in: oddities.place) }
        // Ids of ordinary rows need not be claimed, as they name quotes of the study.
        if let given = oddities.given { findings.claimed.insert(.quote(QuoteID(given.value))) }
        if isWithheld {
            withhold(row, oddities)
            return
        }
        if let participant = oddities.participant, !findings.lost.contains(.participant),
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
        let themes = oddities.hasThemes ? nil : themes(of: oddities, into: &findings)
        guard var quote = row.quote else { return }
        if let themes { quote.themes = cells.ordered(themes) }
        add(quote, Detail(idPlace: row.idPlace, words: row.words), into: &findings)
    }

    private mutating func withhold(_ row: QuoteRow, _ oddities: QuoteRow.Oddities) {
        if let given = oddities.given { withheldIDs.insert(QuoteID(given.value)) }
        guard let quote = row.quote else { return }
        let id = quote.participant
        withheldIDs.insert(oddities.given == nil ? quote.id : QuoteIdentity.short(id, quote.text))
        withheldWords.insert(row.words ?? Words(id, quote.text))
    }

    private mutating func add(_ quote: consuming Quote, _ detail: consuming Detail, into findings: inout Findings) {
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
        for theme in quote.themes where !quotes[index].themes.contains(theme) {
            quotes[index].themes.append(theme)
            unordered.append(index)
        }
        if quotes[index].source == nil { quotes[index].source = quote.source }
        if quotes[index].context == nil { quotes[index].context = quote.context }
    }

    /// The themes of a row of which something is wrong with the codes.
    private mutating func themes(of row: QuoteRow.Oddities, into findings: inout Findings) -> [ThemeID] {
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
