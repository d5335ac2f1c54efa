import Study

extension PageMaker {
    func theoryPage(_ theory: Theory) -> PageEntry {
        let title = theory.title ?? phrases.text(.theory)
        return PageEntry(.theory, title: title, place: theory.place, template: templates.theory) { [self] in
            TheoryPage(
                frame: frames.frame("theory", .theory, title: title),
                kicker: kicker(.theory, unlessIn: title),
                title: title,
                statement: prose.blocks(theory.statement, headingLevel: 2, idPrefix: "statement_"),
                propositions: theory.propositions.map { proposition in
                    claims.proposition(
                        proposition,
                        explanation: prose.blocks(
                            proposition.explanation,
                            headingLevel: 4,
                            idPrefix: "proposition_\(proposition.number)_"
                        )
                    )
                },
                narrative: theory.narrative.markdown.allSatisfy(\.isWhitespace)
                    ? nil : prose.blocks(theory.narrative)
            )
        }
    }

    func propositionPage(_ position: Int, of theory: Theory) -> PageEntry {
        let proposition = theory.propositions[position]
        let target = Target.proposition(proposition.id)
        let title = linker.title(target)
        let claim = proposition.claim.plainText
        let pageTitle = phrases.text(.propositionPage, ["proposition": title, "claim": claim])
        return PageEntry(target, title: pageTitle, place: proposition.place, template: templates.proposition) {
            [self] in
            PropositionPage(
                frame: frames.frame(
                    "proposition",
                    target,
                    title: pageTitle,
                    description: claim,
                    section: .theory,
                    above: [.theory]
                ),
                proposition: claims.proposition(proposition, explanation: prose.blocks(proposition.explanation)),
                quotes: claimQuotes(
                    proposition.support,
                    on: target,
                    query: "proposition=\(Addresses.slug(proposition.id.rawValue))"
                ),
                citedIn: backlinks.places(for: target),
                previous: link(toProposition: position - 1, of: theory),
                next: link(toProposition: position + 1, of: theory)
            )
        }
    }

    func logicModelPage(_ model: LogicModel) -> PageEntry {
        let title = model.title ?? phrases.text(.logicModel)
        return PageEntry(
            .logicModel,
            title: title,
            place: model.place,
            isLarge: true,
            template: templates.logicModel
        ) { [self] in
            LogicModelPage(
                frame: frames.frame("logic-model", .logicModel, title: title),
                kicker: kicker(.logicModel, unlessIn: title),
                title: title,
                introduction: prose.blocks(model.introduction),
                diagram: claims.diagram(),
                groups: cards.groupLinks,
                hasFeedback: model.arrows.contains(where: \.isFeedback),
                columns: model.columns.map { column in
                    ColumnView(
                        title: column.title,
                        slug: Addresses.slug(column.id.rawValue),
                        description: plainProse.inline(column.description),
                        boxes: model.boxes.filter { $0.column == column.id }.map { box in
                            let prefix = "box_\(Addresses.slug(box.id.rawValue))_"
                            let text = prose.blocks(box.text, headingLevel: 4, idPrefix: prefix)
                            return claims.box(box, in: model, text: text)
                        }
                    )
                },
                assumptions: model.assumptions.compactMap { plainProse.inline($0).map(ProseItem.init) },
                externalFactors: model.externalFactors.compactMap { plainProse.inline($0).map(ProseItem.init) }
            )
        }
    }

    func boxPage(_ position: Int, of model: LogicModel) -> PageEntry {
        let box = model.boxes[position]
        let target = Target.box(box.id)
        let title = phrases.text(.boxTitle, ["title": box.title])
        return PageEntry(target, title: title, place: box.place, template: templates.box) { [self] in
            BoxPage(
                frame: frames.frame(
                    "box",
                    target,
                    title: title,
                    section: .logicModel,
                    above: [.logicModel]
                ),
                box: claims.box(box, in: model, text: prose.blocks(box.text)),
                quotes: claimQuotes(box.support, on: target, query: "box=\(Addresses.slug(box.id.rawValue))"),
                citedIn: backlinks.places(for: target),
                previous: link(toBox: position - 1, of: model),
                next: link(toBox: position + 1, of: model)
            )
        }
    }

    /// What a page is, above its title, unless the title itself begins with that.
    private func kicker(_ word: Phrases.Key, unlessIn title: String) -> String? {
        let text = phrases.text(word)
        return title.lowercased().hasPrefix(text.lowercased()) ? nil : text
    }

    private func link(toProposition position: Int, of theory: Theory) -> Link? {
        guard theory.propositions.indices.contains(position) else { return nil }
        let target = Target.proposition(theory.propositions[position].id)
        return Link(title: linker.title(target), href: Addresses.href(target))
    }

    private func link(toBox position: Int, of model: LogicModel) -> Link? {
        guard model.boxes.indices.contains(position) else { return nil }
        return claims.boxLink(at: position).map { Link(title: $0.title, href: $0.href) }
    }

    /// Everything behind a claim, on its own page. `query` is what the explorer is asked to show nothing but.
    private func claimQuotes(_ support: Support, on page: Target, query: String) -> ClaimQuotes {
        let quotes = graph.quotes(of: support)
        let named = Set(support.quotes.compactMap { graph.index.quotes[$0] })
        let shares = cards.shares(graph.count(quotes), href: Addresses.href(page), silence: .silentOnClaim)
        return ClaimQuotes(
            shares: shares,
            groups: quotes.isEmpty || quotes.count > limits.quotes
                ? []
                : cards.byGroup(quotes, shares: shares) { positions in
                    positions.map {
                        QuoteItem(
                            quote: cards.quotes[$0],
                            labels: cards.quotes[$0].themes,
                            isPickedOut: named.contains($0)
                        )
                    }
                },
            explorerHref: quotes.isEmpty ? nil : "\(Addresses.href(.quotes))?\(query)"
        )
    }
}
