import Markup
import Study

extension ReportSections {
    func theme(_ theme: Int, _ range: Range<Int>, level: Int) -> ReportTheme {
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
        let templates = maker.templates
        let ordinary = maker.prose.embed
        return { [report, page] target in
            guard case .quote(let id) = target, let quote = report.maker.graph.index.quotes[id] else {
                return ordinary?(target)
            }
            guard !report.order.toldInProse[theme].contains(quote) else {
                return templates.reportQuote.html(report.numbered(quote, under: theme))
            }
            return templates.reportQuoteElsewhere.html(
                QuoteReferenceView(
                    reference: report.reference(quote, from: page),
                    group: report.maker.cards.quotes[quote].participant.group
                )
            )
        }
    }
}
