import Bytes
import Fingerprints
import Markup
import Synchronization
import Templates

/// A quote, as every page shows it. Made once and shared.
final class QuoteCard: LastingCard {
    let id: String
    let slug: String
    let href: String
    /// The words as they were said. Pages show them as paragraphs.
    let text: String
    let participant: ParticipantLink
    /// `C4, clinician`
    let attribution: String
    let themes: [ThemeLink]
    let context: String?
    let source: String?

    /// Of the words, the context and the source.
    let saying: Fingerprint
    /// How many words were said. Counted while the text is at hand, as it lies anywhere in memory.
    let wordCount: Int

    /// All of it is made of the id, the words, who said them, the themes, the context and the source. Of every quote it is
    /// asked for, so it is made at once.
    let fingerprint: Fingerprint

    private let excerptMade = AtomicLazyReference<Excerpt>()

    /// The first words on one line, for titles and lists. Made when it is first asked for: where few pages are made, of
    /// most quotes nobody asks.
    var excerpt: String {
        if let made = excerptMade.load() { return made.text }
        return excerptMade.storeIfNil(Excerpt(text: QuoteText.excerpt(text))).text
    }

    private final class Excerpt: Sendable {
        let text: String
        init(text: String) { self.text = text }
    }

    init(
        id: String,
        slug: String,
        href: String,
        text: String,
        participant: ParticipantLink,
        attribution: String,
        themes: [ThemeLink],
        context: String?,
        source: String?
    ) {
        self.id = id
        self.slug = slug
        self.href = href
        self.text = text
        self.participant = participant
        self.attribution = attribution
        self.themes = themes
        self.context = context
        self.source = source
        let saying = Fingerprint {
            $0.add(text)
            for further in [context, source] {
                $0.add(further == nil ? 0 : 1)
                $0.add(further ?? "")
            }
        }
        self.saying = saying
        wordCount = text.withBytes { $0.wordCount }
        fingerprint = Fingerprint {
            $0.add(id)
            $0.add(saying)
            participant.add(to: &$0, for: .everything)
            $0.add(themes.count)
            for theme in themes { theme.add(to: &$0, for: .everything) }
        }
    }

    static let fields: Fields<QuoteCard> = [
        .text("id") { $0.id },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .writtenHTML("words", isEmpty: { $0.text.allSatisfy(\.isWhitespace) }) {
            QuoteText.appendParagraphs($0.text, to: &$1)
        },
        .text("excerpt") { $0.excerpt },
        .record("participant") { $0.participant },
        .record("group") { $0.participant.group },
        .text("attribution") { $0.attribution },
        .list("themes") { $0.themes },
        .optionalText("context") { $0.context },
        .optionalText("source") { $0.source },
    ]
}
