import Markup
import Templates

/// All themes, as a tree.
struct ThemesPage: PageModel {
    let frame: PageFrame
    /// The name of the topmost level: `Themes`.
    let title: String
    let tally: Tally
    let themes: [ThemeNode]

    static let fields = Fields<ThemesPage>(page: [
        .text("title") { $0.title },
        .record("tally") { $0.tally },
        .list("themes") { $0.themes },
    ])
}

/// One theme: what it means, who says so and who does not.
struct ThemePage: PageModel {
    let frame: PageFrame
    let node: ThemeNode
    let prose: HTML?
    let constructs: [ConstructCard]
    let groups: [GroupQuotes]
    let propositions: [PropositionLink]
    let boxes: [BoxLink]
    let citedIn: [CitingPlace]
    let previous: Link?
    let next: Link?

    static let fields = Fields<ThemePage>(page: [
        .record("node") { $0.node },
        .record("theme") { $0.node.theme },
        .optionalHTML("prose") { $0.prose },
        .list("constructs") { $0.constructs },
        .flag("hasConstructs") { !$0.constructs.isEmpty },
        .list("groups") { $0.groups },
        .list("propositions") { $0.propositions },
        .flag("hasPropositions") { !$0.propositions.isEmpty },
        .list("boxes") { $0.boxes },
        .flag("hasBoxes") { !$0.boxes.isEmpty },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
        .flag("isUsed") { !$0.propositions.isEmpty || !$0.boxes.isEmpty || !$0.citedIn.isEmpty },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
        .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    ])
}

/// How often each group speaks on each theme.
struct MatrixPage: PageModel {
    let frame: PageFrame
    let groups: [GroupCard]
    let rows: [ThemeNode]

    static let fields = Fields<MatrixPage>(page: [
        .list("groups") { $0.groups },
        .list("rows") { $0.rows },
    ])
}
