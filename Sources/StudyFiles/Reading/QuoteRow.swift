import CSV
import Diagnostics
import Study

/// A row of quotes: all that can be said of it without looking at other rows.
struct QuoteRow: Sendable {
    /// The quote, without themes where its codes have to be looked at; nil if somebody or something said is missing.
    let quote: Quote?
    /// The hash of its id.
    let idHash: Int
    /// Where its id was given, if it was; else it has the short one that was made.
    let idPlace: Place?
    /// What the row is compared by with others; nil where nobody compares.
    let words: Words?
    /// What has to be looked at in the order of the rows; nil for most of them.
    let oddities: Oddities?

    /// What a row was made of, some of which is missing, unknown or not ordinary.
    final class Oddities: Sendable {
        let place: Place
        let status: Located<String>?
        let participant: Located<String>?
        let hasText: Bool
        let given: Located<String>?
        let codes: Located<String>?
        /// Whether the codes mean themes, all of them.
        let hasThemes: Bool

        init(
            place: Place,
            status: Located<String>?,
            participant: Located<String>?,
            hasText: Bool,
            given: Located<String>?,
            codes: Located<String>?,
            hasThemes: Bool
        ) {
            self.place = place
            self.status = status
            self.participant = participant
            self.hasText = hasText
            self.given = given
            self.codes = codes
            self.hasThemes = hasThemes
        }
    }
}

/// Reads rows of one table.
struct QuoteRowReader: Sendable {
    private let reader: TableReader
    private let codes: CodeCells
    private let participants: Set<ParticipantID>
    private let withWords: Bool
    private let status: Int?
    private let participant: Int?
    private let text: Int?
    private let id: Int?
    private let code: Int?
    private let source: Int?
    private let context: Int?

    /// `withWords` says whether rows will be compared by their words.
    init(_ reader: TableReader, codes: CodeCells, participants: Set<ParticipantID>, withWords: Bool) {
        self.reader = reader
        self.codes = codes
        self.participants = participants
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
        let status = reader.text(status, in: row)
        let themes = cell.flatMap { codes.themes(of: $0.value) }
        let speaker = participant.map { ParticipantID($0.value) }
        var quote: Quote?
        var words: Words?
        if let speaker, let text {
            if withWords { words = Words(speaker, text.value) }
            quote = Quote(
                id: given.map { QuoteID($0.value) } ?? QuoteIdentity.short(speaker, text.value),
                participant: speaker,
                themes: themes ?? [],
                text: text.value,
                source: reader.text(source, in: row)?.value,
                context: reader.text(context, in: row)?.value,
                place: text.place
            )
        }
        let isOrdinary = quote != nil && status == nil && themes != nil && speaker.map(participants.contains) == true
        return QuoteRow(
            quote: quote,
            idHash: quote.map { $0.id.hashValue } ?? 0,
            idPlace: given?.place,
            words: words,
            oddities: isOrdinary
                ? nil
                : QuoteRow.Oddities(
                    place: row.place,
                    status: status,
                    participant: participant,
                    hasText: text != nil,
                    given: given,
                    codes: cell,
                    hasThemes: themes != nil
                )
        )
    }
}
