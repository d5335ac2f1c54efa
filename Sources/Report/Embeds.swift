import Fingerprints
import Markup
import Study
import Templates

/// Shows parts of a study whole inside prose.
///
/// A class, as each text that may embed something takes it along: a struct of this size would be copied for each of them.
final class Embeds: Sendable {
    let templates: ReportTemplates
    let cards: Cards
    let claims: ClaimMaker

    init(templates: ReportTemplates, cards: Cards, claims: ClaimMaker) {
        self.templates = templates
        self.cards = cards
        self.claims = claims
    }

    /// A part as a block; nil if it is of a kind that cannot be embedded.
    @Sendable
    func html(_ target: Target) -> HTML? { part(target)?.html() }

    /// Adds all that the block shows to a fingerprint.
    func add(_ target: Target, to fingerprinter: inout Fingerprinter) {
        let part = part(target)
        fingerprinter.add(part == nil ? 0 : 1)
        if let part { fingerprinter.add(part.fingerprint()) }
    }

    private struct Part {
        let html: () -> HTML
        let fingerprint: () -> Fingerprint

        init<Model: TemplateData>(_ model: Model, _ template: Template<Model>) {
            html = { template.html(model) }
            fingerprint = { template.fingerprint(of: model) }
        }

        init(_ deferred: DeferredHTML) {
            html = { deferred.html }
            fingerprint = { deferred.fingerprint }
        }
    }

    private func part(_ target: Target) -> Part? {
        let index = cards.graph.index
        switch target {
        case .quote(let id):
            return index.quotes[id].flatMap { cards.items([$0]).first }.map { Part($0, templates.embedQuote) }
        case .theme(let id): return index.themes[id].map { Part(cards.nodes[$0], templates.embedTheme) }
        case .group(let id): return index.groups[id].map { Part(cards.groups[$0], templates.embedGroup) }
        case .participant(let id):
            return index.participants[id].map { Part(cards.participants[$0], templates.embedParticipant) }
        case .construct(let id):
            return index.constructs[id].map { Part(cards.constructs[$0], templates.embedConstruct) }
        case .proposition(let id):
            guard let position = index.propositions[id], let theory = claims.study.theory else { return nil }
            return Part(claims.proposition(theory.propositions[position]), templates.embedProposition)
        case .box(let id):
            guard let position = index.boxes[id], let model = claims.study.logicModel else { return nil }
            return Part(claims.box(model.boxes[position], in: model), templates.embedBox)
        case .logicModel: return claims.diagram().map(Part.init)
        case .guide(let id):
            guard let guide = index.guides[id].map({ claims.study.guides[$0] }), let card = claims.guideCard(guide)
            else {
                return nil
            }
            return Part(claims.guide(guide, card), templates.embedGuide)
        default: return nil
        }
    }
}
