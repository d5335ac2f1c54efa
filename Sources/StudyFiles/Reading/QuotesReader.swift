import CSV
import Diagnostics
import Study

/// The quotes of a study, and the ids of those that must not be published.
struct QuoteCollection {
    var quotes: [Quote] = []
    /// The given ids of quotes that are withheld; links to them are errors of their own.
    var withheld: Set<QuoteID> = []
}

/// Reads the files in `quotes/` and makes one quote of the rows that repeat it.
struct QuotesReader {
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

    /// A quote while its rows are gathered.
    private struct Draft {
        var given: Located<String>?
        var participant: ParticipantID
        var themes: [ThemeID]
        var text: String
        var source: String?
        var context: String?
        var place: Place
    }

    private struct Words: Hashable {
        let participant: ParticipantID
        let text: String
    }

    private let participants: Set<ParticipantID>
    private let participantNames: [String]
    private let codes: CodeIndex
    private let order: [ThemeID: Int]
    private var drafts: [Draft] = []
    private var byID: [String: Int] = [:]
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

    /// Takes the rows of one file.
    mutating func read(_ table: CSVTable, into findings: inout Findings) {
        guard let reader = TableReader(table, columns: Self.columns, into: &findings) else {
            findings.lost.insert(.quote)
            return
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
            return
        }
        drafts.reserveCapacity(drafts.count + table.rows.count)
        for row in table.rows { read(row, reader, into: &findings) }
    }

    /// The quotes in the order of their first rows, with ids for all.
    func finish() -> QuoteCollection {
        var shortIDs: [QuoteID: Int] = [:]
        let published = drafts.filter { !isWithheld($0) }
        for draft in published {
            let id = draft.given.map { QuoteID($0.value) } ?? QuoteIdentity.short(draft.participant, draft.text)
            shortIDs[id, default: 0] += 1
        }
        let quotes = published.map { draft in
            var id = draft.given.map { QuoteID($0.value) } ?? QuoteIdentity.short(draft.participant, draft.text)
            if draft.given == nil, shortIDs[id] != 1 { id = QuoteIdentity.long(draft.participant, draft.text) }
            return Quote(
                id: id,
                participant: draft.participant,
                themes: draft.themes.sorted { (order[$0] ?? 0) < (order[$1] ?? 0) },
                text: draft.text,
                source: draft.source,
                context: draft.context,
                place: draft.place
            )
        }
        return QuoteCollection(quotes: quotes, withheld: withheldIDs)
    }

    private func isWithheld(_ draft: Draft) -> Bool {
        if let given = draft.given, withheldIDs.contains(QuoteID(given.value)) { return true }
        return withheldWords.contains(Words(participant: draft.participant, text: draft.text))
    }

    private mutating func read(_ row: CSVRow, _ reader: TableReader, into findings: inout Findings) {
        let isWithheld = isWithheld(reader.text("status", in: row), into: &findings)
        let participant = reader.required("participant", in: row, into: &findings)
        let text = reader.required("text", in: row, into: &findings)
        let given = reader.text("id", in: row)
        if let given { findings.claimed.insert(.quote(QuoteID(given.value))) }
        if isWithheld {
            if let given { withheldIDs.insert(QuoteID(given.value)) }
            if let participant, let text {
                let id = ParticipantID(participant.value)
                withheldIDs.insert(QuoteIdentity.short(id, text.value))
                withheldWords.insert(Words(participant: id, text: text.value))
            }
            return
        }
        if let participant, !findings.lost.contains(.participant),
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
        let themes = themes(of: row, reader, into: &findings)
        guard let participant, let text else { return }
        let draft = Draft(
            given: given,
            participant: ParticipantID(participant.value),
            themes: themes,
            text: text.value,
            source: reader.text("source", in: row)?.value,
            context: reader.text("context", in: row)?.value,
            place: text.place
        )
        add(draft, into: &findings)
    }

    private mutating func add(_ draft: Draft, into findings: inout Findings) {
        let words = Words(participant: draft.participant, text: draft.text)
        if let given = draft.given, let first = byID[given.value] {
            let earlier = drafts[first]
            let related = earlier.given.map { [Diagnostic.Related("first used here", at: $0.place)] } ?? []
            guard earlier.text == draft.text, earlier.participant == draft.participant else {
                findings.lost.insert(.quote)
                findings.add(
                    .conflictingQuote,
                    "the quote id ‘\(given.value)’ stands for two different quotes",
                    at: given.place,
                    help: "give one of them another id, or none",
                    related: related
                )
                return
            }
            if draft.themes.allSatisfy(earlier.themes.contains) {
                findings.add(
                    .duplicateID,
                    "the quote ‘\(given.value)’ is here twice",
                    at: given.place,
                    help: "take one of the two rows away",
                    related: related
                )
            }
            merge(draft, into: first)
        } else if draft.given == nil, let first = byWords[words] {
            merge(draft, into: first)
        } else {
            if let given = draft.given { byID[given.value] = drafts.count }
            if byWords[words] == nil { byWords[words] = drafts.count }
            drafts.append(draft)
        }
    }

    private mutating func merge(_ draft: Draft, into index: Int) {
        for theme in draft.themes where !drafts[index].themes.contains(theme) { drafts[index].themes.append(theme) }
        drafts[index].source = drafts[index].source ?? draft.source
        drafts[index].context = drafts[index].context ?? draft.context
    }

    private mutating func themes(
        of row: CSVRow,
        _ reader: TableReader,
        into findings: inout Findings
    ) -> [ThemeID] {
        guard let cell = reader.text("codes", in: row) else {
            findings.add(
                .quoteWithoutTheme,
                "this quote supports no theme",
                at: row.place,
                help: "write a code into the column ‘codes’, or ‘withhold’ into a column ‘status’"
            )
            return []
        }
        if let theme = codes.theme(for: cell.value) { return [theme] }
        var themes: [ThemeID] = []
        let parts = cell.value.split(whereSeparator: { $0 == ";" || $0 == "\n" })
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
            cell.split(whereSeparator: { $0 == ";" || $0 == "\n" }).contains {
                codes.theme(for: $0.trimmingSpaces()) != nil
            }
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
        func hits(_ column: String) -> Int {
            rows.count { reader.text(column, in: $0).map { fits($0.value) } ?? false }
        }
        guard hits(column) == 0,
            let other = others.first(where: { reader.has($0) && hits($0) * 2 > rows.count })
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
struct SuggestionCache {
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
