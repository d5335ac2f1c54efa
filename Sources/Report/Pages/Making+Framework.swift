import Study

extension PageMaker {
    func constructsPage(_ framework: Framework) -> PageEntry {
        let title = phrases.text(.constructs)
        return PageEntry(.constructs, title: title, template: templates.constructs) { [self] in
            ConstructsPage(
                frame: frames.frame("constructs", .constructs, title: title),
                framework: framework.name,
                description: plainProse.inline(framework.description),
                reference: framework.reference.map {
                    Link(title: linker.title(.reference($0)), href: Addresses.href(.reference($0)))
                },
                constructs: cards.constructs
            )
        }
    }

    func constructPage(_ position: Int) -> PageEntry {
        let card = cards.constructs[position]
        let construct = study.framework?.constructs[position]
        let target = construct.map { Target.construct($0.id) }
        return PageEntry(target, title: card.title, place: construct?.place, template: templates.construct) { [self] in
            ConstructPage(
                frame: frames.frame(
                    "construct",
                    target,
                    title: card.title,
                    section: .constructs,
                    above: [.constructs]
                ),
                construct: card,
                tree: ThemeTree(
                    graph.themesOfConstruct[position].map { cards.nodes[$0] },
                    limit: limits.themes
                ),
                questions: questions { $0.construct == construct?.id },
                citedIn: target.map(backlinks.places) ?? []
            )
        }
    }

    func guidesPage() -> PageEntry {
        let title = phrases.text(.guides)
        return PageEntry(.guides, title: title, template: templates.guides) { [self] in
            GuidesPage(
                frame: frames.frame("guides", .guides, title: title),
                guides: study.guides.compactMap(claims.guideCard),
                groups: study.guides.compactMap { graph.index.groups[$0.group] }.map { cards.groupLinks[$0] },
                rows: guideRows()
            )
        }
    }

    func guidePage(_ position: Int) -> PageEntry? {
        let guide = study.guides[position]
        let target = Target.guide(guide.group)
        let title = linker.guideTitle(guide.group)
        guard let card = claims.guideCard(guide) else { return nil }
        return PageEntry(target, title: title, place: guide.place, template: templates.guide) { [self] in
            GuidePage(
                frame: frames.frame("guide", target, title: title, section: .guides, above: [.guides]),
                guide: claims.guide(guide, card, introduction: prose.blocks(guide.introduction))
            )
        }
    }

    /// A row for each construct in the framework's order, then one for each other heading in the order of the guides.
    private func guideRows() -> [GuideRow] {
        var rows: [GuideRow] = []
        for construct in study.framework?.constructs ?? [] {
            let asked = questions { $0.construct == construct.id }
            guard asked.contains(where: { !$0.questions.isEmpty }) else { continue }
            rows.append(
                GuideRow(
                    title: construct.title,
                    href: Addresses.href(.construct(construct.id)),
                    themes: claims.themes(answering: construct.id),
                    groups: asked
                )
            )
        }
        var seen: Set<String> = []
        for section in study.guides.flatMap(\.sections) where section.construct == nil {
            guard seen.insert(section.title).inserted else { continue }
            rows.append(
                GuideRow(
                    title: section.title,
                    href: nil,
                    themes: [],
                    groups: questions { $0.construct == nil && $0.title == section.title }
                )
            )
        }
        return rows
    }

    /// What each guide asks in some of its sections, for every guide, asked or not.
    private func questions(in isWanted: (Guide.Section) -> Bool) -> [GroupQuestions] {
        study.guides.compactMap { guide in
            guard let group = graph.index.groups[guide.group] else { return nil }
            let questions = guide.sections.filter(isWanted).flatMap { claims.questions($0, of: guide) }
            return GroupQuestions(group: cards.groupLinks[group], questions: questions)
        }
    }
}
