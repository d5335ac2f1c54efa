import Diagnostics

/// A stakeholder group: a kind of participant.
public struct Group: Sendable {
    public var id: GroupID
    /// What the group is called: `Service users`.
    public var title: String
    /// What one member is called: `service user`.
    public var singular: String
    /// Who they are, in a sentence or two.
    public var description: Prose?
    public var place: Place

    public init(id: GroupID, title: String, singular: String, description: Prose? = nil, place: Place) {
        self.id = id
        self.title = title
        self.singular = singular
        self.description = description
        self.place = place
    }
}

/// The theory that guided the analysis.
public struct Framework: Sendable {
    /// Its name: `Normalisation Process Theory`.
    public var name: String
    /// What it is, in a sentence or two.
    public var description: Prose?
    /// Where it was set out.
    public var reference: ReferenceID?
    /// Its constructs, in its own order.
    public var constructs: [Construct]

    public init(name: String, description: Prose? = nil, reference: ReferenceID? = nil, constructs: [Construct] = []) {
        self.name = name
        self.description = description
        self.reference = reference
        self.constructs = constructs
    }
}

/// One of the ideas that a framework is made of.
public struct Construct: Sendable {
    public var id: ConstructID
    public var title: String
    /// What it means, in a sentence or two.
    public var description: Prose?
    public var place: Place

    public init(id: ConstructID, title: String, description: Prose? = nil, place: Place) {
        self.id = id
        self.title = title
        self.description = description
        self.place = place
    }
}

/// What the themes of one level of the tree are called.
public struct Level: Sendable, Hashable {
    /// One of them: `sub-theme`.
    public var singular: String
    /// Several: `sub-themes`.
    public var plural: String

    public init(singular: String, plural: String) {
        self.singular = singular
        self.plural = plural
    }
}

/// A finding: a node of the theme tree.
public struct Theme: Sendable {
    public var id: ThemeID
    public var title: String
    /// A title of a few words, for tables and diagrams.
    public var shortTitle: String?
    /// The theme that this is a part of.
    public var parent: ThemeID?
    /// How far below the top it stands; 0 at the top.
    public var depth: Int
    /// The constructs that it is aligned with, its own only.
    public var constructs: [ConstructID]
    /// The code names of QDA tools that mean this theme.
    public var codes: [String]
    /// The finding in one sentence, as plain text.
    public var summary: String?
    /// A quote that stands for the theme where only one can be shown.
    public var keyQuote: QuoteID?
    /// What the theme means.
    public var prose: Prose?
    public var place: Place

    public init(
        id: ThemeID,
        title: String,
        shortTitle: String? = nil,
        parent: ThemeID? = nil,
        depth: Int = 0,
        constructs: [ConstructID] = [],
        codes: [String] = [],
        summary: String? = nil,
        keyQuote: QuoteID? = nil,
        prose: Prose? = nil,
        place: Place
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.parent = parent
        self.depth = depth
        self.constructs = constructs
        self.codes = codes
        self.summary = summary
        self.keyQuote = keyQuote
        self.prose = prose
        self.place = place
    }
}
