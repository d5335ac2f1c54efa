import Fingerprints
import Markup
import Templates

/// What one group contributes to something: a theme, a construct, a claim. There are many, and few are shown in full, so
/// their texts and pictures are made when a template asks for them.
struct GroupShare: TemplateData {
    let maker: ShareMaker
    /// The position of the group.
    let position: Int
    let quotes: Int
    let participants: Int
    /// The page that shows the quotes by group, or the place in it that does.
    let page: String
    /// What is said of a group that has none.
    let silenceKey: Phrases.Key

    var group: GroupLink { maker.groups[position] }

    var quotesText: String { maker.phrases.count(.quotes, quotes) }

    /// `4 of 6 participants`
    var participantsText: String {
        maker.phrases.text(
            .ofMembers,
            ["count": String(participants), "members": maker.membersTexts[position]]
        )
    }

    /// How many of its members speak, of a hundred.
    var percent: Int {
        let members = maker.members[position]
        return members == 0 ? 0 : (participants * 100 + members / 2) / members
    }

    /// From 0 for none to 4 for the most in the table: how dark a cell of the matrix is.
    var shade: Int { maker.shade(quotes) }

    /// Its members in a row, those who speak filled; nil where this group or another has too many to draw.
    var picture: HTML? { maker.picture(speaking: participants, group: position) }

    /// Where the quotes stand, or the sentence that says that there are none.
    var href: String { page.utf8.contains(UInt8(ascii: "#")) ? page : "\(page)#group-\(group.slug)" }

    /// `No quote from clinicians supports this theme.` where that is so.
    var silence: String? {
        quotes == 0 ? maker.phrases.text(silenceKey, ["group": group.inSentence]) : nil
    }

    static let fields: Fields<GroupShare> = [
        .record("group") { $0.group },
        .number("quotes") { $0.quotes },
        .number("participants") { $0.participants },
        .text("quotesText") { $0.quotesText },
        .text("participantsText") { $0.participantsText },
        .number("percent") { $0.percent },
        .number("shade") { $0.shade },
        .optionalHTML("picture") { $0.picture },
        .text("href") { $0.href },
        .flag("isSilent") { $0.quotes == 0 },
        .optionalText("silence") { $0.silence },
    ]

    /// All of it is made of these, in the words of the site's language.
    func add(to fingerprinter: inout Fingerprinter, for use: Use) {
        group.add(to: &fingerprinter, for: use)
        fingerprinter.add(quotes)
        fingerprinter.add(participants)
        fingerprinter.add(shade)
        fingerprinter.add(maker.members[position])
        fingerprinter.add(picture == nil ? 0 : 1)
        fingerprinter.add(page)
        fingerprinter.add(silenceKey.rawValue)
    }
}
