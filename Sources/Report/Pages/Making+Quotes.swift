import Fingerprints
import Processors
import Study
import Templates

extension PageMaker {
    /// All quotes, each once, in as many pages as they need.
    func quotesPages() -> [PageEntry] {
        let all = graph.quotesInOrder
        let pages = QuotePages(all, address: Addresses.href(.quotes), limit: limits.quotes)
        let tally = Tally(graph.count(all), phrases)
        return pages.addresses.indices.map { page in
            let isFirst = page == 0
            let title = isFirst ? phrases.text(.quotes) : phrases.page(page + 1, of: phrases.text(.quotes))
            let address = pages.addresses[page]
            return PageEntry(
                isFirst ? .quotes : nil,
                address: address,
                title: title,
                template: templates.quotes,
                shows: { [self] in
                    frames.add(isFirst ? .quotes : nil, section: .quotes, above: isFirst ? [] : [.quotes], to: &$0)
                    tally.add(to: &$0, for: $1)
                    $0.add(page)
                    $0.add(pages.addresses.count)
                    for quote in pages.chunks[page] { $0.add(cards.quoteFingerprints[quote]) }
                }
            ) { [self] in
                QuotesPage(
                    frame: frames.frame(
                        "quotes",
                        isFirst ? .quotes : nil,
                        title: title,
                        address: address,
                        section: .quotes,
                        above: isFirst ? [] : [.quotes]
                    ),
                    tally: tally,
                    themes: cards.underFirstTheme(pages.chunks[page]),
                    pager: Pager(page, addresses: pages.addresses, phrases),
                    isFirst: isFirst
                )
            }
        }
    }

    /// The page of each quote.
    func pagesOfQuotes() -> [PageEntry] {
        let family = QuotePageFamily(maker: self)
        return SideBySide.map(study.quotes.count, runsOf: 256) { [self] position in
            PageEntry(family, at: position, address: cards.quotes[position].href, place: study.quotes[position].place)
        }
    }

    fileprivate func quotePage(_ position: Int) -> QuotePage {
        let card = cards.quotes[position]
        let target = Target.quote(study.quotes[position].id)
        return QuotePage(
            frame: frames.frame(
                "quote",
                target,
                title: title(ofQuote: card),
                address: card.href,
                description: card.excerpt,
                section: .quotes,
                above: [.quotes]
            ),
            heading: phrases.text(.quoteHeading, ["attribution": card.attribution]),
            quote: card,
            propositions: propositions(resting: position),
            boxes: boxes(resting: position),
            citedIn: backlinks.places(forQuoteAt: position),
            ofParticipant: neighbours(ofParticipantOf: position),
            ofThemes: neighbours(onThemesOf: position)
        )
    }

    /// Adds all that the page of a quote is made of to a fingerprint, but for its frame: the quote, those around it, and
    /// where it is used.
    fileprivate func addQuotePage(_ position: Int, to fingerprinter: inout Fingerprinter, for use: Use) {
        fingerprinter.add(cards.quoteFingerprints[position])
        fingerprinter.add(propositions(resting: position), for: use)
        fingerprinter.add(boxes(resting: position), for: use)
        fingerprinter.add(backlinks.places(forQuoteAt: position), for: use)
        let ofParticipant = graph.quotesOfParticipant[graph.participantOfQuote[position]]
        if let place = ofParticipant.firstIndex(of: position) {
            addQuote(place > 0 ? ofParticipant[place - 1] : nil, to: &fingerprinter)
            addQuote(place + 1 < ofParticipant.count ? ofParticipant[place + 1] : nil, to: &fingerprinter)
        }
        // The themes themselves are part of the quote.
        for around in graph.neighboursOfQuote[position] {
            addQuote(around.previous, to: &fingerprinter)
            addQuote(around.next, to: &fingerprinter)
        }
    }

    private func addQuote(_ position: Int?, to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(position == nil ? 0 : 1)
        if let position { fingerprinter.add(cards.quoteFingerprints[position]) }
    }

    private func boxes(resting position: Int) -> [BoxLink] {
        (backlinks.boxesOfQuote[position] ?? []).compactMap { claims.boxLink(at: $0) }
    }

    fileprivate func title(ofQuote card: QuoteCard) -> String {
        phrases.text(.quoteTitle, ["attribution": card.attribution, "excerpt": card.excerpt])
    }

    private func propositions(resting position: Int) -> [PropositionLink] {
        let named = backlinks.propositionsOfQuote[position] ?? []
        let against = backlinks.propositionsAgainst[position] ?? []
        return named.compactMap { claims.propositionLink($0, relation: .restsOnQuote) }
            + against.compactMap { claims.propositionLink($0, relation: .speaksAgainst) }
    }

    private func neighbours(ofParticipantOf position: Int) -> Neighbours? {
        let participant = cards.quotes[position].participant
        let all = graph.quotesOfParticipant[graph.participantOfQuote[position]]
        // A participant has few quotes, in the order of their positions.
        guard all.count > 1, let place = all.firstIndex(of: position) else { return nil }
        return Neighbours(
            of: Link(title: participant.name, href: participant.href),
            previous: place > 0 ? QuoteLink(quote: cards.quotes[all[place - 1]]) : nil,
            next: place + 1 < all.count ? QuoteLink(quote: cards.quotes[all[place + 1]]) : nil
        )
    }

    private func neighbours(onThemesOf position: Int) -> [Neighbours] {
        zip(graph.themesOfQuote[position], graph.neighboursOfQuote[position]).compactMap { theme, around in
            guard around.previous != nil || around.next != nil else { return nil }
            return Neighbours(
                of: Link(title: cards.themes[theme].title, href: cards.themes[theme].href),
                previous: around.previous.map { QuoteLink(quote: cards.quotes[$0]) },
                next: around.next.map { QuoteLink(quote: cards.quotes[$0]) }
            )
        }
    }
}

/// Makes the pages of quotes, which are nearly all pages of a site.
private final class QuotePageFamily: PageFamily {
    private let maker: PageMaker
    /// What the frames of all of them are made of.
    private let frame: Fingerprint
    /// The quotes that have an entry in the navigation, which looks otherwise on their pages.
    private let entries: Set<Int>

    init(maker: PageMaker) {
        self.maker = maker
        frame = Fingerprint { maker.frames.add(nil, section: .quotes, above: [.quotes], to: &$0) }
        entries = Set(
            maker.study.navigation.compactMap { target in
                if case .quote(let id) = target { maker.graph.index.quotes[id] } else { nil }
            }
        )
    }

    func title(of position: Int) -> String { maker.title(ofQuote: maker.cards.quotes[position]) }

    func fingerprint(of position: Int) -> Fingerprint {
        Fingerprint {
            $0.add(frame)
            $0.add(entries.contains(position) ? 1 : 0)
            maker.addQuotePage(position, to: &$0, for: maker.templates.quote.use)
        }
    }

    func render(_ position: Int, _ output: inout [UInt8]) {
        maker.templates.quote.append(maker.quotePage(position), to: &output)
    }
}
