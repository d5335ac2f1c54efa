import Fingerprints
import Templates

/// A quote by its number, where its words stand elsewhere.
struct QuoteReference: TemplateData {
    let quote: QuoteCard
    let position: Int
    let places: QuotePlaces
    /// The page of the report that speaks of it.
    let page: Int

    static let fields: Fields<QuoteReference> = [
        .text("label") { $0.places.label($0.position) },
        .text("href") { $0.places.href($0.position, from: $0.page) },
        .text("attribution") { $0.quote.attribution },
        .text("participant") { $0.quote.participant.name },
        .text("excerpt") { $0.quote.excerpt },
        .text("pageHref") { $0.quote.href },
    ]

    /// All of it is made of the quote, of its place and of the page.
    func add(to fingerprinter: inout Fingerprinter, for use: Use) {
        quote.add(to: &fingerprinter, for: use)
        places.add(position, to: &fingerprinter)
        fingerprinter.add(page)
    }
}

/// A quote that prose shows, by its number and its first words.
struct QuoteReferenceView: TemplateData {
    let reference: QuoteReference
    let group: GroupLink

    static let fields: Fields<QuoteReferenceView> = [
        .record("reference") { $0.reference },
        .record("group") { $0.group },
    ]
}

/// A quote with its words, at its one place in the findings.
struct NumberedQuote: TemplateData {
    let quote: QuoteCard
    let position: Int
    let places: QuotePlaces
    /// The other themes that it supports.
    let others: [NumberedTheme]

    static let fields: Fields<NumberedQuote> = [
        .record("quote") { $0.quote },
        .text("label") { $0.places.label($0.position) },
        .list("others") { $0.others },
        .flag("hasOthers") { !$0.others.isEmpty },
    ]

    /// All of it is made of the quote, of its place and of the other themes.
    func add(to fingerprinter: inout Fingerprinter, for use: Use) {
        quote.add(to: &fingerprinter, for: use)
        places.add(position, to: &fingerprinter)
        fingerprinter.add(others.count)
        for other in others { other.add(to: &fingerprinter, for: use) }
    }
}

/// A theme by its number.
struct NumberedTheme: TemplateData {
    /// `1.2`
    let number: String
    let theme: ThemeLink

    static let fields: Fields<NumberedTheme> = [
        .text("number") { $0.number },
        .text("title") { $0.theme.title },
        .text("href") { $0.theme.href },
    ]

    /// All of it is made of the number and the theme.
    func add(to fingerprinter: inout Fingerprinter, for use: Use) {
        fingerprinter.add(number)
        theme.add(to: &fingerprinter, for: use)
    }
}

/// What a claim or a box rests on: counts by group, and the quotes that were picked out, by their numbers.
struct ReportEvidence: TemplateData {
    let tally: Tally
    let themes: [NumberedTheme]
    let groups: [GroupReferences]

    static let fields: Fields<ReportEvidence> = [
        .record("tally") { $0.tally },
        .flag("isEmpty") { $0.themes.isEmpty && $0.groups.allSatisfy { $0.references.isEmpty } },
        .list("themes") { $0.themes },
        .flag("hasThemes") { !$0.themes.isEmpty },
        .list("groups") { $0.groups },
    ]
}

/// What one group has said for a claim.
struct GroupReferences: TemplateData {
    let share: GroupShare
    let references: [QuoteReference]

    static let fields: Fields<GroupReferences> = [
        .record("share") { $0.share },
        .list("references") { $0.references },
        .flag("hasReferences") { !$0.references.isEmpty },
    ]
}

/// Every quote by who said it.
struct ReportIndex: TemplateData {
    let title: String
    /// Only on the page where the index begins.
    let isFirst: Bool
    let groups: [ReportIndexGroup]

    static let fields: Fields<ReportIndex> = [
        .text("title") { $0.title },
        .flag("isFirst") { $0.isFirst },
        .list("groups") { $0.groups },
    ]
}

/// The quotes of one group in the index.
struct ReportIndexGroup: TemplateData {
    let group: GroupLink
    let rows: [ReportIndexLine]

    static let fields: Fields<ReportIndexGroup> = [
        .record("group") { $0.group },
        .list("rows") { $0.rows },
    ]
}

/// A quote in the index, or a participant who is never quoted.
struct ReportIndexLine: TemplateData {
    let participant: ParticipantLink
    /// The participant's name is said once, and the id stands there.
    let isFirst: Bool
    let reference: QuoteReference?

    static let fields: Fields<ReportIndexLine> = [
        .record("participant") { $0.participant },
        .flag("isFirst") { $0.isFirst },
        .optionalRecord("reference") { $0.reference },
        .flag("isNeverQuoted") { $0.reference == nil },
    ]
}
