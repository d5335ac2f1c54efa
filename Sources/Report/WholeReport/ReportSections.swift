import Fingerprints
import Markup
import Study
import Templates

/// Makes the pieces of one page of the report.
///
/// Themes are most of them, and are only made when they are printed; what they are made of is found without.
struct ReportSections: Sendable {
    let report: WholeReport
    /// Which page, from 0.
    let page: Int

    var maker: PageMaker { report.maker }
    var study: Study { maker.study }
    var phrases: Phrases { maker.phrases }

    /// All of them but the index, whose links are not to be turned.
    func all() -> [ReportSection] {
        let pieces = report.pages[page]
        var sections = zip(pieces, levels(pieces)).compactMap { section($0, level: $1) }
        if case .theme? = sections.first {
            let title = report.title(.reportFindings, isContinued: true)
            sections.insert(.continuation(ReportHeading(level: 2, id: nil, title: title)), at: 0)
        }
        return sections
    }

    /// Adds all that they are made of to a fingerprint, for a template's use.
    func add(to fingerprinter: inout Fingerprinter, for use: Use) {
        let pieces = report.pages[page]
        for (piece, level) in zip(pieces, levels(pieces)) {
            if case .theme(let theme, let entries) = piece {
                add(theme, entries, level: level, to: &fingerprinter, for: use)
            } else {
                section(piece, level: level)?.add(to: &fingerprinter, for: use)
            }
        }
    }

    /// The level of the heading of each piece that is a theme: one below those of the themes on this page that it stands
    /// under, whatever lies between them on the page before.
    private func levels(_ pieces: [ReportPiece]) -> [Int] {
        var above: [Int] = []
        return pieces.map { piece in
            guard case .theme(let theme, _) = piece else { return 3 }
            let depth = study.themes[theme].depth
            while let last = above.last, last >= depth { above.removeLast() }
            defer { above.append(depth) }
            return min(3 + above.count, 6)
        }
    }

    private func section(_ piece: ReportPiece, level: Int) -> ReportSection? {
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
                    groups: maker.cards.groupLinks,
                    rows: report.order.themes.prefix(ReportFindings.rows(study.themes.count)).map {
                        ReportRow(number: report.order.themeNumbers[$0], node: maker.cards.nodes[$0])
                    }
                )
            )
        case .theory: return study.theory.map { .theory(theory($0)) }
        case .logicModel(let columns): return study.logicModel.map { .logicModel(logicModel($0, columns)) }
        case .guides: return .guides(guides())
        case .references(let range): return .references(references(range))
        case .theme(let theme, let entries): return .theme(self.theme(theme, entries, level: level))
        case .index: return nil
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
            prose: maker.prose.deferred(
                page.prose,
                headingLevel: 3,
                idPrefix: prefix,
                addEmbed: maker.embeds.add
            )
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
