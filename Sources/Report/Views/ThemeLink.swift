import Templates

/// A theme, as other pages name it. Made once and shared.
///
/// It tells nothing of the quotes behind the theme (`ThemeNode` does): a page that only names it has not to be made
/// again when one of them is recoded.
final class ThemeLink: NamingCard {
    let slug: String
    let href: String
    let title: String
    /// A few words, for tables and tags; the title if the study gives none.
    let shortTitle: String
    /// What a theme of this level is called: `Sub-theme`.
    let level: String
    /// 0 at the top.
    let depth: Int
    /// The finding in a sentence.
    let summary: String?
    /// The themes above it, from the top.
    let path: [ThemeLink]

    let whole = WholeFingerprint()

    init(
        slug: String,
        href: String,
        title: String,
        shortTitle: String,
        level: String,
        depth: Int,
        summary: String?,
        path: [ThemeLink]
    ) {
        self.slug = slug
        self.href = href
        self.title = title
        self.shortTitle = shortTitle
        self.level = level
        self.depth = depth
        self.summary = summary
        self.path = path
    }

    static let fields: Fields<ThemeLink> = [
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .text("title") { $0.title },
        .text("shortTitle") { $0.shortTitle },
        .text("level") { $0.level },
        .text("depthText") { String($0.depth) },
        .flag("isTop") { $0.depth == 0 },
        .optionalText("summary") { $0.summary },
        .list("path") { $0.path },
    ]
}
