import Fingerprints
import Markup
import Study
import Templates

extension PageMaker {
    func themesPage() -> PageEntry {
        let title = Cards.capitalised(study.level(0)?.plural ?? phrases.text(.themes))
        return PageEntry(.themes, title: title, template: templates.themes) { [self] in
            ThemesPage(
                frame: frames.frame("themes", .themes, title: title),
                title: title,
                tally: Tally(graph.count(Array(study.quotes.indices)), phrases),
                tree: ThemeTree(cards.topThemes.map { cards.nodes[$0] }, limit: limits.themes)
            )
        }
    }

    func themePage(_ position: Int) -> PageEntry {
        let theme = study.themes[position]
        let target = Target.theme(theme.id)
        return PageEntry(
            target,
            title: theme.title,
            place: theme.place,
            template: templates.theme,
            shows: { [self] in addThemePage(position, to: &$0, for: $1) }
        ) { [self] in
            let node = cards.nodes[position]
            let quotes = graph.quotesUnderTheme[position]
            return ThemePage(
                frame: frames.frame(
                    "theme",
                    target,
                    title: theme.title,
                    description: theme.summary,
                    section: .themes,
                    above: [.themes] + way(to: position)
                ),
                node: node,
                prose: prose.deferred(theme.prose, addEmbed: embeds.add),
                constructs: constructs(ofTheme: position),
                asked: asked(about: position),
                groups: cards.byGroup(
                    quotes,
                    shares: node.shares,
                    each: limits.quotesOfEachGroup(of: quotes.count, groups: study.groups.count),
                    more: { moreLink(to: $0, on: position) },
                    items: { items($0, under: position) }
                ),
                together: themesTogether(with: position).map { other in
                    TogetherView(theme: cards.themes[other.theme], people: phrases.count(.participants, other.people))
                },
                propositions: propositions(onTheme: position),
                boxes: boxes(onTheme: position),
                citedIn: backlinks.places(for: target),
                previous: position > 0 ? link(toTheme: position - 1) : nil,
                next: position + 1 < study.themes.count ? link(toTheme: position + 1) : nil
            )
        }
    }

    /// Adds all that the page of a theme is made of to a fingerprint.
    private func addThemePage(_ position: Int, to fingerprinter: inout Fingerprinter, for use: Use) {
        let theme = study.themes[position]
        let target = Target.theme(theme.id)
        let node = cards.nodes[position]
        // The way up is part of the theme's own card.
        frames.add(target, section: .themes, above: [.themes], to: &fingerprinter)
        node.theme.add(to: &fingerprinter, for: use)
        node.add(to: &fingerprinter, for: use)
        fingerprinter.add(node.shares, for: use)
        prose.add(theme.prose, addEmbed: embeds.add, to: &fingerprinter)
        fingerprinter.add(constructs(ofTheme: position), for: use)
        fingerprinter.add(asked(about: position), for: use)
        addQuotes(underTheme: position, to: &fingerprinter)
        // Their words follow from their numbers and the language.
        let others = themesTogether(with: position)
        fingerprinter.add(others.count)
        for other in others {
            fingerprinter.add(other.people)
            cards.themes[other.theme].add(to: &fingerprinter, for: use)
        }
        fingerprinter.add(propositions(onTheme: position), for: use)
        fingerprinter.add(boxes(onTheme: position), for: use)
        fingerprinter.add(backlinks.places(for: target), for: use)
        for neighbour in [position - 1, position + 1] {
            guard cards.themes.indices.contains(neighbour) else {
                fingerprinter.add(0)
                continue
            }
            cards.themes[neighbour].add(to: &fingerprinter, for: use)
        }
    }

    /// Adds the quotes that the page of a theme shows: of each group the first ones. Their labels are among their themes.
    private func addQuotes(underTheme theme: Int, to fingerprinter: inout Fingerprinter) {
        let quotes = graph.quotesUnderTheme[theme]
        let each = limits.quotesOfEachGroup(of: quotes.count, groups: study.groups.count)
        fingerprinter.add(each)
        var group = -1
        var shown = 0
        for quote in quotes {
            let own = graph.group(ofQuote: quote)
            if own != group {
                group = own
                shown = 0
            }
            if shown < each { fingerprinter.add(cards.quoteFingerprints[quote]) }
            shown += 1
        }
    }

    private func themesTogether(with theme: Int) -> [Together.Other] { together.with(theme, limit: 5) }

    private func propositions(onTheme theme: Int) -> [PropositionLink] {
        (backlinks.propositionsOfTheme[theme] ?? []).compactMap { claims.propositionLink($0) }
    }

