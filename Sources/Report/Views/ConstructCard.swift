import Markup
import Templates

/// A construct of the study's framework, as other pages name it. Made once and shared.
final class ConstructCard: SharedCard {
    let slug: String
    let href: String
    let title: String
    let description: HTML?
    /// What stands behind the themes that are aligned with it.
    let tally: Tally
    let shares: [GroupShare]
    /// The topmost themes that are aligned with it.
    let themes: [ThemeLink]

    let seen = SeenFingerprints()

    init(
        slug: String,
        href: String,
        title: String,
        description: HTML?,
        tally: Tally,
        shares: [GroupShare],
        themes: [ThemeLink]
    ) {
        self.slug = slug
        self.href = href
        self.title = title
        self.description = description
        self.tally = tally
        self.shares = shares
        self.themes = themes
    }

    static let fields: Fields<ConstructCard> = [
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .text("title") { $0.title },
        .optionalHTML("description") { $0.description },
        .record("tally") { $0.tally },
        .list("shares") { $0.shares },
        .list("themes") { $0.themes },
    ]
}
