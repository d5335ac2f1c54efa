import Templates

/// A participant with what readers may know of them and how often they are quoted. Made once and shared.
final class ParticipantCard: SharedCard {
    let link: ParticipantLink
    let quotes: Int
    let quotesText: String
    /// What readers may know beyond the group; only what is known.
    let attributes: [LabelledValue]
    /// The same for a table with a column for each attribute: empty where it is not known.
    let attributeColumns: [String]

    let seen = SeenFingerprints()

    init(
        link: ParticipantLink,
        quotes: Int,
        quotesText: String,
        attributes: [LabelledValue],
        attributeColumns: [String]
    ) {
        self.link = link
        self.quotes = quotes
        self.quotesText = quotesText
        self.attributes = attributes
        self.attributeColumns = attributeColumns
    }

    static let fields: Fields<ParticipantCard> = [
        .text("name") { $0.link.name },
        .text("slug") { $0.link.slug },
        .text("href") { $0.link.href },
        .record("group") { $0.link.group },
        .number("quotes") { $0.quotes },
        .text("quotesText") { $0.quotesText },
        .list("attributes") { $0.attributes },
        .texts("attributeColumns") { $0.attributeColumns },
    ]
}
