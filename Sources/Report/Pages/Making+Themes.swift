import Markup
import Study

extension PageMaker {
    func themesPage() -> PageEntry {
        let title = Cards.capitalised(study.level(0)?.plural ?? phrases.text(.themes))
        return PageEntry(.themes, title: title, template: templates.themes) {
            ThemesPage(
                frame: frames.frame("themes", .themes, title: title),
                title: title,
                tally: Tally(graph.count(Array(study.quotes.indices)), phrases),
                themes: cards.topThemes.map { cards.nodes[$0] }
            )
        }
    }

    func themePage(_ position: Int) -> PageEntry {
        let theme = study.themes[position]
        let target = Target.theme(theme.id)
        return PageEntry(target, title: theme.title, place: theme.place, template: templates.theme) {
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
                prose: prose.blocks(theme.prose),
                constructs: graph.constructsOfTheme[position].map { cards.constructs[$0] },
                groups: cards.byGroup(quotes, shares: node.shares) { cards.items($0, under: position) },
                propositions: (backlinks.propositionsOfTheme[position] ?? []).compactMap { claims.propositionLink($0) },
                boxes: (backlinks.boxesOfTheme[position] ?? []).compactMap(claims.boxLink(at:)),
                citedIn: backlinks.places(for: target),
                previous: position > 0 ? link(toTheme: position - 1) : nil,
                next: position + 1 < study.themes.count ? link(toTheme: position + 1) : nil
            )
        }
    }

    func matrixPage() -> PageEntry {
        let title = phrases.text(.matrix)
        return PageEntry(.matrix, title: title, template: templates.matrix) {
            MatrixPage(
                frame: frames.frame("matrix", .matrix, title: title),
                groups: cards.groups,
                rows: cards.nodes
            )
        }
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
