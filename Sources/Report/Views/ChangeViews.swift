import Templates

/// Something that may lead somewhere: what is no more has a title only.
struct ChangeLink: TemplateData {
    let title: String
    /// Empty where there is nothing to lead to.
    var href = ""

    static let fields: Fields<ChangeLink> = [
        .text("title") { $0.title },
        .text("href") { $0.href },
        .flag("isLink") { !$0.href.isEmpty },
    ]
}

/// One change: what it is about, and what is said of it.
struct ChangeItem: TemplateData {
    let link: ChangeLink
    var details: [ChangeDetail] = []

    static let fields: Fields<ChangeItem> = [
        .text("title") { $0.link.title },
        .text("href") { $0.link.href },
        .flag("isLink") { !$0.link.href.isEmpty },
        .list("details") { $0.details },
    ]
}

/// Something that is said of a change: `Now: Trust`.
struct ChangeDetail: TemplateData {
    let label: String
    let links: [ChangeLink]

    static let fields: Fields<ChangeDetail> = [
        .text("label") { $0.label },
        .list("links") { $0.links },
    ]
}

/// The changes of one kind.
struct ChangeSection: TemplateData {
    let id: String
    let title: String
    let items: [ChangeItem]
    /// That there are more of them; nil where all are shown.
    let more: String?

    static let fields: Fields<ChangeSection> = [
        .text("id") { $0.id },
        .text("title") { $0.title },
        .list("items") { $0.items },
        .optionalText("more") { $0.more },
    ]
}

/// How the evidence of a theme shifted in one group.
struct ShiftRow: TemplateData {
    let theme: ChangeLink
    let group: String
    /// `4 (3)`: quotes, and participants in brackets.
    let before: String
    let after: String

    static let fields: Fields<ShiftRow> = [
        .record("theme") { $0.theme },
        .text("group") { $0.group },
        .text("before") { $0.before },
        .text("after") { $0.after },
    ]
}
