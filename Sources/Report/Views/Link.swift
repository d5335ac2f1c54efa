import Templates

/// A title that leads somewhere.
struct Link: TemplateData {
    let title: String
    let href: String

    static let fields: Fields<Link> = [
        .text("title") { $0.title },
        .text("href") { $0.href },
    ]
}

/// An entry of the main navigation: a link, or a menu of several under a title.
struct NavigationItem: TemplateData {
    let title: String
    /// Empty for a menu.
    let href: String
    /// Whether it is the very page that is being read.
    let isCurrent: Bool
    /// Whether the page that is being read is this one or stands below it.
    let isSection: Bool
    /// What a menu holds; none for a link.
    var items: [NavigationItem] = []

    static let fields: Fields<NavigationItem> = [
        .text("title") { $0.title },
        .text("href") { $0.href },
        .flag("isCurrent") { $0.isCurrent },
        .flag("isSection") { $0.isSection },
        .flag("isMenu") { !$0.items.isEmpty },
        .list("items") { $0.items },
    ]
}
