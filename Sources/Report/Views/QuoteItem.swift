import Templates

/// A quote in a list of a page, with what this page says beside it.
struct QuoteItem: TemplateData {
    let quote: QuoteCard
    /// The themes that label it on this page: on a theme's page its sub-themes, elsewhere all that it supports.
    let labels: [ThemeLink]
    /// Whether the study's authors named it for what the page shows.
    var isPickedOut = false

    static let fields: Fields<QuoteItem> = [
        .record("quote") { $0.quote },
        .list("labels") { $0.labels },
        .flag("isPickedOut") { $0.isPickedOut },
    ]
}

/// The quotes of one theme in a longer list.
struct ThemeQuotes: TemplateData {
    let theme: ThemeLink
    /// How many quotes the list has under this theme.
    let quotesText: String
    /// Empty in a list that is too long for one page: then the theme's page shows them.
    let quotes: [QuoteItem]

    static let fields: Fields<ThemeQuotes> = [
        .record("theme") { $0.theme },
        .text("quotesText") { $0.quotesText },
        .list("quotes") { $0.quotes },
    ]
}

/// The quotes of one group in a longer list, or the sentence that says that there are none.
struct GroupQuotes: TemplateData {
    let share: GroupShare
    let quotes: [QuoteItem]
    /// Where all of them stand, if the list shows only some.
    var more: Link?

    static let fields: Fields<GroupQuotes> = [
        .record("share") { $0.share },
        .list("quotes") { $0.quotes },
        .optionalRecord("more") { $0.more },
    ]
}
