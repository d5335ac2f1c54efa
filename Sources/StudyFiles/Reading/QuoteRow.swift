import CSV
import Diagnostics
import Study

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
    /// What the row is compared by with others; nil where nobody compares.
    let words: Words?
    /// What stands in for an id that was not given.
    let madeID: QuoteID?
}

/// Reads rows of one table.
struct QuoteRowReader: Sendable {
    private let reader: TableReader
    private let codes: CodeIndex
    private let withWords: Bool
    private let status: Int?
    private let participant: Int?
    private let text: Int?
    private let id: Int?
    private let code: Int?
    private let source: Int?
    private let context: Int?

    /// `withWords` says whether rows will be compared by their words.
    init(_ reader: TableReader, codes: CodeIndex, withWords: Bool) {
        self.reader = reader
        self.codes = codes
        self.withWords = withWords
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
        var words: Words?
        var madeID: QuoteID?
        if let participant, let text {
            let speaker = ParticipantID(participant.value)
            if withWords { words = Words(speaker, text.value) }
            if given == nil { madeID = QuoteIdentity.short(speaker, text.value) }
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
            words: words,
            madeID: madeID
        )
    }
}
