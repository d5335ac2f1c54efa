import Markup
import Templates

/// What one group contributes to something: a theme, a construct, a claim.
struct GroupShare: TemplateData {
    let group: GroupCard
    let quotes: Int
    let participants: Int
    let quotesText: String
    /// `4 of 6 participants`
    let participantsText: String
    /// How many of its members speak, of a hundred.
    let percent: Int
    /// From 0 for none to 4 for the most in the table: how dark a cell of the matrix is.
    let shade: Int
    /// Its members in a row, those who speak filled; nil where this group or another has too many to draw.
    let picture: HTML?
    /// Where the quotes stand, or the sentence that says that there are none.
    let href: String
    /// `No quote from clinicians supports this theme.` where that is so.
    let silence: String?

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
}
