import Diagram
import Markup
import Processors
import Study
import Templates

/// Makes what pages show of propositions, boxes and guides, with their evidence.
struct ClaimMaker: Sendable {
    let study: Study
    let cards: Cards
    let backlinks: Backlinks
    let linker: Linker
    let prose: ProseRenderer
    private let arrowsFrom: [BoxID: [LogicModel.Arrow]]
    private let arrowsTo: [BoxID: [LogicModel.Arrow]]
    /// Laying the logic model out takes longer than all else on its page, and several pages show it.
    let drawnOnce = Once<DeferredHTML?>()
    /// What is drawn, and how it runs across: the page and the file of its own show the same.
    let drawingOnce = Once<Diagram?>()
    let acrossOnce = Once<DiagramLayout?>()

    init(study: Study, cards: Cards, backlinks: Backlinks, linker: Linker, prose: ProseRenderer) {
        self.study = study
        self.cards = cards
        self.backlinks = backlinks
        self.linker = linker
        self.prose = prose
        let arrows = study.logicModel?.arrows ?? []
        arrowsFrom = Dictionary(grouping: arrows, by: \.from)
        arrowsTo = Dictionary(grouping: arrows, by: \.to)
    }

    // MARK: Propositions

    /// A proposition by its position, as other pages name it.
    func propositionLink(_ position: Int, relation: Phrases.Key? = nil) -> PropositionLink? {
        guard let proposition = study.theory?.propositions[position] else { return nil }
        return PropositionLink(
            number: proposition.number,
            claim: proposition.claim.plainText,
            href: Addresses.href(.proposition(proposition.id)),
            relation: relation.map { linker.phrases.text($0) }
        )
    }

    func proposition(_ proposition: Proposition, explanation: HTML? = nil) -> PropositionView {
        let href = Addresses.href(.proposition(proposition.id))
        let against = proposition.against.compactMap { cards.graph.index.quotes[$0] }
        return PropositionView(
            number: proposition.number,
            slug: Addresses.slug(proposition.id.rawValue),
            href: href,
            title: linker.title(.proposition(proposition.id)),
            claim: prose.inline(proposition.claim) ?? HTML(),
            explanation: explanation ?? prose.blocks(proposition.explanation, headingLevel: 4, idPrefix: "embed_"),
            evidence: cards.evidence(proposition.support, href: href),
            against: cards.items(against),
            boxes: proposition.boxes.compactMap(boxLink)
        )
    }

    // MARK: Boxes

    func boxLink(_ id: BoxID) -> BoxLink? {
        guard let model = study.logicModel, let position = cards.graph.index.boxes[id] else { return nil }
        return boxLink(model.boxes[position], in: model)
    }

    func boxLink(at position: Int) -> BoxLink? { study.logicModel.flatMap { boxLink($0.boxes[position].id) } }

    private func boxLink(_ box: LogicModel.Box, in model: LogicModel) -> BoxLink {
        let column = cards.graph.index.columns[box.column].map { model.columns[$0].title }
        return BoxLink(title: box.title, column: column ?? "", href: Addresses.href(.box(box.id)))
    }

    func box(_ box: LogicModel.Box, in model: LogicModel, text: HTML? = nil) -> BoxView {
        let link = boxLink(box, in: model)
        let position = cards.graph.index.boxes[box.id]
        let propositions = position.flatMap { backlinks.propositionsOfBox[$0] } ?? []
        return BoxView(
            slug: Addresses.slug(box.id.rawValue),
            href: link.href,
            title: box.title,
            column: link.column,
            text: text ?? prose.blocks(box.text, headingLevel: 4, idPrefix: "embed_"),
            evidence: cards.evidence(box.support, href: link.href),
            comesFrom: (arrowsTo[box.id] ?? []).compactMap { arrow($0, end: $0.from) },
            leadsTo: (arrowsFrom[box.id] ?? []).compactMap { arrow($0, end: $0.to) },
            propositions: propositions.compactMap { propositionLink($0) }
        )
    }

    private func arrow(_ arrow: LogicModel.Arrow, end: BoxID) -> ArrowView? {
        guard let box = boxLink(end) else { return nil }
        return ArrowView(
            box: box,
            label: arrow.label,
            isFeedback: arrow.isFeedback,
            evidence: cards.evidence(arrow.support, href: box.href)
        )
    }

    // MARK: Guides

    func guideCard(_ guide: Guide) -> GuideCard? {
        guard let group = cards.graph.index.groups[guide.group] else { return nil }
        let questions = guide.sections.reduce(0) { $0 + $1.questions.count }
        return GuideCard(
            title: linker.guideTitle(guide.group),
            href: Addresses.href(.guide(guide.group)),
            group: cards.groupLinks[group],
            questionsText: linker.phrases.count(.questions, questions)
        )
    }

    func guide(_ guide: Guide, _ card: GuideCard, introduction: HTML? = nil) -> GuideView {
        let sections = guide.sections.map { section in
            GuideSectionView(
                title: section.title,
                href: section.construct.map { Addresses.href(.construct($0)) },
                themes: themes(answering: section.construct),
                questions: questions(section, of: guide)
            )
        }
        return GuideView(card: card, introduction: introduction, sections: sections)
    }

    /// The themes that are aligned with a construct.
    func themes(answering construct: ConstructID?) -> [ThemeLink] {
        construct.flatMap { cards.graph.index.constructs[$0] }.map { cards.constructs[$0].themes } ?? []
    }

    func questions(_ section: Guide.Section, of guide: Guide) -> [QuestionView] {
        let page = Addresses.href(.guide(guide.group))
        return section.questions.map {
            QuestionView(number: $0.number, text: $0.text, href: "\(page)#question-\($0.number)")
        }
    }
}
