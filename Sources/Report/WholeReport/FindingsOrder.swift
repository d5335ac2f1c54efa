import Study

/// In which order the report tells the findings, and the number of each theme and quote in it.
///
/// A quote is shown in full once: where a theme's prose embeds it, or else under the first theme that it supports.
struct FindingsOrder: Sendable {
    /// The themes in reading order: each with all that is below it, before the next.
    let themes: [Int]
    /// `1.2` for each theme.
    private(set) var themeNumbers: [String]
    /// For each quote, its place among all in reading order, from 1; 0 for a quote that supports nothing.
    private(set) var quotePlaces: [Int]
    /// Quotes are numbered theme by theme, so that one that is recoded moves the numbers in two themes and no others.
    private(set) var quoteNumbers: [QuoteNumber]
    /// The quotes that support each theme itself, by group: those that its list shows in full, and the others.
    private(set) var entries: [[Entry]]
    /// The quotes that the prose of each theme shows in full.
    private(set) var toldInProse: [Set<Int>]

    /// The number of a quote.
    struct QuoteNumber: Sendable {
        /// The theme that shows it in full; nil for a quote that supports nothing.
        var theme: Int?
        /// Its place among those that the theme shows in full, from 1.
        var place = 0
    }

    /// A quote in the list of a theme.
    struct Entry: Sendable {
        let quote: Int
        let isInFull: Bool
    }

    init(_ study: Study, _ graph: EvidenceGraph) {
        themeNumbers = [String](repeating: "", count: study.themes.count)
        quotePlaces = [Int](repeating: 0, count: study.quotes.count)
        quoteNumbers = [QuoteNumber](repeating: QuoteNumber(), count: study.quotes.count)
        entries = [[Entry]](repeating: [], count: study.themes.count)
        toldInProse = [Set<Int>](repeating: [], count: study.themes.count)

        var order: [Int] = []
        var waiting = Self.numbered(study.themes.indices.filter { graph.parentOfTheme[$0] == nil }, below: "")
        while let (theme, number) = waiting.popLast() {
            order.append(theme)
            themeNumbers[theme] = number
            waiting += Self.numbered(graph.childrenOfTheme[theme], below: number + ".")
        }
        themes = order

        var supporting = [[Int]](repeating: [], count: study.themes.count)
        for quotes in graph.quotesOfGroup {
            for quote in quotes {
                for theme in graph.themesOfQuote[quote] { supporting[theme].append(quote) }
            }
        }
        var last = 0
        for theme in order {
            let first = last + 1
            for quote in Self.embeddedOnce(study.themes[theme].prose, graph.index) where quotePlaces[quote] == 0 {
                last += 1
                number(quote, at: last, asFrom: first, under: theme)
                toldInProse[theme].insert(quote)
            }
            for quote in supporting[theme] {
                let isInFull = quotePlaces[quote] == 0
                if isInFull {
                    last += 1
                    number(quote, at: last, asFrom: first, under: theme)
                }
                entries[theme].append(Entry(quote: quote, isInFull: isInFull))
            }
        }
    }

    private mutating func number(_ quote: Int, at place: Int, asFrom first: Int, under theme: Int) {
        quotePlaces[quote] = place
        quoteNumbers[quote] = QuoteNumber(theme: theme, place: place - first + 1)
    }

    /// The last comes first, as a stack wants it.
    private static func numbered(_ themes: [Int], below prefix: String) -> [(theme: Int, number: String)] {
        themes.enumerated().reversed().map { ($1, "\(prefix)\($0 + 1)") }
    }

    /// Of a text that embeds a quote twice, neither is its one place.
    private static func embeddedOnce(_ prose: Prose?, _ index: StudyIndex) -> [Int] {
        var embedded: [Int] = []
        for mention in prose?.mentions ?? [] {
            guard case .embed = mention.kind, case .quote(let id) = mention.target else { continue }
            if let quote = index.quotes[id] { embedded.append(quote) }
        }
        let counts = Dictionary(embedded.map { ($0, 1) }, uniquingKeysWith: +)
        return embedded.filter { counts[$0] == 1 }
    }
}
