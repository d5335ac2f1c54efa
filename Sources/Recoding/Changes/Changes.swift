import Study

/// What is different between two states of a study.
///
/// All lists are in the order of the later state, or of the earlier one for what is no more, so the same two states
/// always give the same changes. Of what was withdrawn nothing is told but its ids; it counts in neither state.
public struct Changes: Sendable, Hashable {
    /// A quote that supports other themes than before.
    public struct Recoded: Sendable, Hashable {
        public let quote: QuoteID
        /// Themes that it no longer supports.
        public let from: [ThemeID]
        /// Themes that it supports now and did not before.
        public let to: [ThemeID]
    }

    /// A quote whose words are not quite what they were.
    public struct Reworded: Sendable, Hashable {
        public let quote: QuoteID
        public let rewording: Rewording
    }

    /// Something that has another id.
    public struct Renamed<ID: Identifier>: Sendable, Hashable {
        public let from: ID
        public let to: ID
    }

    /// Several that became one.
    public struct Merged<ID: Identifier>: Sendable, Hashable {
        public let from: [ID]
        public let to: ID
    }

    /// One that became several.
    public struct Split<ID: Identifier>: Sendable, Hashable {
        public let from: ID
        public let to: [ID]
    }

    /// A theme with another title.
    public struct Retitled: Sendable, Hashable {
        public let theme: ThemeID
        public let from: String
        public let to: String
    }

    /// Quotes that cannot be told apart.
    public struct Unclear: Sendable, Hashable {
        public let from: [QuoteID]
        public let to: [QuoteID]
    }

    public var quotesAdded: [QuoteID] = []
    public var quotesRemoved: [QuoteID] = []
    public var quotesWithdrawn: [QuoteID] = []
    public var quotesRenamed: [Renamed<QuoteID>] = []
    public var quotesMerged: [Merged<QuoteID>] = []
    public var quotesSplit: [Split<QuoteID>] = []
    public var quotesRecoded: [Recoded] = []
    public var quotesReworded: [Reworded] = []
    /// Quotes that are gone and may be one of several new ones: a person has to say so in the ledger.
    public var unclear: [Unclear] = []

    public var themesAdded: [ThemeID] = []
    public var themesRemoved: [ThemeID] = []
    public var themesRenamed: [Renamed<ThemeID>] = []
    public var themesMerged: [Merged<ThemeID>] = []
    public var themesSplit: [Split<ThemeID>] = []
    public var themesRetitled: [Retitled] = []

    public var participantsAdded: [ParticipantID] = []
    public var participantsRenamed: [Renamed<ParticipantID>] = []
    /// Participants of the earlier state who are not in the later one. Not for publication.
    public var participantsWithdrawn: [ParticipantID] = []

    /// How the evidence of themes shifted, group by group; only where it did.
    public var shifts: [Shift] = []

    /// Nothing changed.
    public init() {}

    /// Whether nothing changed.
    public var isEmpty: Bool { self == Changes() }
}

/// How the evidence of a theme and its sub-themes shifted in one group.
public struct Shift: Sendable, Hashable {
    /// How much there is.
    public struct Count: Sendable, Hashable {
        public let quotes: Int
        public let participants: Int

        public init(quotes: Int, participants: Int) {
            self.quotes = quotes
            self.participants = participants
        }
    }

    /// The theme, by its id in the later state; in the earlier one if it is no more.
    public let theme: ThemeID
    public let group: GroupID
    public let before: Count
    public let after: Count
}
