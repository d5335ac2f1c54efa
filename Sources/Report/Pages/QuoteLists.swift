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

        static let fields: Fields<Entry> = [
            .text("number") { String($0.number) },
            .text("href") { $0.href },
            .flag("isCurrent") { $0.isCurrent },
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
        pages = addresses.enumerated().map { Entry(number: $0 + 1, href: $1, isCurrent: $0 == page) }
        previous = link(page - 1, .previousPage)
        next = link(page + 1, .nextPage)
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
