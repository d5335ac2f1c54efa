import Markup
import Templates

/// The first page: the study in a minute.
struct HomePage: PageModel {
    let frame: PageFrame
    let question: String?
    let summary: String?
    let figures: [Figure]
    let facts: [LabelledValue]
    let authors: [AuthorView]
    let groups: [GroupCard]
    /// The topmost themes; the first of them where there are many.
    let themes: [ThemeNode]
    /// Where the others are, if not all are here.
    let moreThemes: Link?
    let ways: [WayGroup]

    static let fields = Fields<HomePage>(page: [
        .optionalText("question") { $0.question },
        .optionalText("summary") { $0.summary },
        .list("figures") { $0.figures },
        .list("facts") { $0.facts },
        .flag("hasFacts") { !$0.facts.isEmpty },
        .list("authors") { $0.authors },
        .flag("hasAuthors") { !$0.authors.isEmpty },
        .list("groups") { $0.groups },
        .list("themes") { $0.themes },
        .optionalRecord("moreThemes") { $0.moreThemes },
        .list("ways") { $0.ways },
    ])
}

/// Somebody who did the study.
struct AuthorView: TemplateData {
    let name: String
    let affiliation: String?
    let orcidHref: String?

    static let fields: Fields<AuthorView> = [
        .text("name") { $0.name },
        .optionalText("affiliation") { $0.affiliation },
        .optionalText("orcidHref") { $0.orcidHref },
    ]
}

/// A part of the site that the home page leads to.
struct WayIn: TemplateData {
    let title: String
    let href: String
    let description: String?

    static let fields: Fields<WayIn> = [
        .text("title") { $0.title },
        .text("href") { $0.href },
        .optionalText("description") { $0.description },
    ]
}

/// Ways in that stand together, as in the navigation.
struct WayGroup: TemplateData {
    let title: String?
    let ways: [WayIn]

    static let fields: Fields<WayGroup> = [
        .optionalText("title") { $0.title },
        .list("ways") { $0.ways },
    ]
}

/// A page that a researcher wrote.
struct ProsePage: PageModel {
    let frame: PageFrame
    let title: String
    let summary: String?
    let prose: DeferredHTML?

    static let fields = Fields<ProsePage>(page: [
        .text("title") { $0.title },
        .optionalText("summary") { $0.summary },
        .deferredHTML("prose") { $0.prose },
    ])
}

/// The works that the study cites, with where it does.
struct ReferencesPage: PageModel {
    let frame: PageFrame
    let references: [ReferenceView]

    static let fields = Fields<ReferencesPage>(page: [
        .list("references") { $0.references }
    ])
}

/// A work of the list of references.
struct ReferenceView: TemplateData {
    let slug: String
    let entry: HTML
    let citedIn: [Link]

    static let fields: Fields<ReferenceView> = [
        .text("slug") { $0.slug },
        .html("entry") { $0.entry },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
    ]
}

/// What readers see who followed a link to nowhere.
struct NotFoundPage: PageModel {
    let frame: PageFrame

    static let fields = Fields<NotFoundPage>(page: [])
}
