import Fingerprints
import Markup
import Study

/// What the report shows where a theme's prose embeds a part of the study. A quote stands there with its words if this is
/// its one place, or else with its first words.
struct ReportEmbeds: Sendable {
    let sections: ReportSections
    let theme: Int

    private var maker: PageMaker { sections.maker }

    /// A part as a block; nil if it is of a kind that cannot be embedded.
    @Sendable
    func html(_ target: Target) -> HTML? {
        guard let quote = quote(target) else { return maker.embeds.html(target) }
        guard isInFull(quote) else { return maker.templates.reportQuoteElsewhere.html(reference(quote)) }
        return maker.templates.reportQuote.html(numbered(quote))
    }

    /// Adds all that the block shows to a fingerprint.
    func add(_ target: Target, to fingerprinter: inout Fingerprinter) {
        guard let quote = quote(target) else { return maker.embeds.add(target, to: &fingerprinter) }
        if isInFull(quote) {
            fingerprinter.add(maker.templates.reportQuote.fingerprint(of: numbered(quote)))
        } else {
            fingerprinter.add(maker.templates.reportQuoteElsewhere.fingerprint(of: reference(quote)))
        }
    }

    private func quote(_ target: Target) -> Int? {
        if case .quote(let id) = target { maker.graph.index.quotes[id] } else { nil }
    }

    private func isInFull(_ quote: Int) -> Bool { sections.report.order.toldInProse[theme].contains(quote) }

    private func numbered(_ quote: Int) -> NumberedQuote {
        sections.report.numbered(quote, under: theme)
    }

    private func reference(_ quote: Int) -> QuoteReferenceView {
        QuoteReferenceView(
            reference: sections.report.reference(quote, from: sections.page),
            group: maker.cards.quotes[quote].participant.group
        )
    }
}
