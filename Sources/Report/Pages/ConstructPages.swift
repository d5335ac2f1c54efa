import Markup
import Templates

/// The framework with all its constructs.
struct ConstructsPage: PageModel {
    let frame: PageFrame
    let framework: String
    let description: HTML?
    /// The work that set it out.
    let reference: Link?
    let constructs: [ConstructCard]

    static let fields = Fields<ConstructsPage>(page: [
        .text("framework") { $0.framework },
        .optionalHTML("description") { $0.description },
        .optionalRecord("reference") { $0.reference },
        .list("constructs") { $0.constructs },
    ])
}

/// One construct: the themes that answer it and the questions that asked for it.
struct ConstructPage: PageModel {
    let frame: PageFrame
    let construct: ConstructCard
    let tree: ThemeTree
    let questions: [GroupQuestions]
    let citedIn: [Link]

    static let fields = Fields<ConstructPage>(page: [
        .record("construct") { $0.construct },
        .record("tree") { $0.tree },
        .list("questions") { $0.questions },
        .flag("hasQuestions") { $0.questions.contains { !$0.questions.isEmpty } },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
    ])
}
