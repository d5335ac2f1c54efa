import Markup
import Templates

/// What the study asked and found, in brief, and the facts about it.
struct ReportOpening: TemplateData {
    let question: String?
    let summary: String?
    let facts: [LabelledValue]

    static let fields: Fields<ReportOpening> = [
        .optionalText("question") { $0.question },
        .optionalText("summary") { $0.summary },
        .list("facts") { $0.facts },
        .flag("hasFacts") { !$0.facts.isEmpty },
    ]
}

/// Who was asked, with what Verbatim counted.
struct ReportGroups: TemplateData {
    let figures: [Figure]
    let groups: [GroupCard]

    static let fields: Fields<ReportGroups> = [
        .list("figures") { $0.figures },
        .list("groups") { $0.groups },
    ]
}

/// The theory that guided the analysis.
struct ReportFramework: TemplateData {
    let title: String
    let description: HTML?
    let reference: Link?
    let constructs: [ConstructCard]

    static let fields: Fields<ReportFramework> = [
        .text("title") { $0.title },
        .optionalHTML("description") { $0.description },
        .optionalRecord("reference") { $0.reference },
        .list("constructs") { $0.constructs },
    ]
}

/// A page that a researcher wrote.
struct ReportProse: TemplateData {
    let slug: String
    let title: String
    let summary: String?
    let prose: DeferredHTML?

    static let fields: Fields<ReportProse> = [
        .text("slug") { $0.slug },
        .text("title") { $0.title },
        .optionalText("summary") { $0.summary },
        .deferredHTML("prose") { $0.prose },
    ]
}
