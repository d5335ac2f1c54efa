import Study
import Templates

/// The pages that a long list is divided into, as each of them shows.
struct Pager: TemplateData {
    let pages: [Entry]
    let previous: Link?
    let next: Link?

    /// A page of the list, by its number.
    struct Entry: TemplateData {
        let number: Int
        let href: String
        let isCurrent: Bool
        /// Whether pages between this and the one before are not named.
        let followsGap: Bool

        static let fields: Fields<Entry> = [
            .text("number") { String($0.number) },
            .text("href") { $0.href },
            .flag("isCurrent") { $0.isCurrent },
            .flag("followsGap") { $0.followsGap },
        ]
    }

    static let fields: Fields<Pager> = [
        .list("pages") { $0.pages },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
    ]

    /// Nil where one page holds all. `addresses` are those of all pages, in order.
    init?(_ page: Int, addresses: [String], _ phrases: Phrases) {
        guard addresses.count > 1 else { return nil }
        func link(_ number: Int, _ title: Phrases.Key) -> Link? {
            addresses.indices.contains(number) ? Link(title: phrases.text(title), href: addresses[number]) : nil
        }
        let named = Self.named(page, of: addresses.count)
        pages = zip(named, [-1] + named).map { position, before in
            Entry(
                number: position + 1,
                href: addresses[position],
                isCurrent: position == page,
                followsGap: position > before + 1
            )
        }
        previous = link(page - 1, .previousPage)
        next = link(page + 1, .nextPage)
    }

    /// The pages that are named, in order: the first and the last, those around the page, and of a long list some in
    /// between. On each page as many, however long the list is.
    private static func named(_ page: Int, of count: Int) -> [Int] {
        let steps = 10
        guard count > steps + 4 else { return Array(0..<count) }
        let landmarks = (0...steps).map { ($0 * (count - 1) + steps / 2) / steps }
        return Set(landmarks + (max(page - 2, 0)...min(page + 2, count - 1))).sorted()
    }
}

/// Quotes in a run of a list, cut into pages.
struct QuotePages {
    /// Positions of quotes, page by page; one empty page where there are none.
    let chunks: [ArraySlice<Int>]
    /// The first keeps its name, the others get a number: `quotes.html`, `quotes-2.html`.
    let addresses: [String]

    init(_ quotes: [Int], address: String, limit: Int) {
        let starts = quotes.isEmpty ? [0] : Array(stride(from: 0, to: quotes.count, by: limit))
        chunks = starts.map { quotes[$0..<min($0 + limit, quotes.count)] }
        let stem = address.hasSuffix(".html") ? String(address.dropLast(5)) : address
        addresses = starts.indices.map { $0 == 0 ? address : "\(stem)-\($0 + 1).html" }
    }
}
