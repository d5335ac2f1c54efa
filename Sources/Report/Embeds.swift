import Markup
import Study
import Templates

/// Shows parts of a study whole inside prose.
struct Embeds: Sendable {
    let templates: ReportTemplates
    let cards: Cards
    let claims: ClaimMaker

    /// A part as a block; nil if it is of a kind that cannot be embedded.
    @Sendable
    func html(_ target: Target) -> HTML? {
        let index = cards.graph.index
        switch target {
        case .quote(let id): return index.quotes[id].flatMap { show(cards.items([$0]).first, templates.embedQuote) }
        case .theme(let id): return index.themes[id].flatMap { show(cards.nodes[$0], templates.embedTheme) }
        case .group(let id): return index.groups[id].flatMap { show(cards.groups[$0], templates.embedGroup) }
        case .participant(let id):
            return index.participants[id].flatMap { show(cards.participants[$0], templates.embedParticipant) }
        case .construct(let id):
            return index.constructs[id].flatMap { show(cards.constructs[$0], templates.embedConstruct) }
        case .proposition(let id):
            guard let position = index.propositions[id], let theory = claims.study.theory else { return nil }
            return show(claims.proposition(theory.propositions[position]), templates.embedProposition)
        case .box(let id):
            guard let position = index.boxes[id], let model = claims.study.logicModel else { return nil }
            return show(claims.box(model.boxes[position], in: model), templates.embedBox)
        case .logicModel: return claims.diagram()
        case .guide(let id):
            guard let guide = index.guides[id].map({ claims.study.guides[$0] }), let card = claims.guideCard(guide)
            else {
                return nil
            }
            return show(claims.guide(guide, card), templates.embedGuide)
        default: return nil
        }
    }

    private func show<Model: TemplateData>(_ model: Model?, _ template: Template<Model>) -> HTML? {
        model.map { template.html($0) }
    }
}
