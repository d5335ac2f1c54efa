import Templates

/// A stakeholder group, as other pages name it. Made once and shared.
final class GroupLink: NamingCard {
    /// From 1 in the study's order: tells groups apart by shape and hue (`group-1`).
    let number: Int
    /// Safe in ids and addresses.
    let slug: String
    let href: String
    /// `Service users`
    let title: String
    /// `service user`
    let singular: String
    /// The title as it stands within a sentence: `service users`.
    let inSentence: String

    let whole = WholeFingerprint()

    init(number: Int, slug: String, href: String, title: String, singular: String, inSentence: String) {
        self.number = number
        self.slug = slug
        self.href = href
        self.title = title
        self.singular = singular
        self.inSentence = inSentence
    }

    static let fields: Fields<GroupLink> = [
        .number("number") { $0.number },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .text("title") { $0.title },
        .text("singular") { $0.singular },
    ]
}
