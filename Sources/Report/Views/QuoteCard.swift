import Markup
import Templates

/// A quote, as every page shows it. Made once and shared.
final class QuoteCard: LastingCard {
    let id: String
    let slug: String
    let href: String
    /// The words as paragraphs.
    let words: HTML
    /// The first words on one line, for titles and lists.
    let excerpt: String
    let participant: ParticipantLink
    /// `C4, clinician`
    let attribution: String
    let themes: [ThemeLink]
    let context: String?
    let source: String?

    let whole = WholeFingerprint()

    init(
        id: String,
        slug: String,
        href: String,
        words: HTML,
        excerpt: String,
        participant: ParticipantLink,
        attribution: String,
        themes: [ThemeLink],
        context: String?,
        source: String?
    ) {
        self.id = id
        self.slug = slug
        self.href = href
        self.words = words
        self.excerpt = excerpt
        self.participant = participant
        self.attribution = attribution
        self.themes = themes
        self.context = context
        self.source = source
    }

    static let fields: Fields<QuoteCard> = [
        .text("id") { $0.id },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .html("words") { $0.words },
        .text("excerpt") { $0.excerpt },
        .record("participant") { $0.participant },
        .record("group") { $0.participant.group },
        .text("attribution") { $0.attribution },
        .list("themes") { $0.themes },
        .optionalText("context") { $0.context },
        .optionalText("source") { $0.source },
    ]
}
