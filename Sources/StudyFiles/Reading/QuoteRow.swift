import CSV
import Diagnostics
import Study

/// Who said what: what makes a quote the same as another one.
struct Words: Hashable, Sendable {
    let participant: ParticipantID
    let text: String
    /// Made once, and where rows are read side by side, as it looks at all of the text.
    private let hash: Int

    init(_ participant: ParticipantID, _ text: String) {
        self.participant = participant
        self.text = text
        var hasher = Hasher()
        hasher.combine(participant)
        hasher.combine(text)
        hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// A row of quotes: all that can be said of it without looking at other rows.
struct QuoteRow: Sendable {
    let place: Place
    let status: Located<String>?
    let participant: Located<String>?
    let text: Located<String>?
    let given: Located<String>?
    let codes: Located<String>?
    let source: String?
    let context: String?
    /// The themes that the codes mean; nil if any of them means none, or if there are none.
    let themes: [ThemeID]?
    /// What stands in for an id that was not given.
    let unnamed: (words: Words, id: QuoteID)?
}

/// Reads rows of one table.
struct QuoteRowReader: Sendable {
    private let reader: TableReader
    private let codes: CodeIndex
    private let status: Int?
    private let participant: Int?
    private let text: Int?
    private let id: Int?
    private let code: Int?
    private let source: Int?
    private let context: Int?

    init(_ reader: TableReader, codes: CodeIndex) {
        self.reader = reader
        self.codes = codes
        status = reader.position("status")
        participant = reader.position("participant")
        text = reader.position("text")
        id = reader.position("id")
        code = reader.position("codes")
        source = reader.position("source")
        context = reader.position("context")
    }

    func read(_ row: CSVRow) -> QuoteRow {
        let participant = reader.text(participant, in: row)
        let text = reader.text(text, in: row)
        let given = reader.text(id, in: row)
        let cell = reader.text(code, in: row)
        var unnamed: (words: Words, id: QuoteID)?
        if given == nil, let participant, let text {
            let id = ParticipantID(participant.value)
            unnamed = (Words(id, text.value), QuoteIdentity.short(id, text.value))
        }
        return QuoteRow(
            place: row.place,
            status: reader.text(status, in: row),
            participant: participant,
            text: text,
            given: given,
            codes: cell,
            source: reader.text(source, in: row)?.value,
            context: reader.text(context, in: row)?.value,
            themes: cell.flatMap { codes.themes(forCell: $0.value) },
            unnamed: unnamed
        )
    }
}
