import Markup
import Templates

/// The logic model: the diagram, and the same box by box with its evidence.
struct LogicModelPage: PageModel {
    let frame: PageFrame
    let kicker: String?
    let title: String
    let introduction: HTML?
    let diagram: DeferredHTML?
    let groups: [GroupLink]
    /// Whether any arrow leads back.
    let hasFeedback: Bool
    let columns: [ColumnView]
    let assumptions: [ProseItem]
    let externalFactors: [ProseItem]

    static let fields = Fields<LogicModelPage>(page: [
        .optionalText("kicker") { $0.kicker },
        .text("title") { $0.title },
        .optionalHTML("introduction") { $0.introduction },
        .deferredHTML("diagram") { $0.diagram },
        .list("groups") { $0.groups },
        .flag("hasFeedback") { $0.hasFeedback },
        .list("columns") { $0.columns },
        .list("assumptions") { $0.assumptions },
        .flag("hasAssumptions") { !$0.assumptions.isEmpty },
        .list("externalFactors") { $0.externalFactors },
        .flag("hasExternalFactors") { !$0.externalFactors.isEmpty },
    ])
}

/// A column of the logic model with its boxes.
struct ColumnView: TemplateData {
    let title: String
    let slug: String
    let description: HTML?
    let boxes: [BoxView]

    static let fields: Fields<ColumnView> = [
        .text("title") { $0.title },
        .text("slug") { $0.slug },
        .optionalHTML("description") { $0.description },
        .list("boxes") { $0.boxes },
    ]
}

/// A box of the logic model with its evidence, and where arrows lead from and to it.
struct BoxView: TemplateData {
    let slug: String
    let href: String
    let title: String
    let column: String
    let text: HTML?
    let evidence: EvidenceView
    let comesFrom: [ArrowView]
    let leadsTo: [ArrowView]
    let propositions: [PropositionLink]

    static let fields: Fields<BoxView> = [
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .text("title") { $0.title },
        .text("column") { $0.column },
        .optionalHTML("text") { $0.text },
        .record("evidence") { $0.evidence },
        .list("comesFrom") { $0.comesFrom },
        .flag("hasSources") { !$0.comesFrom.isEmpty },
        .list("leadsTo") { $0.leadsTo },
        .flag("hasTargets") { !$0.leadsTo.isEmpty },
        .list("propositions") { $0.propositions },
        .flag("hasPropositions") { !$0.propositions.isEmpty },
    ]
}

/// The other end of an arrow.
struct ArrowView: TemplateData {
    let box: BoxLink
    /// What the arrow says.
    let label: String?
    let isFeedback: Bool
    /// What the arrow itself rests on.
    let evidence: EvidenceView

    static let fields: Fields<ArrowView> = [
        .record("box") { $0.box },
        .optionalText("label") { $0.label },
        .flag("isFeedback") { $0.isFeedback },
        .record("evidence") { $0.evidence },
    ]
}
