import Templates

/// What a proposition, a box or an arrow rests on.
struct EvidenceView: TemplateData {
    /// All of it: quotes that were picked out and the quotes of the themes, each once.
    let tally: Tally
    /// The page that shows all of it.
    let href: String
    /// All of it, by group.
    let shares: [GroupShare]
    /// The themes that the study names.
    let themes: [ThemeLink]
    /// The same with what stands behind each.
    let countedThemes: [ThemeNode]
    /// The quotes that the study picked out.
    let quotes: [QuoteItem]
    /// Of these the first from each group: a page of many claims lets everybody speak and still comes to an end.
    let voices: [QuoteItem]
    /// Where all of it stands, if the voices are not all.
    let more: Link?

    static let fields: Fields<EvidenceView> = [
        .record("tally") { $0.tally },
        .text("href") { $0.href },
        .list("shares") { $0.shares },
        .list("silentShares") { $0.shares.filter { $0.quotes == 0 } },
        .list("themes") { $0.themes },
        .list("countedThemes") { $0.countedThemes },
        .flag("hasThemes") { !$0.themes.isEmpty },
        .list("quotes") { $0.quotes },
        .list("voices") { $0.voices },
        .optionalRecord("more") { $0.more },
        .flag("isEmpty") { $0.themes.isEmpty && $0.quotes.isEmpty },
    ]
}
