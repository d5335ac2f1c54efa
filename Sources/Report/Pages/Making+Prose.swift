import Study

extension PageMaker {
    func home() -> PageEntry {
        let about = study.about
        return PageEntry(.home, title: about.title, template: templates.home) { [self] in
            HomePage(
                frame: frames.frame("home", .home, title: about.title, description: about.question ?? about.summary),
                question: about.question,
                summary: about.summary,
                figures: figures(),
                facts: facts(),
                authors: authors(),
                groups: cards.groups,
                themes: cards.topThemes.prefix(limits.findings).map { cards.nodes[$0] },
                moreThemes: moreThemes(),
                ways: ways()
            )
        }
    }

    private func moreThemes() -> Link? {
        guard cards.topThemes.count > limits.findings else { return nil }
        let title = phrases.text(.allThemes, ["themes": phrases.count(.themes, cards.topThemes.count)])
        return Link(title: title, href: Addresses.href(.themes))
    }

    /// The parts of the navigation, those of a menu together.
    private func ways() -> [WayGroup] {
        var groups: [WayGroup] = []
        var menus = study.menus[...]
        var position = 0
        while position < study.navigation.count {
            let menu = menus.first?.positions.lowerBound == position ? menus.removeFirst() : nil
            let end = menu?.positions.upperBound ?? menus.first?.positions.lowerBound ?? study.navigation.count
            let ways = study.navigation[position..<end].filter { $0 != .home }.map { target in
                WayIn(
                    title: linker.shortTitle(target),
                    href: Addresses.href(target),
                    description: summary(of: target)
                )
            }
            if !ways.isEmpty { groups.append(WayGroup(title: menu?.title, ways: ways)) }
            position = end
        }
        return groups
    }

    func authors() -> [AuthorView] {
        study.about.authors.map { author in
            AuthorView(
                name: author.name,
                affiliation: author.affiliation,
                orcidHref: author.orcid.map { "https://orcid.org/" + $0 }
            )
        }
    }

    func prosePage(_ page: Page) -> PageEntry {
        let target = Target.page(page.id)
        return PageEntry(target, title: page.title, place: page.place, template: templates.page) { [self] in
            ProsePage(
                frame: frames.frame("page", target, title: page.title, description: page.summary),
                title: page.title,
                summary: page.summary,
                prose: prose.deferred(page.prose, addEmbed: embeds.add)
            )
        }
    }

    func referencesPage() -> PageEntry {
        let title = phrases.text(.references)
        return PageEntry(.references, title: title, template: templates.references) { [self] in
            ReferencesPage(
                frame: frames.frame("references", .references, title: title),
                references: linker.citations.order.map { position in
                    let id = study.references[position].id
                    return ReferenceView(
                        slug: Addresses.slug(id.rawValue),
                        entry: linker.citations.entry(position),
                        citedIn: backlinks.places(for: .reference(id))
                    )
                }
            )
        }
    }

    func notFoundPage() -> PageEntry {
        let title = phrases.text(.notFound)
        return PageEntry(nil, address: "404.html", title: title, template: templates.notFound) { [self] in
            NotFoundPage(frame: frames.frame("not-found", nil, title: title, address: "404.html"))
        }
    }

    private func summary(of target: Target) -> String? {
        switch target {
        case .theme(let id): graph.index.themes[id].flatMap { study.themes[$0].summary }
        case .page(let id): graph.index.pages[id].flatMap { study.pages[$0].summary }
        case .themes: phrases.text(.wayThemes)
        case .quotes: phrases.text(.wayQuotes)
        case .groups: phrases.text(.wayGroups)
        case .participants: phrases.text(.wayParticipants)
        case .constructs: phrases.text(.wayConstructs)
        case .matrix: phrases.text(.wayMatrix)
        case .logicModel: phrases.text(.wayLogicModel)
        case .theory: phrases.text(.wayTheory)
        case .guides: phrases.text(.wayGuides)
        case .references: phrases.text(.wayReferences)
        case .report: phrases.text(.wayReport)
        case .downloads: phrases.text(.wayDownloads)
        case .changes: phrases.text(.wayChanges)
        default: nil
        }
    }

    /// What Verbatim counted.
    func figures() -> [Figure] {
        var figures = [
            figure(.participants, study.participants.count, .participants),
            figure(.groups, study.groups.count, .groups),
        ]
        for (depth, level) in study.levels.enumerated() {
            // What lies deeper than the named levels is called as the last of them.
            let count = study.themes.count { min($0.depth, study.levels.count - 1) == depth }
            guard count > 0 else { continue }
            figures.append(
                Figure(
                    number: count,
                    label: count == 1 ? level.singular : level.plural,
                    href: Addresses.href(.themes)
                )
            )
        }
        if study.levels.isEmpty { figures.append(figure(.themes, study.themes.count, .themes)) }
        figures.append(figure(.quotes, study.quotes.count, .quotes))
        return figures
    }

    private func figure(_ what: Phrases.Counted, _ number: Int, _ target: Target) -> Figure {
        Figure(number: number, label: phrases.label(what, number), href: Addresses.href(target))
    }

    func facts() -> [LabelledValue] {
        let about = study.about
        var facts = about.facts.map { LabelledValue(label: $0.label, value: $0.value) }
        if let framework = study.framework {
            facts.append(LabelledValue(label: phrases.text(.framework), value: framework.name))
        }
        if let collected = about.collected {
            facts.append(LabelledValue(label: phrases.text(.collected), value: phrases.dates(collected)))
        }
        if let published = about.published {
            facts.append(LabelledValue(label: phrases.text(.published), value: phrases.date(published)))
        }
        return facts
    }
}
