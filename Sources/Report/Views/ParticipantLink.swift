import Templates

/// A participant, as other pages name them. Made once and shared.
final class ParticipantLink: NamingCard {
    /// `C4`
    let name: String
    let slug: String
    let href: String
    let group: GroupLink

    let whole = WholeFingerprint()

    init(name: String, slug: String, href: String, group: GroupLink) {
        self.name = name
        self.slug = slug
        self.href = href
        self.group = group
    }

    static let fields: Fields<ParticipantLink> = [
        .text("name") { $0.name },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .record("group") { $0.group },
    ]
}
