import Diagnostics
import Markup
import Study
import Templates

/// Makes the pieces of one page of the report.
struct ReportSections {
    let report: WholeReport
    /// Which page, from 0.
    let page: Int

    private var maker: PageMaker { report.maker }
    private var study: Study { maker.study }
    private var phrases: Phrases { maker.phrases }

    /// All of them but the index, whose links are not to be turned.
    var all: [ReportSection] {
        var sections: [ReportSection] = []
        // The level of the heading before, so that none is left out on the way down.
        var level = 1
        for piece in report.pages[page] {
            if case .theme(let theme, let entries) = piece {
                if level == 1 {
                    let title = report.title(.reportFindings, isContinued: true)
                    sections.append(.continuation(ReportHeading(level: 2, id: nil, title: title)))
                    level = 2
                }
                level = min(3 + study.themes[theme].depth, level + 1, 6)
                sections.append(.theme(self.theme(theme, entries, level: level)))
            } else if let section = section(piece) {
                sections.append(section)
                level = 2
            }
        }
        return sections
    }

    private func section(_ piece: ReportPiece) -> ReportSection? {
        switch piece {
        case .opening:
            return .opening(
                ReportOpening(question: study.about.question, summary: study.about.summary, facts: maker.facts())
            )
        case .groups: return .groups(ReportGroups(figures: maker.figures(), groups: maker.cards.groups))
        case .framework: return study.framework.map { .framework(framework($0)) }
        case .page(let position): return .page(prose(study.pages[position]))
        case .findings:
            return .findings(
                ReportFindings(
                    title: phrases.text(.reportFindings),
                    tally: Tally(maker.graph.count(Array(study.quotes.indices)), phrases),
                    groups: maker.cards.groups,
                    rows: report.order.themes.prefix(ReportFindings.rows(study.themes.count)).map {
                        ReportRow(number: report.order.themeNumbers[$0], node: maker.cards.nodes[$0])
                    }
                )
            )
        case .theory: return study.theory.map { .theory(theory($0)) }
        case .logicModel: return study.logicModel.map { .logicModel(logicModel($0)) }
        case .guides: return .guides(guides())
        case .references(let range): return .references(references(range))
        case .theme, .index: return nil
        }
    }

    // MARK: Front

    private func framework(_ framework: Framework) -> ReportFramework {
        ReportFramework(
            title: framework.name,
            description: maker.plainProse.inline(framework.description),
            reference: framework.reference.map {
                Link(title: maker.linker.title(.reference($0)), href: Addresses.href(.reference($0)))
            },
            constructs: maker.cards.constructs
        )
    }

    private func prose(_ page: Page) -> ReportProse {
        let slug = Addresses.slug(page.id.rawValue)
        let prefix = "\(ReportID.page(slug)).\(ProseRenderer.mainPrefix)"
        return ReportProse(
            slug: slug,
            title: page.title,
            summary: page.summary,
            prose: maker.prose.blocks(page.prose, headingLevel: 3, idPrefix: prefix) ?? HTML()
        )
    }

    // MARK: Themes

    private func theme(_ theme: Int, _ range: Range<Int>, level: Int) -> ReportTheme {
        let card = maker.cards.themes[theme]
        let id = ReportID.theme(card.slug)
        let isContinued = range.lowerBound > 0
        var voices: [ReportVoice] = []
        var entries = report.order.entries[theme][range]
        while let first = entries.first {
            let group = maker.graph.group(ofQuote: first.quote)
            let own = entries.prefix { maker.graph.group(ofQuote: $0.quote) == group }
            voices.append(voice(own, of: maker.cards.groups[group], on: theme, level: level + 1))
            entries = entries.dropFirst(own.count)
        }
        var prose = maker.prose
        prose.embed = embed(in: theme)
        return ReportTheme(
            heading: ReportHeading(
                level: level,
                id: isContinued ? nil : id,
                number: report.order.themeNumbers[theme],
                title: isContinued ? report.continued(card.title) : card.title
            ),
            node: maker.cards.nodes[theme],
            isContinued: isContinued,
            prose: isContinued
                ? nil
                : prose.blocks(
                    study.themes[theme].prose,
                    headingLevel: level + 1,
                    idPrefix: "\(id).\(ProseRenderer.mainPrefix)"
                ),
            constructs: card.depth == 0 ? maker.graph.constructsOfTheme[theme].map { maker.cards.constructs[$0] } : [],
            voices: voices
        )
    }

    private func voice(
        _ entries: ArraySlice<FindingsOrder.Entry>,
        of group: GroupCard,
        on theme: Int,
        level: Int
    ) -> ReportVoice {
        let told = report.order.toldInProse[theme]
        let others = entries.filter { !$0.isInFull }.map(\.quote)
        return ReportVoice(
            heading: ReportHeading(level: level, id: nil, title: group.title),
            group: group,
            quotes: entries.filter(\.isInFull).map { report.numbered($0.quote, under: theme) },
            inProse: others.filter(told.contains).map { report.reference($0, from: page) },
            elsewhere: others.filter { !told.contains($0) }.map { report.reference($0, from: page) }
        )
    }

