import Markup
import Templates

/// All quotes behind a claim, group by group; those that the study's authors picked out come first.
struct ClaimQuotes: TemplateData {
    let shares: [GroupShare]
    /// Empty where there are too many for one page: then each theme leads to its own.
    let groups: [GroupQuotes]
    /// Where the explorer shows them and nothing else; nil where there are none.
    let explorerHref: String?

    static let fields: Fields<ClaimQuotes> = [
        .list("shares") { $0.shares },
        .list("groups") { $0.groups },
        .flag("hasGroups") { !$0.groups.isEmpty },
        .optionalText("explorerHref") { $0.explorerHref },
    ]
}

/// A box of the logic model with everything that stands behind it.
struct BoxPage: PageModel {
    let frame: PageFrame
    let box: BoxView
    let quotes: ClaimQuotes
    let citedIn: [Link]
    let previous: Link?
    let next: Link?

    static let fields = Fields<BoxPage>(page: [
        .record("box") { $0.box },
        .record("quotes") { $0.quotes },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
        .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    ])
}

/// A proposition of the theory with everything that stands behind it.
struct PropositionPage: PageModel {
    let frame: PageFrame
    let proposition: PropositionView
    let quotes: ClaimQuotes
    let citedIn: [Link]
    let previous: Link?
    let next: Link?

    static let fields = Fields<PropositionPage>(page: [
        .record("proposition") { $0.proposition },
        .record("quotes") { $0.quotes },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
        .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    ])
}
