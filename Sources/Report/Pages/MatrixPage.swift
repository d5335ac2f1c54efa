import Markup
import Templates

/// Who speaks on what: themes by group, themes by participant, themes that occur together, and how evenly people are
/// quoted.
struct MatrixPage: PageModel {
    let frame: PageFrame
    let groups: [GroupLink]
    let rows: [ThemeNode]
    /// Whether only the topmost themes are shown, as there are too many.
    let isCut: Bool
    /// Themes by participant; nil where the table would be too large to read.
    let people: PeopleMatrix?
    let pairs: [PairView]
    let spread: String
    let spreads: [SpreadView]

    static let fields = Fields<MatrixPage>(page: [
        .list("groups") { $0.groups },
        .list("rows") { $0.rows },
        .flag("isCut") { $0.isCut },
        .optionalRecord("people") { $0.people },
        .list("pairs") { $0.pairs },
        .flag("hasPairs") { !$0.pairs.isEmpty },
        .text("spread") { $0.spread },
        .list("spreads") { $0.spreads },
    ])
}

/// How many quotes each participant has on each theme.
struct PeopleMatrix: TemplateData {
    let groups: [GroupMembers]
    let rows: [Row]

    struct Row: TemplateData {
        let theme: ThemeLink
        let cells: [Cell]

        static let fields: Fields<Row> = [
            .record("theme") { $0.theme },
            .list("cells") { $0.cells },
        ]
    }

    struct Cell: TemplateData {
        let quotes: Int
        let shade: Int
        /// Whether a new group begins here.
        let isFirst: Bool

        static let fields: Fields<Cell> = [
            .text("quotes") { String($0.quotes) },
            .flag("isSilent") { $0.quotes == 0 },
            .text("shade") { String($0.shade) },
            .flag("isFirst") { $0.isFirst },
        ]
    }

    static let fields: Fields<PeopleMatrix> = [
        .list("groups") { $0.groups },
        .list("rows") { $0.rows },
    ]
}

/// Two themes that occur together.
struct PairView: TemplateData {
    let first: ThemeLink
    let second: ThemeLink
    let people: String
    let quotes: String
    /// From 0 to 100, of the most that two themes share.
    let percent: Int

    static let fields: Fields<PairView> = [
        .record("first") { $0.first },
        .record("second") { $0.second },
        .text("people") { $0.people },
        .text("quotes") { $0.quotes },
        .text("percent") { String($0.percent) },
    ]
}

/// How evenly the members of a group are quoted.
struct SpreadView: TemplateData {
    let group: GroupLink
    let picture: HTML
    let sentence: String

    static let fields: Fields<SpreadView> = [
        .record("group") { $0.group },
        .html("picture") { $0.picture },
        .text("sentence") { $0.sentence },
    ]
}
