import Fingerprints
import Markup
import Templates

/// The whole report, or one of several pages of it.
struct ReportPage: PageModel {
    let frame: PageFrame
    /// `Part 2 of 5`, if it is divided.
    let partText: String?
    /// The first page has the title block.
    let isFirst: Bool
    let authors: [AuthorView]
    let published: String?
    let contents: @Sendable () -> [ReportContents]
    /// As long as this is the same, so are the contents.
    let contentsFingerprint: Fingerprint
    /// The pieces, rendered, with their links turned.
    let body: DeferredHTML
    let indexes: @Sendable () -> [ReportIndex]
    /// As long as this is the same, so are the indexes.
    let indexesFingerprint: Fingerprint
    let previous: Link?
    let next: Link?

    static let fields = Fields<ReportPage>(page: [
        .optionalText("partText") { $0.partText },
        .flag("isFirst") { $0.isFirst },
        .list("authors") { $0.authors },
        .flag("hasAuthors") { !$0.authors.isEmpty },
        .optionalText("published") { $0.published },
        .flag("hasFacts") { $0.published != nil || $0.hasTerms },
        .list("contents") { $0.contents() }.known { $0.contentsFingerprint },
        .deferredHTML("body") { $0.body },
        .list("indexes") { $0.indexes() }.known { $0.indexesFingerprint },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
        .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    ])

    private var hasTerms: Bool {
        let site = frame.site
        return site.licence != nil || site.licenceName != nil || site.doi != nil || site.citation != nil
            || site.notice != nil
    }
}

/// An entry of the list of contents, with those below it.
struct ReportContents: TemplateData {
    /// `1.2` for a theme.
    let number: String?
    let title: String
    let href: String
    let children: [ReportContents]

    static let fields: Fields<ReportContents> = [
        .optionalText("number") { $0.number },
        .text("title") { $0.title },
        .text("href") { $0.href },
        .list("children") { $0.children },
        .flag("hasChildren") { !$0.children.isEmpty },
    ]
}

/// The pieces of a page of the report, before their links are turned.
struct ReportBody: TemplateData {
    let sections: [ReportSection]

    static let fields: Fields<ReportBody> = [
        .list("sections") { $0.sections }
    ]
}

/// One piece of the report. A template sees the name of its kind only.
enum ReportSection: TemplateData {
    /// The heading of the findings on a further page.
    case continuation(ReportHeading)
    case opening(ReportOpening)
    case groups(ReportGroups)
    case framework(ReportFramework)
    case page(ReportProse)
    case findings(ReportFindings)
    case theme(ReportTheme)
    case theory(ReportTheory)
    case logicModel(ReportLogicModel)
    case guides(ReportGuides)
    case references(ReportReferences)

    /// What is only made when it is printed.
    var prose: DeferredHTML? { if case .theme(let theme) = self { theme.prose } else { nil } }

    static let fields: Fields<ReportSection> = [
        .optionalRecord("continuation") { if case .continuation(let part) = $0 { part } else { nil } },
        .optionalRecord("opening") { if case .opening(let part) = $0 { part } else { nil } },
        .optionalRecord("groups") { if case .groups(let part) = $0 { part } else { nil } },
        .optionalRecord("framework") { if case .framework(let part) = $0 { part } else { nil } },
        .optionalRecord("page") { if case .page(let part) = $0 { part } else { nil } },
        .optionalRecord("findings") { if case .findings(let part) = $0 { part } else { nil } },
        .optionalRecord("theme") { if case .theme(let part) = $0 { part } else { nil } },
        .optionalRecord("theory") { if case .theory(let part) = $0 { part } else { nil } },
        .optionalRecord("logicModel") { if case .logicModel(let part) = $0 { part } else { nil } },
        .optionalRecord("guides") { if case .guides(let part) = $0 { part } else { nil } },
        .optionalRecord("references") { if case .references(let part) = $0 { part } else { nil } },
    ]
}

/// A heading whose level depends on where it stands, as templates cannot print names of elements.
struct ReportHeading: TemplateData {
    let html: HTML

    init(level: Int, id: String?, number: String? = nil, title: String) {
        let level = min(6, level)
        var html = HTML(trusted: "<h\(level)")
        if let id {
            html.append(HTML(trusted: " id=\""))
            html.append(HTML(text: id))
            html.append(HTML(trusted: "\""))
        }
        html.append(HTML(trusted: ">"))
        if let number {
            html.append(HTML(trusted: "<span class=\"theme-number\">"))
            html.append(HTML(text: number))
            html.append(HTML(trusted: "</span> "))
        }
        html.append(HTML(text: title))
        html.append(HTML(trusted: "</h\(level)>"))
        self.html = html
    }

    static let fields: Fields<ReportHeading> = [
        .html("html") { $0.html }
    ]
}
