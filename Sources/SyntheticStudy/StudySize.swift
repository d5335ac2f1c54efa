/// How much of everything a synthetic study has.
public struct StudySize: Sendable, Hashable {
    /// What a person calls the size: `S`.
    public let name: String
    /// Themes at the top of the tree.
    public let themes: Int
    /// Themes under other themes, at any depth.
    public let subThemes: Int
    /// Coded quotes.
    public let quotes: Int
    /// People who are quoted.
    public let participants: Int
    /// Stakeholder groups, each with an interview guide.
    public let groups: Int
    /// Propositions of the theory.
    public let propositions: Int
    /// Boxes of the logic model.
    public let boxes: Int
    /// Arrows of the logic model.
    public let arrows: Int
    /// Works in the list of references.
    public let references: Int

    /// Constructs of the framework, the same in each size.
    public static let constructs = 4
    /// Markdown pages, the same in each size.
    public static let pages = 6
    /// More rows than this go into another file.
    public static let rowsPerFile = 5_000

    /// As small as the study that ships with the project.
    public static let small = StudySize(
        name: "S",
        themes: 4,
        subThemes: 9,
        quotes: 31,
        participants: 18,
        groups: 3,
        propositions: 8,
        boxes: 20,
        arrows: 27,
        references: 35
    )
    /// A quarter of M, to see how cost grows from one to the other.
    public static let quarter = StudySize(
        name: "Q",
        themes: 5,
        subThemes: 25,
        quotes: 500,
        participants: 25,
        groups: 5,
        propositions: 30,
        boxes: 60,
        arrows: 120,
        references: 80
    )
    /// A large interview study.
    public static let medium = StudySize(
        name: "M",
        themes: 20,
        subThemes: 100,
        quotes: 2_000,
        participants: 100,
        groups: 5,
        propositions: 30,
        boxes: 60,
        arrows: 120,
        references: 80
    )
    /// A programme of studies.
    public static let large = StudySize(
        name: "L",
        themes: 100,
        subThemes: 900,
        quotes: 20_000,
        participants: 500,
        groups: 6,
        propositions: 30,
        boxes: 60,
        arrows: 120,
        references: 200
    )
    /// More than anybody has coded by hand.
    public static let extraLarge = StudySize(
        name: "XL",
        themes: 200,
        subThemes: 1_800,
        quotes: 100_000,
        participants: 1_000,
        groups: 8,
        propositions: 30,
        boxes: 60,
        arrows: 120,
        references: 400
    )

    /// Every size, the smallest first.
    public static let all = [small, quarter, medium, large, extraLarge]

    /// The size of a name, in capitals or not.
    public init?(_ name: String) {
        guard let size = Self.all.first(where: { $0.name == name.uppercased() }) else { return nil }
        self = size
    }

    private init(
        name: String,
        themes: Int,
        subThemes: Int,
        quotes: Int,
        participants: Int,
        groups: Int,
        propositions: Int,
        boxes: Int,
        arrows: Int,
        references: Int
    ) {
        self.name = name
        self.themes = themes
        self.subThemes = subThemes
        self.quotes = quotes
        self.participants = participants
        self.groups = groups
        self.propositions = propositions
        self.boxes = boxes
        self.arrows = arrows
        self.references = references
    }
}
