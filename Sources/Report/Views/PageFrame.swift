import Markup
import Templates

/// What every page of the site shows alike. Made once.
final class SiteFrame: NamingCard {
    let title: String
    let fullTitle: String
    let subtitle: String?
    let language: String
    /// `ltr` or `rtl`.
    let direction: String
    let homeHref: String
    let notice: HTML?
    let licence: Link?
    let licenceName: String?
    /// How the study itself is cited.
    let citation: HTML?
    let doi: String?
    let doiHref: String?
    let authors: String?
    let isIndexed: Bool
    /// Where it says what changed; nil if there is nothing to compare with.
    let changesHref: String?

    let whole = WholeFingerprint()

    init(
        title: String,
        fullTitle: String,
        subtitle: String?,
        language: String,
        direction: String,
        homeHref: String,
        notice: HTML?,
        licence: Link?,
        licenceName: String?,
        citation: HTML?,
        doi: String?,
        doiHref: String?,
        authors: String?,
        isIndexed: Bool,
        changesHref: String?
    ) {
        self.title = title
        self.fullTitle = fullTitle
        self.subtitle = subtitle
        self.language = language
        self.direction = direction
        self.homeHref = homeHref
        self.notice = notice
        self.licence = licence
        self.licenceName = licenceName
        self.citation = citation
        self.doi = doi
        self.doiHref = doiHref
        self.authors = authors
        self.isIndexed = isIndexed
        self.changesHref = changesHref
    }

    static let fields: Fields<SiteFrame> = [
        .text("title") { $0.title },
        .text("fullTitle") { $0.fullTitle },
        .optionalText("subtitle") { $0.subtitle },
        .text("language") { $0.language },
        .text("direction") { $0.direction },
        .text("homeHref") { $0.homeHref },
        .optionalHTML("notice") { $0.notice },
        .optionalRecord("licence") { $0.licence },
        .optionalText("licenceName") { $0.licenceName },
        .optionalHTML("citation") { $0.citation },
        .optionalText("doi") { $0.doi },
        .optionalText("doiHref") { $0.doiHref },
        .optionalText("authors") { $0.authors },
        .flag("noindex") { !$0.isIndexed },
        .optionalText("changesHref") { $0.changesHref },
    ]
}

/// The main navigation.
struct NavigationView: TemplateData {
    let items: [NavigationItem]

    static let fields: Fields<NavigationView> = [
        .list("items") { $0.items }
    ]
}

/// The foot of all pages.
struct FooterView: TemplateData {
    let site: SiteFrame

    static let fields: Fields<FooterView> = [
        .record("site") { $0.site }
    ]
}

/// What the frame says about the page that stands in it. A class, as each name with `page.` before it goes through it.
final class PageFrame: TemplateData {
    let site: SiteFrame
    /// `theme`, `quote` and so on: the name of the template.
    let kind: String
    let address: String
    let title: String
    /// A sentence for lists and previews.
    let description: String?
    /// The main navigation, and the foot, ready made.
    let navigation: DeferredHTML
    let footer: DeferredHTML
    /// The way up, from the home page; without the page itself.
    let breadcrumbs: [Link]

    init(
        site: SiteFrame,
        kind: String,
        address: String,
        title: String,
        description: String?,
        navigation: DeferredHTML,
        footer: DeferredHTML,
        breadcrumbs: [Link]
    ) {
        self.site = site
        self.kind = kind
        self.address = address
        self.title = title
        self.description = description
        self.navigation = navigation
        self.footer = footer
        self.breadcrumbs = breadcrumbs
    }

    static let fields: Fields<PageFrame> = [
        .text("kind") { $0.kind },
        .text("address") { $0.address },
        .text("title") { $0.title },
        .text("fullTitle") { $0.kind == "home" ? $0.site.fullTitle : "\($0.title) – \($0.site.title)" },
        .optionalText("description") { $0.description },
        .deferredHTML("navigation") { $0.navigation },
        .deferredHTML("footer") { $0.footer },
        .list("breadcrumbs") { $0.breadcrumbs },
        .flag("hasBreadcrumbs") { !$0.breadcrumbs.isEmpty },
    ]
}

/// A page with its frame. Templates see `site`, `page` and the names of the page itself.
protocol PageModel: TemplateData {
    var frame: PageFrame { get }
}

extension Fields where Model: PageModel {
    /// The names that every page has, and its own.
    init(page own: [Field<Model>]) {
        self.init([.record("site") { $0.frame.site }, .record("page") { $0.frame }] + own)
    }
}
