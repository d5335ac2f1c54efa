import Fingerprints
import Templates

/// The explorer: all quotes, each once, under the first theme that it supports. Of long lists, one page.
struct QuotesPage: PageModel {
    let frame: PageFrame
    let tally: Tally
    let themes: [ThemeQuotes]
    let pager: Pager?
    /// Whether it is the first page, which the explorer works on.
    let isFirst: Bool

    static let fields = Fields<QuotesPage>(page: [
        .record("tally") { $0.tally },
        .list("themes") { $0.themes },
        .optionalRecord("pager") { $0.pager },
        .flag("isFirst") { $0.isFirst },
    ])
}

/// All quotes of one group on one theme, where there are more than the theme's page shows.
struct ThemeGroupPage: PageModel {
    let frame: PageFrame
    let theme: ThemeLink
    let share: GroupShare
    let quotes: [QuoteItem]
    let pager: Pager?

    static let fields = Fields<ThemeGroupPage>(page: [
        .record("theme") { $0.theme },
        .record("share") { $0.share },
        .list("quotes") { $0.quotes },
        .optionalRecord("pager") { $0.pager },
    ])
}

/// One quote at its permanent address.
struct QuotePage: PageModel {
    let frame: PageFrame
    /// `Quote from C4, clinician`; the page's title has the first words too, as others are from C4.
    let heading: String
    let quote: QuoteCard
    let propositions: [PropositionLink]
    let boxes: [BoxLink]
    let citedIn: [Link]
    let ofParticipant: Neighbours?
    let ofThemes: [Neighbours]

    static let fields = Fields<QuotePage>(page: [
        .text("heading") { $0.heading },
        .record("quote") { $0.quote },
        .list("propositions") { $0.propositions },
        .flag("hasPropositions") { !$0.propositions.isEmpty },
        .list("boxes") { $0.boxes },
        .flag("hasBoxes") { !$0.boxes.isEmpty },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
        .flag("isUsed") { !$0.propositions.isEmpty || !$0.boxes.isEmpty || !$0.citedIn.isEmpty },
        .optionalRecord("ofParticipant") { $0.ofParticipant },
        .list("ofThemes") { $0.ofThemes },
        .flag("hasNeighbours") { $0.ofParticipant != nil || !$0.ofThemes.isEmpty },
    ])
}

/// The quotes before and after one, of the same participant or on the same theme.
struct Neighbours: TemplateData {
    /// What they have in common.
    let of: Link
    let previous: QuoteLink?
    let next: QuoteLink?

    static let fields: Fields<Neighbours> = [
        .record("of") { $0.of },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
    ]
}

/// A quote as one beside it names it.
struct QuoteLink: TemplateData {
    let quote: QuoteCard

    static let fields: Fields<QuoteLink> = [
        .text("title") { "\($0.quote.participant.name): \($0.quote.excerpt)" },
        .text("href") { $0.quote.href },
    ]

    /// Both are made of the quote; they need not be made to know whether they changed.
    func add(to fingerprinter: inout Fingerprinter, for use: Use) { quote.add(to: &fingerprinter, for: use) }
}
