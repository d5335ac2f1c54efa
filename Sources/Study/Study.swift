import Diagnostics

/// One research project: everything that its files say, checked, with every name resolved.
///
/// A study holds only what may be published: quotes that were withheld never enter it.
public struct Study: Sendable {
    /// Title, authors, licence and the other facts about the study as a whole.
    public var about: About
    /// The stakeholder groups, in the study's order.
    public var groups: [Group]
    /// The theory that guided the analysis, with its constructs.
    public var framework: Framework?
    /// What the levels of the theme tree are called, from the top: theme, sub-theme.
    public var levels: [Level]
    /// Every theme of the tree, each before its sub-themes, in the order of the codebook.
    public var themes: [Theme]
    /// The participants, in the order of their file.
    public var participants: [Participant]
    /// The published quotes, in the order of their files.
    public var quotes: [Quote]
    /// The interview guides, in the order of their groups.
    public var guides: [Guide]
    /// The explanation that the study arrives at.
    public var theory: Theory?
    /// Situation, inputs, mechanisms and outcomes.
    public var logicModel: LogicModel?
    /// The Markdown pages, in the order of the navigation and then of their ids.
    public var pages: [Page]
    /// The works of the list of references, in the order of their file.
    public var references: [Reference]
    /// What stands in the site's main navigation, in order.
    public var navigation: [Target]
    /// Which parts of the navigation stand together under a title, in order.
    public var menus: [Menu]
    /// Files that the prose shows or offers (pictures, documents), as paths relative to the study's folder, sorted.
    public var files: [String]
    /// What became of everything that was once published.
    public var ledger: Ledger
    /// The states of the study that were fixed to compare with, the first one first.
    public var releases: [Release]

    /// A study from its parts.
    public init(
        about: About,
        groups: [Group] = [],
        framework: Framework? = nil,
        levels: [Level] = [],
        themes: [Theme] = [],
        participants: [Participant] = [],
        quotes: [Quote] = [],
        guides: [Guide] = [],
        theory: Theory? = nil,
        logicModel: LogicModel? = nil,
        pages: [Page] = [],
        references: [Reference] = [],
        navigation: [Target] = [],
        menus: [Menu] = [],
        files: [String] = [],
        ledger: Ledger = Ledger(),
        releases: [Release] = []
    ) {
        self.about = about
        self.groups = groups
        self.framework = framework
        self.levels = levels
        self.themes = themes
        self.participants = participants
        self.quotes = quotes
        self.guides = guides
        self.theory = theory
        self.logicModel = logicModel
        self.pages = pages
        self.references = references
        self.navigation = navigation
        self.menus = menus
        self.files = files
        self.ledger = ledger
        self.releases = releases
    }
}

/// Parts of the navigation that stand together under a title.
public struct Menu: Sendable, Hashable {
    /// What they have in common: `Findings`.
    public var title: String
    /// Their positions in the study's navigation; never empty.
    public var positions: Range<Int>

    public init(title: String, positions: Range<Int>) {
        self.title = title
        self.positions = positions
    }
}
