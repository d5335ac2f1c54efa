/// A state of a study that was fixed to compare with.
public struct Release: Sendable, Hashable {
    /// What it is called: `2025-11`.
    public var name: String
    /// From 1, in the order in which releases were made.
    public var number: Int
    /// When it was made, if that was said.
    public var date: PartialDate?
    /// What the study was.
    public var snapshot: Snapshot

    /// A release.
    public init(name: String, number: Int, date: PartialDate? = nil, snapshot: Snapshot) {
        self.name = name
        self.number = number
        self.date = date
        self.snapshot = snapshot
    }
}

/// As much of a study as is needed to tell what changed since, and none of the words that people said.
public struct Snapshot: Sendable, Hashable {
    /// A stakeholder group.
    public struct Group: Sendable, Hashable {
        public var id: GroupID
        public var title: String

        public init(id: GroupID, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// A participant.
    public struct Participant: Sendable, Hashable {
        public var id: ParticipantID
        public var group: GroupID

        public init(id: ParticipantID, group: GroupID) {
            self.id = id
            self.group = group
        }
    }

    /// A theme.
    public struct Theme: Sendable, Hashable {
        public var id: ThemeID
        public var title: String
        public var parent: ThemeID?

        public init(id: ThemeID, title: String, parent: ThemeID? = nil) {
            self.id = id
            self.title = title
            self.parent = parent
        }
    }

    /// A quote, without its words.
    public struct Quote: Sendable, Hashable {
        public var id: QuoteID
        public var participant: ParticipantID
        public var themes: [ThemeID]
        public var print: TextPrint

        public init(id: QuoteID, participant: ParticipantID, themes: [ThemeID], print: TextPrint) {
            self.id = id
            self.participant = participant
            self.themes = themes
            self.print = print
        }
    }

    public var groups: [Group]
    public var participants: [Participant]
    /// Each before its sub-themes, in the order of the codebook.
    public var themes: [Theme]
    public var quotes: [Quote]
    /// The ids of quotes that were part of it and withdrawn since, sorted. Nothing else is known of them.
    public var withdrawn: [QuoteID]

    public init(
        groups: [Group] = [],
        participants: [Participant] = [],
        themes: [Theme] = [],
        quotes: [Quote] = [],
        withdrawn: [QuoteID] = []
    ) {
        self.groups = groups
        self.participants = participants
        self.themes = themes
        self.quotes = quotes
        self.withdrawn = withdrawn
    }
}

/// What is kept of a quote's words: enough to see that they were trimmed, extended or mended, not enough to read them.
public struct TextPrint: Sendable, Hashable {
    /// A run of a few words.
    public struct Piece: Sendable, Hashable {
        /// 25 bits that its letters make; thousands of other phrases make the same.
        public var mark: UInt32
        /// How many letters it has, in bytes of UTF-8.
        public var letters: Int

        public init(mark: UInt32, letters: Int) {
            self.mark = mark
            self.letters = letters
        }
    }

    /// What the exact text makes, but for white space.
    public var whole: UInt64
    /// Its words, a few at a time.
    public var pieces: [Piece]

    public init(whole: UInt64, pieces: [Piece]) {
        self.whole = whole
        self.pieces = pieces
    }

    /// How many letters the text has, in bytes of UTF-8.
    public var letters: Int { pieces.reduce(0) { $0 + $1.letters } }
}
