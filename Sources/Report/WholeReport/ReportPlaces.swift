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
    /// The places of quotes once more, by their positions: there are many, and each is spoken of in many places.
    private(set) var quotes: [Place?] = []
    /// What makes fingerprints of all places but those of quotes, and of those of all quotes.
    private(set) var parts = Fingerprinter()
    private(set) var allQuotes = Fingerprinter()

    /// The page of the report with a number, from 0.
    static func address(page: Int) -> String {
        page == 0 ? Addresses.href(.report) : "report-\(page + 1).html"
    }

    subscript(target: Target) -> Place? {
        get { places[Addresses.href(target)] }
        set {
            let href = Addresses.href(target)
            places[href] = newValue
            parts.add(href)
            newValue?.add(to: &parts)
        }
    }

    /// The place of a part of the study by the address of its page.
    func place(at href: String) -> Place? { places[href] }

    /// Makes room for the places of so many quotes.
    mutating func reserve(quotes count: Int) {
        quotes = [Place?](repeating: nil, count: count)
        places.reserveCapacity(count)
    }

    /// Notes the place of a quote by its position and the address of its page.
    mutating func note(_ place: Place, ofQuote position: Int, at href: String) {
        quotes[position] = place
        places[href] = place
        allQuotes.add(position)
        place.add(to: &allQuotes)
    }

    /// Adds where a quote stands to a fingerprint.
    func add(quote position: Int, to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(position)
        quotes[position]?.add(to: &fingerprinter)
    }

    /// The place of what stands at an ordinary address; nil if the report does not have it.
    func place(of href: String) -> Place? {
        if let place = places[href] { return place }
        guard let hash = href.firstIndex(of: "#"), let whole = places[String(href[..<hash])] else { return nil }
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
