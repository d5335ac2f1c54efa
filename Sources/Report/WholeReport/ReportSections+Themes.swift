import Fingerprints
import Markup
import Study
import Templates

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

    /// Adds all that the section of a theme is made of to a fingerprint.
    func add(
        _ theme: Int,
        _ range: Range<Int>,
        level: Int,
        to fingerprinter: inout Fingerprinter,
        for use: Use
    ) {
        let order = report.order
        let card = maker.cards.themes[theme]
        card.add(to: &fingerprinter, for: use)
        fingerprinter.add(order.themeNumbers[theme])
        fingerprinter.add(level)
        fingerprinter.add(range.lowerBound > 0 ? 1 : 0)
        fingerprinter.add(maker.cards.nodes[theme].shares, for: use)
        if range.lowerBound == 0 {
            let embeds = ReportEmbeds(sections: self, theme: theme)
            maker.prose.add(study.themes[theme].prose, addEmbed: embeds.add, to: &fingerprinter)
        }
        if card.depth == 0 { fingerprinter.add(maker.constructs(ofTheme: theme), for: use) }
        let told = order.toldInProse[theme]
        for entry in order.entries[theme][range] {
            // Who said it, and so the heading of each group, is part of the quote.
            fingerprinter.add(maker.cards.quoteFingerprints[entry.quote])
            report.quotes.add(entry.quote, to: &fingerprinter)
            fingerprinter.add(entry.isInFull ? 1 : told.contains(entry.quote) ? 2 : 3)
            guard entry.isInFull else { continue }
            for other in maker.graph.themesOfQuote[entry.quote] where other != theme {
                fingerprinter.add(order.themeNumbers[other])
            }
        }
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
