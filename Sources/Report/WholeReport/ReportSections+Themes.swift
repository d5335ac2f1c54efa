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
            voices.append(voice(own, of: maker.cards.groupLinks[group], on: theme, level: level + 1))
            entries = entries.dropFirst(own.count)
        }
        var prose = maker.prose
        let embeds = ReportEmbeds(sections: self, theme: theme)
        prose.embed = embeds.html
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
                : prose.deferred(
                    study.themes[theme].prose,
                    headingLevel: level + 1,
                    idPrefix: "\(id).\(ProseRenderer.mainPrefix)",
                    addEmbed: embeds.add
                ),
            constructs: card.depth == 0 ? maker.constructs(ofTheme: theme) : [],
            voices: voices
        )
    }

    private func voice(
        _ entries: ArraySlice<FindingsOrder.Entry>,
        of group: GroupLink,
        on theme: Int,
        level: Int
    ) -> ReportVoice {
        let told = report.order.toldInProse[theme]
        var quotes: [NumberedQuote] = []
        var inProse: [QuoteReference] = []
        var elsewhere: [QuoteReference] = []
        for entry in entries {
            if entry.isInFull {
                quotes.append(report.numbered(entry.quote, under: theme))
            } else if told.contains(entry.quote) {
                inProse.append(report.reference(entry.quote, from: page))
            } else {
                elsewhere.append(report.reference(entry.quote, from: page))
            }
        }
        return ReportVoice(
            heading: ReportHeading(level: level, id: nil, title: group.title),
            group: group,
            quotes: quotes,
            inProse: inProse,
            elsewhere: elsewhere
        )
    }
}
