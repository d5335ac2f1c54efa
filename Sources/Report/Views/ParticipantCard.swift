import Templates

/// A participant, as every page shows them. Made once and shared.
final class ParticipantCard: SharedCard {
    /// `C4`
    let name: String
    let slug: String
    let href: String
    let group: GroupCard
    let quotes: Int
    let quotesText: String
    /// What readers may know beyond the group; only what is known.
    let attributes: [LabelledValue]
    /// The same for a table with a column for each attribute: empty where it is not known.
    let attributeColumns: [String]

    let seen = SeenFingerprints()

    init(
        name: String,
        slug: String,
        href: String,
        group: GroupCard,
        quotes: Int,
        quotesText: String,
        attributes: [LabelledValue],
        attributeColumns: [String]
    ) {
        self.name = name
        self.slug = slug
        self.href = href
        self.group = group
        self.quotes = quotes
        self.quotesText = quotesText
        self.attributes = attributes
        self.attributeColumns = attributeColumns
    }

    static let fields: Fields<ParticipantCard> = [
        .text("name") { $0.name },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .record("group") { $0.group },
        .number("quotes") { $0.quotes },
        .text("quotesText") { $0.quotesText },
        .list("attributes") { $0.attributes },
        .texts("attributeColumns") { $0.attributeColumns },
    ]
}
