import Markup
import Study

/// Makes the pieces of one page of the report.
struct ReportSections: Sendable {
    let report: WholeReport
    let places: ReportPlaces
    /// Which page, from 0.
    let page: Int

    var maker: PageMaker { report.maker }
    var study: Study { maker.study }
    var phrases: Phrases { maker.phrases }

    /// All of them but the index, whose links are not to be turned.
    var all: [ReportSection] {
        var sections: [ReportSection] = []
        // The depths of the themes on this page that the next may stand under: its heading is one level below theirs,
        // whatever lies between them on the page before.
        var above: [Int] = []
        for piece in report.pages[page] {
            if case .theme(let theme, let entries) = piece {
                if sections.isEmpty {
                    let title = report.title(.reportFindings, isContinued: true)
                    sections.append(.continuation(ReportHeading(level: 2, id: nil, title: title)))
                }
                let depth = study.themes[theme].depth
                while let last = above.last, last >= depth { above.removeLast() }
                sections.append(.theme(self.theme(theme, entries, level: min(3 + above.count, 6))))
                above.append(depth)
            } else if let section = section(piece) {
                sections.append(section)
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
        case .logicModel(let columns): return study.logicModel.map { .logicModel(logicModel($0, columns)) }
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
