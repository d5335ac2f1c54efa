import Templates

/// A theme with who speaks on it and the themes below it. Made once and shared.
final class ThemeNode: SharedCard {
    let theme: ThemeLink
    /// What stands behind it and its sub-themes.
    let tally: Tally
    /// One for each group, in the study's order.
    let shares: [GroupShare]
    let children: [ThemeNode]
    /// What the themes below are called: `Sub-themes`.
    let childrenLevel: String
    /// The one quote that stands for it.
    let keyQuote: QuoteItem?
    /// How many themes there are below it, at any depth.
    let size: Int

    let seen = SeenFingerprints()

    init(
        theme: ThemeLink,
        tally: Tally,
        shares: [GroupShare],
        children: [ThemeNode],
        childrenLevel: String,
        keyQuote: QuoteItem?
    ) {
        self.theme = theme
        self.tally = tally
        self.shares = shares
        self.children = children
        self.childrenLevel = childrenLevel
        self.keyQuote = keyQuote
        size = children.reduce(0) { $0 + $1.size + 1 }
    }

    static let fields: Fields<ThemeNode> = [
        .record("theme") { $0.theme },
        .record("tally") { $0.tally },
        .list("shares") { $0.shares },
        .list("silentShares") { $0.shares.filter { $0.quotes == 0 } },
        .list("children") { $0.children },
        .flag("hasChildren") { !$0.children.isEmpty },
        .text("childrenLevel") { $0.childrenLevel },
        .optionalRecord("keyQuote") { $0.keyQuote },
    ]
}
