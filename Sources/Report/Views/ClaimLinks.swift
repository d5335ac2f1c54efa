import Templates

/// A proposition of the theory, as other pages name it.
struct PropositionLink: TemplateData {
    let number: Int
    /// The claim as plain text.
    let claim: String
    let href: String
    /// How it is tied to what the page shows: `rests on this quote`.
    let relation: String?

    static let fields: Fields<PropositionLink> = [
        .number("number") { $0.number },
        .text("claim") { $0.claim },
        .text("href") { $0.href },
        .optionalText("relation") { $0.relation },
    ]
}

/// A box of the logic model, as other pages name it.
struct BoxLink: TemplateData {
    let title: String
    /// The title of its column.
    let column: String
    let href: String

    static let fields: Fields<BoxLink> = [
        .text("title") { $0.title },
        .text("column") { $0.column },
        .text("href") { $0.href },
    ]
}
