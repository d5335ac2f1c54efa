import Markup
import Templates

/// All themes, as a tree.
struct ThemesPage: PageModel {
    let frame: PageFrame
    /// The name of the topmost level: `Themes`.
    let title: String
    let tally: Tally
    let tree: ThemeTree

    static let fields = Fields<ThemesPage>(page: [
        .text("title") { $0.title },
        .record("tally") { $0.tally },
        .record("tree") { $0.tree },
    ])
}

/// Themes with those below them, in full or, where there are many, in brief.
struct ThemeTree: TemplateData {
    let themes: [ThemeNode]
    /// Whether what lies below the first level is only named, so that the page stays small.
    let isBrief: Bool

    init(_ themes: [ThemeNode], limit: Int) {
        self.themes = themes
        isBrief = themes.reduce(0) { $0 + $1.size + 1 } > limit
    }

    static let fields: Fields<ThemeTree> = [
        .list("themes") { $0.themes },
        .flag("isBrief") { $0.isBrief },
        .flag("isEmpty") { $0.themes.isEmpty },
    ]
}

/// One theme: what it means, who says so and who does not.
struct ThemePage: PageModel {
    let frame: PageFrame
    let node: ThemeNode
    let prose: DeferredHTML?
    /// The constructs that it is aligned with.
    let constructs: [Link]
    /// Where the questions stand that asked for it, a link for each construct.
    let asked: [Link]
    let groups: [GroupQuotes]
    /// The themes of which the same people speak, the most first.
    let together: [TogetherView]
    let propositions: [PropositionLink]
    let boxes: [BoxLink]
    let citedIn: [Link]
    let previous: Link?
    let next: Link?

    static let fields = Fields<ThemePage>(page: [
        .record("node") { $0.node },
        .record("theme") { $0.node.theme },
        .deferredHTML("prose") { $0.prose },
        .list("constructs") { $0.constructs },
        .flag("hasConstructs") { !$0.constructs.isEmpty },
        .list("asked") { $0.asked },
        .flag("hasAsked") { !$0.asked.isEmpty },
        .optionalText("explorerHref") {
            $0.node.tally.quotes == 0 ? nil : "\(Addresses.href(.quotes))?theme=\($0.node.theme.slug)"
        },
        .list("groups") { $0.groups },
        .list("together") { $0.together },
        .flag("hasTogether") { !$0.together.isEmpty },
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

/// A theme that is spoken of by the same people as another.
struct TogetherView: TemplateData {
    let theme: ThemeLink
    /// `5 participants`
    let people: String

    static let fields: Fields<TogetherView> = [
        .record("theme") { $0.theme },
        .text("people") { $0.people },
    ]
}
