import Markup
import Templates

/// The theory: its statement, its claims, and what is said about it at length.
struct ReportTheory: TemplateData {
    let title: String
    let statement: HTML?
    let claims: [ReportClaim]
    let narrative: HTML?

    static let fields: Fields<ReportTheory> = [
        .text("title") { $0.title },
        .optionalHTML("statement") { $0.statement },
        .list("claims") { $0.claims },
        .flag("hasClaims") { !$0.claims.isEmpty },
        .optionalHTML("narrative") { $0.narrative },
    ]
}

/// A proposition; the words that it rests on stand in the findings.
struct ReportClaim: TemplateData {
    let proposition: PropositionView
    let evidence: ReportEvidence
    let against: [QuoteReference]

    static let fields: Fields<ReportClaim> = [
        .record("proposition") { $0.proposition },
        .record("evidence") { $0.evidence },
        .list("against") { $0.against },
        .flag("hasAgainst") { !$0.against.isEmpty },
    ]
}

/// The logic model: the drawing, and the same box by box.
struct ReportLogicModel: TemplateData {
    let title: String
    /// Only on the page where the logic model begins.
    let isFirst: Bool
    let introduction: HTML?
    let diagram: DeferredHTML?
    let columns: [ReportColumn]
    let assumptions: [ProseItem]
    let externalFactors: [ProseItem]

    static let fields: Fields<ReportLogicModel> = [
        .text("title") { $0.title },
        .flag("isFirst") { $0.isFirst },
        .optionalHTML("introduction") { $0.introduction },
        .deferredHTML("diagram") { $0.diagram },
        .list("columns") { $0.columns },
        .list("assumptions") { $0.assumptions },
        .flag("hasAssumptions") { !$0.assumptions.isEmpty },
        .list("externalFactors") { $0.externalFactors },
        .flag("hasExternalFactors") { !$0.externalFactors.isEmpty },
    ]
}

/// A column of the logic model with its boxes.
struct ReportColumn: TemplateData {
    let title: String
    let description: HTML?
    let boxes: [ReportBox]

    static let fields: Fields<ReportColumn> = [
        .text("title") { $0.title },
        .optionalHTML("description") { $0.description },
        .list("boxes") { $0.boxes },
    ]
}

/// A box; the words that it rests on stand in the findings.
struct ReportBox: TemplateData {
    let box: BoxView
    let evidence: ReportEvidence

    static let fields: Fields<ReportBox> = [
        .record("box") { $0.box },
        .record("evidence") { $0.evidence },
    ]
}

/// The interview guides, one after another.
struct ReportGuides: TemplateData {
    let title: String
    let guides: [GuideView]

    static let fields: Fields<ReportGuides> = [
        .text("title") { $0.title },
        .list("guides") { $0.guides },
    ]
}

/// The works that the study cites, or what did not fit of them on the page before.
struct ReportReferences: TemplateData {
    let title: String
    /// Only on the page where the list begins.
    let isFirst: Bool
    let references: [ReferenceView]

    static let fields: Fields<ReportReferences> = [
        .text("title") { $0.title },
        .flag("isFirst") { $0.isFirst },
        .list("references") { $0.references },
    ]
}
