import Fingerprints
import Processors

/// Where in the report the words of each quote stand. There are many, and each is spoken of in many places, so what is
/// said of one is made when it is printed.
final class QuotePlaces: Sendable {
    private let pages: [Int?]
    private let numbers: [FindingsOrder.QuoteNumber]
    private let themeNumbers: [String]
    private let cards: [QuoteCard]
    private let phrases: Phrases
    private let positionsOnce = Once<[String: Int]>()
    private let allOnce = Once<Fingerprint>()

    /// The places of the quotes that the pages of the report hold.
    init(_ pages: [[ReportPiece]], _ maker: PageMaker, _ order: FindingsOrder) {
        numbers = order.quoteNumbers
        themeNumbers = order.themeNumbers
        cards = maker.cards.quotes
        phrases = maker.phrases
        var pageOfQuote = [Int?](repeating: nil, count: cards.count)
        for (page, pieces) in pages.enumerated() {
            for case .theme(let theme, let entries) in pieces {
                if entries.lowerBound == 0 { for quote in order.toldInProse[theme] { pageOfQuote[quote] = page } }
                for entry in order.entries[theme][entries] where entry.isInFull { pageOfQuote[entry.quote] = page }
            }
        }
        self.pages = pageOfQuote
    }

    /// `Quote 1.2:3` for the third quote that theme 1.2 shows in full; a quote that supports nothing has its id there.
    func label(_ quote: Int) -> String {
        let number = numbers[quote].theme.map { "\(themeNumbers[$0]):\(numbers[quote].place)" } ?? cards[quote].id
        return phrases.text(.quoteNumber, ["number": number])
    }

    /// Where a quote stands; nil if the report does not show it.
    subscript(quote: Int) -> ReportPlaces.Place? {
        pages[quote].map { ReportPlaces.Place(page: $0, id: "quote-\(cards[quote].slug)", mark: label(quote)) }
    }

    /// The address of a quote, seen from a page of the report.
    func href(_ quote: Int, from page: Int) -> String {
        self[quote].map { ReportPlaces.href($0, from: page) } ?? cards[quote].href
    }

    /// Where the quote stands whose own page has an address.
    func place(at href: String) -> ReportPlaces.Place? {
        let positions = positionsOnce.get {
            Dictionary(zip(cards.map(\.href), cards.indices), uniquingKeysWith: { first, _ in first })
        }
        return positions[href].flatMap { self[$0] }
    }

    /// Adds where a quote stands, and what it is called, to a fingerprint; its own names it has to hold already.
    func add(_ quote: Int, to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(pages[quote] ?? -1)
        let number = numbers[quote]
        fingerprinter.add(number.theme.map { themeNumbers[$0] } ?? "")
        fingerprinter.add(number.place)
    }

    /// The fingerprint of where all quotes stand.
    var all: Fingerprint {
        allOnce.get {
            Fingerprint {
                for quote in cards.indices {
                    $0.add(cards[quote].slug)
                    add(quote, to: &$0)
                }
            }
        }
    }
}
