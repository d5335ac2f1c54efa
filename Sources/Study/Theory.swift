import Diagnostics

/// The explanation that a study arrives at.
public struct Theory: Sendable {
    public var title: String?
    /// The theory in a paragraph.
    public var statement: Prose?
    /// Its claims, in order; the first is number 1.
    public var propositions: [Proposition]
    /// What is said about it at length.
    public var narrative: Prose
    public var place: Place

    public init(
        title: String? = nil,
        statement: Prose? = nil,
        propositions: [Proposition] = [],
        narrative: Prose,
        place: Place
    ) {
        self.title = title
        self.statement = statement
        self.propositions = propositions
        self.narrative = narrative
        self.place = place
    }
}

/// One claim of a theory.
public struct Proposition: Sendable {
    public var id: PropositionID
    /// From 1, in the order of the theory.
    public var number: Int
    /// The claim, in a sentence.
    public var claim: Prose
    /// What it means and why it is made.
    public var explanation: Prose?
    /// What supports it.
    public var support: Support
    /// Quotes that speak against it.
    public var against: [QuoteID]
    /// The boxes of the logic model that it explains.
    public var boxes: [BoxID]
    public var place: Place

    public init(
        id: PropositionID,
        number: Int,
        claim: Prose,
        explanation: Prose? = nil,
        support: Support,
        against: [QuoteID] = [],
        boxes: [BoxID] = [],
        place: Place
    ) {
        self.id = id
        self.number = number
        self.claim = claim
        self.explanation = explanation
        self.support = support
        self.against = against
        self.boxes = boxes
        self.place = place
    }
}

/// What a claim, a box or an arrow rests on, as the study's authors name it.
public struct Support: Sendable, Hashable {
    /// Themes: all their quotes count.
    public var themes: [ThemeID]
    /// Quotes that were picked out; they are shown first.
    public var quotes: [QuoteID]

    public init(themes: [ThemeID] = [], quotes: [QuoteID] = []) {
        self.themes = themes
        self.quotes = quotes
    }

    /// Whether nothing is named.
    public var isEmpty: Bool { themes.isEmpty && quotes.isEmpty }
}
