import Markup
import Templates

/// A stakeholder group, as every page shows it. Made once and shared.
final class GroupCard: SharedCard {
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
    let description: HTML?
    let tally: Tally
    /// `6 participants`: all of the group, quoted or not.
    let membersText: String
    let members: Int
    /// The group's interview guide.
    let guideHref: String?

    let seen = SeenFingerprints()

    init(
        number: Int,
        slug: String,
        href: String,
        title: String,
        singular: String,
        inSentence: String,
        description: HTML?,
        tally: Tally,
        members: Int,
        membersText: String,
        guideHref: String?
    ) {
        self.number = number
        self.slug = slug
        self.href = href
        self.title = title
        self.singular = singular
        self.inSentence = inSentence
        self.description = description
        self.tally = tally
        self.members = members
        self.membersText = membersText
        self.guideHref = guideHref
    }

    static let fields: Fields<GroupCard> = [
        .number("number") { $0.number },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .text("title") { $0.title },
        .text("singular") { $0.singular },
        .optionalHTML("description") { $0.description },
        .record("tally") { $0.tally },
        .number("members") { $0.members },
        .text("membersText") { $0.membersText },
        .optionalText("guideHref") { $0.guideHref },
    ]
}
