import Fingerprints
import Study

/// Where in the report each part of a study stands, by the part's ordinary address. Built once; pages only look it up.
struct ReportPlaces: Sendable {
    /// A place on a page of the report.
    struct Place: Sendable {
        /// Which page, from 0.
        let page: Int
        let id: String
        /// What follows a link to it in prose: `Quote 1.2:3`, or the number of a theme.
        var mark: String?
        /// What fragments of its ordinary page begin with that are places here too: `text-`.
        var inner: String?
    }

    private var places: [String: Place] = [:]
    private let quotes: QuotePlaces?
    /// What makes the fingerprint of all places but those of quotes.
    private(set) var parts = Fingerprinter()

    /// No part has a place yet but the quotes.
    init(quotes: QuotePlaces? = nil) {
        self.quotes = quotes
    }

    /// The page of the report with a number, from 0.
    static func address(page: Int) -> String {
        page == 0 ? Addresses.href(.report) : "report-\(page + 1).html"
    }

    subscript(target: Target) -> Place? {
        get { place(at: Addresses.href(target)) }
        set {
            let href = Addresses.href(target)
            places[href] = newValue
            parts.add(href)
            newValue?.add(to: &parts)
        }
    }

    /// The place of a part of the study by the address of its page.
    func place(at href: String) -> Place? { places[href] ?? quotes?.place(at: href) }

    /// The place of what stands at an ordinary address; nil if the report does not have it.
    func place(of href: String) -> Place? {
        if let place = place(at: href) { return place }
        guard let hash = href.firstIndex(of: "#"), let whole = place(at: String(href[..<hash])) else { return nil }
        let fragment = href[href.index(after: hash)...]
        guard let inner = whole.inner, fragment.hasPrefix(inner) else { return whole }
        return Place(page: whole.page, id: "\(whole.id).\(fragment)")
    }

    /// The address of a place as it is written on a page of the report.
    static func href(_ place: Place, from page: Int) -> String {
        (place.page == page ? "" : address(page: place.page)) + "#" + place.id
    }

    /// The address of a part of the study, seen from a page of the report.
    func href(_ target: Target, from page: Int) -> String {
        self[target].map { Self.href($0, from: page) } ?? Addresses.href(target)
    }
}

extension ReportPlaces.Place {
    fileprivate func add(to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(page)
        fingerprinter.add(id)
        fingerprinter.add(mark ?? "")
        fingerprinter.add(inner ?? "")
    }
}

/// The ids of the report. Between a name and what is within it stands a full stop, which no name and no heading's
/// anchor has, so two ids are never the same.
enum ReportID {
    static let title = "part-title"
    static let opening = "part-opening"
    static let groups = "part-groups"
    static let framework = "part-framework"
    static let findings = "part-findings"
    static let theory = "part-theory"
    static let logicModel = "part-logic-model"
    static let guides = "part-guides"
    static let references = "part-references"
    static let index = "part-index"

    static func theme(_ slug: String) -> String { "theme-\(slug)" }
    static func page(_ slug: String) -> String { "page-\(slug)" }
}
