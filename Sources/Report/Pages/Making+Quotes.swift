import Study

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
            return PageEntry(isFirst ? .quotes : nil, address: address, title: title, template: templates.quotes) {
                [self] in
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

    func quotePage(_ position: Int) -> PageEntry {
        let card = cards.quotes[position]
        return PageEntry(
            nil,
            address: card.href,
            title: self.title(ofQuote: card),
            place: study.quotes[position].place,
            template: templates.quote
        ) { [self] in
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
                boxes: (backlinks.boxesOfQuote[position] ?? []).compactMap { claims.boxLink(at: $0) },
                citedIn: backlinks.places(for: target),
                ofParticipant: neighbours(ofParticipantOf: position),
                ofThemes: neighbours(onThemesOf: position)
            )
        }
    }

    private func title(ofQuote card: QuoteCard) -> String {
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
