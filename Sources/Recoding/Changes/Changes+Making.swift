import Study

extension Changes {
    /// What is different in a later state.
    ///
    /// The ledger says what became of ids; where it says nothing, quotes are recognised by their prints and themes by
    /// their titles and quotes.
    public init(from old: Snapshot, to new: Snapshot, ledger: Ledger = Ledger()) {
        self.init()
        let quotes = QuoteComparison(old, new, ledger)
        take(quotes, new)
        let themes = ThemeComparison(old, new, ledger, quotes)
        take(themes, old, new)
        compareCodings(old, new, quotes, themes)
        shifts = Shifts.between(
            old.without(Set(quotes.withdrawnParticipants), Set(quotes.withdrawn)),
            new,
            themes: themes.present
        )
    }

    private mutating func take(_ quotes: QuoteComparison, _ new: Snapshot) {
        quotesAdded = quotes.added
        quotesRemoved = quotes.removed
        quotesWithdrawn = quotes.withdrawn
        quotesRenamed = quotes.renamed
        quotesMerged = quotes.merged
        quotesSplit = quotes.split
        quotesReworded = quotes.reworded
        unclear = quotes.unclear
        participantsAdded = quotes.addedParticipants
        participantsRenamed = quotes.renamedParticipants
        participantsWithdrawn = quotes.withdrawnParticipants
    }

    private mutating func take(_ themes: ThemeComparison, _ old: Snapshot, _ new: Snapshot) {
        themesAdded = themes.added
        themesRemoved = themes.removed
        themesRenamed = themes.renamed
        themesMerged = themes.merged
        themesSplit = themes.split
        let titles = Dictionary(new.themes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(themes.renamed.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        themesRetitled = old.themes.compactMap { theme in
            let id = names[theme.id] ?? theme.id
            guard let title = titles[id], title != theme.title else { return nil }
            return Retitled(theme: id, from: theme.title, to: title)
        }
    }

    /// What quotes that stayed support now. That a theme was renamed, merged or split moves no quote.
    private mutating func compareCodings(
        _ old: Snapshot,
        _ new: Snapshot,
        _ quotes: QuoteComparison,
        _ themes: ThemeComparison
    ) {
        for quote in new.quotes {
            guard let former = quotes.former[quote.id] else { continue }
            let now = Set(quote.themes)
            let from = former.themes.filter { theme in
                let present = themes.present[theme] ?? []
                return present.isEmpty || now.isDisjoint(with: present)
            }
            let known = Set(former.themes.flatMap { themes.present[$0] ?? [] })
            let to = quote.themes.filter { !known.contains($0) }
            if !from.isEmpty || !to.isEmpty { quotesRecoded.append(Recoded(quote: quote.id, from: from, to: to)) }
        }
    }
}
