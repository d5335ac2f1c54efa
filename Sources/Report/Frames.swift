import Fingerprints
import Markup
import Study
import Templates

/// Makes the frames of pages: navigation, way up, titles.
///
/// What many pages share to the byte, the navigation and the foot, is made once and handed to all of them.
struct Frames: Sendable {
    private let site: SiteFrame
    private let navigation: Navigation
    private let footer: DeferredHTML
    private let linker: Linker

    init(_ study: Study, linker: Linker, prose: ProseRenderer, templates: ReportTemplates) {
        self.linker = linker
        let about = study.about
        let title = about.shortTitle ?? about.title
        site = SiteFrame(
            title: title,
            fullTitle: about.title,
            subtitle: about.subtitle,
            language: about.language,
            direction: Self.direction(of: about.language),
            homeHref: Addresses.href(.home),
            notice: prose.inline(about.notice),
            licence: about.licence.flatMap { licence in licence.url.map { Link(title: licence.name, href: $0) } },
            licenceName: about.licence.flatMap { $0.url == nil ? $0.name : nil },
            citation: about.citation.flatMap { linker.index.references[$0] }.map { linker.citations.entry($0) },
            doi: about.doi,
            doiHref: about.doi.map { "https://doi.org/" + $0 },
            authors: about.authors.isEmpty ? nil : about.authors.map(\.name).joined(separator: ", "),
            isIndexed: about.allowsIndexing,
            changesHref: study.releases.isEmpty ? nil : Addresses.href(.changes)
        )
        footer = DeferredHTML(templates.footer.html(FooterView(site: site)))
        navigation = Navigation(study, linker: linker, template: templates.navigation)
    }

    /// `rtl` for languages whose usual script runs from right to left, `ltr` for the others.
    static func direction(of language: String) -> String {
        let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        return ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary) ? "rtl" : "ltr"
    }

    /// The frame of a page. `section` is the entry of the navigation that it stands below, `above` its way up.
    func frame(
        _ kind: String,
        _ target: Target?,
        title: String,
        address: String? = nil,
        description: String? = nil,
        section: Target? = nil,
        above: [Target] = []
    ) -> PageFrame {
        let address = address ?? target.map(Addresses.href) ?? ""
        var breadcrumbs: [Link] = []
        if target != .home {
            breadcrumbs = ([.home] + above).map { Link(title: linker.shortTitle($0), href: Addresses.href($0)) }
        }
        return PageFrame(
            site: site,
            kind: kind,
            address: address,
            title: title,
            description: description,
            navigation: navigation.html(at: target, section: section),
            footer: footer,
            breadcrumbs: breadcrumbs
        )
    }

    /// Adds all that the frame of a page is made of to a fingerprint, but for the page's kind, address, title and
    /// description, which are whose the page is.
    func add(
        _ target: Target?,
        section: Target? = nil,
        above: [Target] = [],
        to fingerprinter: inout Fingerprinter
    ) {
        site.add(to: &fingerprinter, for: .everything)
        fingerprinter.add(footer.fingerprint)
        fingerprinter.add(navigation.html(at: target, section: section).fingerprint)
        for target in [.home] + above {
            fingerprinter.add(linker.shortTitle(target))
            fingerprinter.add(Addresses.href(target))
        }
    }
}