    /// In a theme's prose a quote stands with its words if this is its one place, or else with its first words.
    private func embed(in theme: Int) -> @Sendable (Target) -> HTML? {
        let templates = maker.templates.wholeReport
        let ordinary = maker.prose.embed
        return { [report, page] target in
            guard case .quote(let id) = target, let quote = report.maker.graph.index.quotes[id] else {
                return ordinary?(target)
            }
            var bytes: [UInt8] = []
            var ignored = Diagnostics()
            if report.order.toldInProse[theme].contains(quote) {
                let shown = report.numbered(quote, under: theme)
                templates.quote.render(shown, into: &bytes, diagnostics: &ignored)
            } else {
                let shown = QuoteReferenceView(
                    reference: report.reference(quote, from: page),
                    group: report.maker.cards.quotes[quote].participant.group
                )
                templates.quoteElsewhere.render(shown, into: &bytes, diagnostics: &ignored)
            }
            return HTML(trusted: bytes)
        }
    }

    // MARK: Claims

    private func theory(_ theory: Theory) -> ReportTheory {
        ReportTheory(
            title: theory.title ?? phrases.text(.theory),
            statement: maker.prose.blocks(theory.statement, headingLevel: 3, idPrefix: "\(ReportID.theory).statement-"),
            claims: theory.propositions.map { proposition in
                let prefix = "proposition-\(Addresses.slug(proposition.id.rawValue)).\(ProseRenderer.mainPrefix)"
                let view = maker.claims.proposition(
                    proposition,
                    explanation: maker.prose.blocks(proposition.explanation, headingLevel: 5, idPrefix: prefix)
                )
                return ReportClaim(
                    proposition: view,
                    evidence: evidence(proposition.support, view.evidence),
                    against: proposition.against.compactMap { maker.graph.index.quotes[$0] }.map {
                        report.reference($0, from: page)
                    }
                )
            },
            narrative: theory.narrative.markdown.allSatisfy(\.isWhitespace)
                ? nil
                : maker.prose.blocks(
                    theory.narrative,
                    headingLevel: 3,
                    idPrefix: "\(ReportID.theory).\(ProseRenderer.mainPrefix)"
                )
        )
    }

    private func evidence(_ support: Support, _ view: EvidenceView) -> ReportEvidence {
        let quotes = support.quotes.compactMap { maker.graph.index.quotes[$0] }
        let byGroup = Dictionary(grouping: quotes) { maker.graph.group(ofQuote: $0) }
        return ReportEvidence(
            tally: view.tally,
            themes: support.themes.compactMap { maker.graph.index.themes[$0] }.map(report.numbered(theme:)),
            groups: view.shares.enumerated().map { group, share in
                GroupReferences(
                    share: share,
                    references: (byGroup[group] ?? []).map { report.reference($0, from: page) }
                )
            }
        )
    }

    private func logicModel(_ model: LogicModel) -> ReportLogicModel {
        let boxes = Dictionary(grouping: model.boxes, by: \.column)
        return ReportLogicModel(
            title: maker.linker.title(.logicModel),
            introduction: maker.prose.blocks(
                model.introduction,
                headingLevel: 3,
                idPrefix: "\(ReportID.logicModel).\(ProseRenderer.mainPrefix)"
            ),
            diagram: maker.claims.diagram(),
            columns: model.columns.map { column in
                ReportColumn(
                    title: column.title,
                    description: maker.plainProse.inline(column.description),
                    boxes: (boxes[column.id] ?? []).map { box($0, in: model) }
                )
            },
            assumptions: model.assumptions.compactMap { maker.plainProse.inline($0).map(ProseItem.init) },
            externalFactors: model.externalFactors.compactMap { maker.plainProse.inline($0).map(ProseItem.init) }
        )
    }

    private func box(_ box: LogicModel.Box, in model: LogicModel) -> ReportBox {
        let prefix = "box-\(Addresses.slug(box.id.rawValue)).\(ProseRenderer.mainPrefix)"
        let text = maker.prose.blocks(box.text, headingLevel: 5, idPrefix: prefix)
        let view = maker.claims.box(box, in: model, text: text)
        return ReportBox(box: view, evidence: evidence(box.support, view.evidence))
    }

    private func guides() -> ReportGuides {
        ReportGuides(
            title: phrases.text(.guides),
            guides: study.guides.compactMap { guide in
                guard let card = maker.claims.guideCard(guide) else { return nil }
                let prefix = "guide-\(card.group.slug).\(ProseRenderer.mainPrefix)"
                let introduction = maker.prose.blocks(guide.introduction, headingLevel: 4, idPrefix: prefix)
                return maker.claims.guide(guide, card, introduction: introduction)
            }
        )
    }

    private func references(_ range: Range<Int>) -> ReportReferences {
        let isFirst = range.lowerBound == 0
        let citations = maker.linker.citations
        return ReportReferences(
            title: report.title(.references, isContinued: !isFirst),
            isFirst: isFirst,
            references: citations.order[range].map { position in
                let id = study.references[position].id
                return ReferenceView(
                    slug: Addresses.slug(id.rawValue),
                    entry: citations.entry(position),
                    citedIn: maker.backlinks.places(for: .reference(id))
                )
            }
        )
    }
}
