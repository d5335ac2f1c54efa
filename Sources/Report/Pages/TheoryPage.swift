import Markup
import Templates

/// The theory: its statement, its claims with their evidence, and what is said about it at length.
struct TheoryPage: PageModel {
    let frame: PageFrame
    let kicker: String?
    let title: String
    let statement: HTML?
    let propositions: [PropositionView]
    let narrative: HTML?

    static let fields = Fields<TheoryPage>(page: [
        .optionalText("kicker") { $0.kicker },
        .text("title") { $0.title },
        .optionalHTML("statement") { $0.statement },
        .list("propositions") { $0.propositions },
        .flag("hasPropositions") { !$0.propositions.isEmpty },
        .optionalHTML("narrative") { $0.narrative },
    ])
}

/// A claim of the theory with what speaks for it and against it.
struct PropositionView: TemplateData {
    let number: Int
    let slug: String
    let href: String
    /// `Proposition 3`
    let title: String
    let claim: HTML
    let explanation: HTML?
    let evidence: EvidenceView
    let against: [QuoteItem]
    let boxes: [BoxLink]

    static let fields: Fields<PropositionView> = [
        .number("number") { $0.number },
        .text("slug") { $0.slug },
        .text("href") { $0.href },
        .text("title") { $0.title },
        .html("claim") { $0.claim },
        .optionalHTML("explanation") { $0.explanation },
        .record("evidence") { $0.evidence },
        .list("against") { $0.against },
        .flag("hasAgainst") { !$0.against.isEmpty },
        .list("boxes") { $0.boxes },
        .flag("hasBoxes") { !$0.boxes.isEmpty },
    ]
}
