import Markup
import Templates

/// A stakeholder group with what it is and how much it says. Made once and shared.
final class GroupCard: SharedCard {
    let link: GroupLink
    let description: HTML?
    let tally: Tally
    /// `6 participants`: all of the group, quoted or not.
    let membersText: String
    let members: Int
    /// The group's interview guide.
    let guideHref: String?

    let seen = SeenFingerprints()

    init(
        link: GroupLink,
        description: HTML?,
        tally: Tally,
        members: Int,
        membersText: String,
        guideHref: String?
    ) {
        self.link = link
        self.description = description
        self.tally = tally
        self.members = members
        self.membersText = membersText
        self.guideHref = guideHref
    }

    static let fields: Fields<GroupCard> = [
        .number("number") { $0.link.number },
        .text("slug") { $0.link.slug },
        .text("href") { $0.link.href },
        .text("title") { $0.link.title },
        .text("singular") { $0.link.singular },
        .optionalHTML("description") { $0.description },
        .record("tally") { $0.tally },
        .number("members") { $0.members },
        .text("membersText") { $0.membersText },
        .optionalText("guideHref") { $0.guideHref },
    ]
}