    private func boxes(onTheme theme: Int) -> [BoxLink] {
        (backlinks.boxesOfTheme[theme] ?? []).compactMap { claims.boxLink(at: $0) }
    }

    /// For a theme with more quotes than fit on its page: the pages on which each group's stand, all of them.
    func themeGroupPages(_ theme: Int) -> [PageEntry] {
        let quotes = graph.quotesUnderTheme[theme]
        let each = limits.quotesOfEachGroup(of: quotes.count, groups: study.groups.count)
        var entries: [PageEntry] = []
        for (group, own) in cards.listsByGroup(quotes).enumerated() where own.count > each {
            entries += pages(of: own, group: group, theme: theme)
        }
        return entries
    }

    private func pages(of quotes: [Int], group: Int, theme: Int) -> [PageEntry] {
        let node = cards.nodes[theme]
        let share = node.shares[group]
        let id = study.themes[theme].id
        let pages = QuotePages(
            quotes,
            address: Addresses.themeGroup(id, study.groups[group].id),
            limit: limits.quotes
        )
        let whole = phrases.text(.groupOnTheme, ["group": share.group.title, "theme": node.theme.title])
        return pages.addresses.indices.map { page in
            let title = page == 0 ? whole : phrases.page(page + 1, of: whole)
            let address = pages.addresses[page]
            return PageEntry(
                nil,
                address: address,
                title: title,
                template: templates.themeGroup,
                shows: { [self] in
                    frames.add(nil, section: .themes, above: [.themes] + way(to: theme) + [.theme(id)], to: &$0)
                    node.theme.add(to: &$0, for: $1)
                    share.add(to: &$0, for: $1)
                    $0.add(page)
                    $0.add(pages.addresses.count)
                    // Their labels are among their themes.
                    for quote in pages.chunks[page] { $0.add(cards.quoteFingerprints[quote]) }
                }
            ) { [self] in
                ThemeGroupPage(
                    frame: frames.frame(
                        "theme-group",
                        nil,
                        title: title,
                        address: address,
                        section: .themes,
                        above: [.themes] + way(to: theme) + [.theme(id)]
                    ),
                    theme: node.theme,
                    share: share,
                    quotes: items(Array(pages.chunks[page]), under: theme),
                    pager: Pager(page, addresses: pages.addresses, phrases)
                )
            }
        }
    }

    /// Quotes on the page of a theme, labelled with those themes below it that they support.
    private func items(_ quotes: [Int], under theme: Int) -> [QuoteItem] {
        quotes.map { quote in
            var labels: [ThemeLink] = []
            for label in graph.themesOfQuote[quote] where isTheme(label, below: theme) {
                labels.append(cards.themes[label])
            }
            return QuoteItem(quote: cards.quotes[quote], labels: labels)
        }
    }

    /// A theme stands behind those above it, so that the way up from it has not far to go.
    private func isTheme(_ theme: Int, below other: Int) -> Bool {
        var current = theme
        while current > other, let above = graph.parentOfTheme[current] { current = above }
        return current == other && theme != other
    }

    /// The constructs that a theme is aligned with.
    func constructs(ofTheme theme: Int) -> [Link] {
        graph.constructsOfTheme[theme].map { Link(title: cards.constructs[$0].title, href: cards.constructs[$0].href) }
    }

    private func asked(about theme: Int) -> [Link] {
        graph.constructsOfTheme[theme].compactMap { position in
            guard let construct = study.framework?.constructs[position], isAsked(about: construct.id) else {
                return nil
            }
            let page = Addresses.href(.construct(construct.id))
            return Link(
                title: phrases.text(.askedAbout, ["construct": construct.title]),
                href: "\(page)#questions-asked"
            )
        }
    }

    private func isAsked(about construct: ConstructID) -> Bool {
        study.guides.contains { $0.sections.contains { $0.construct == construct } }
    }

    private func moreLink(to group: Int, on theme: Int) -> Link {
        let share = cards.nodes[theme].shares[group]
        let title = phrases.text(.allOfGroup, ["quotes": share.quotesText, "group": share.group.inSentence])
        return Link(title: title, href: Addresses.themeGroup(study.themes[theme].id, study.groups[group].id))
    }

    private func link(toTheme position: Int) -> Link {
        Link(title: cards.themes[position].title, href: cards.themes[position].href)
    }

    /// The themes above a theme, from the top.
    private func way(to position: Int) -> [Target] {
        var way: [Target] = []
        var current = graph.parentOfTheme[position]
        while let theme = current {
            way.append(.theme(study.themes[theme].id))
            current = graph.parentOfTheme[theme]
        }
        return way.reversed()
    }
}
