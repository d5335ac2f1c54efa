import Study

/// What an import does, or would do: a value that is told as text or as JSON. Of those who withdrew it holds no words.
public struct Account: Sendable, Equatable {
    /// A quote that supports other themes now.
    public struct Moved: Sendable, Equatable {
        public let quote: QuoteID
        public let from: [ThemeID]
        public let to: [ThemeID]
    }

    /// A quote whose words changed.
    public struct Reworded: Sendable, Equatable {
        public let quote: QuoteID
        /// `mended`, `trimmed`, `extended` or `redrawn`.
        public let how: String
    }

    /// A quote that is new.
    public struct Added: Sendable, Equatable {
        public let quote: QuoteID
        public let participant: ParticipantID
        public let themes: [ThemeID]
        /// Its first words.
        public let words: String
    }

    /// Quotes that became one.
    public struct Merged: Sendable, Equatable {
        public let from: [QuoteID]
        public let to: QuoteID
    }

    /// A quote that became several.
    public struct Split: Sendable, Equatable {
        public let from: QuoteID
        public let to: [QuoteID]
    }

    /// Words that get no row, as no theme claims any of their codes.
    public struct LeftOut: Sendable, Equatable {
        public let participant: ParticipantID
        public let codes: [String]
        /// Their first words.
        public let words: String
        /// The quote of the study that stays as it was instead; nil if the words are new.
        public let quote: QuoteID?
    }

    /// A code with another name.
    public struct RenamedCode: Sendable, Equatable {
        public let code: String
        public let theme: ThemeID
    }

    /// A code that no theme claims.
    public struct UnknownCode: Sendable, Equatable {
        public let code: String
        /// How many quotes have it.
        public let quotes: Int
        /// The theme whose name is nearest.
        public let nearest: ThemeID?
    }

    /// A theme whose title is another one in the tool.
    public struct OtherTitle: Sendable, Equatable {
        public let theme: ThemeID
        public let here: String
        public let there: String
    }

    /// A person who is new.
    public struct Person: Sendable, Equatable {
        public let participant: ParticipantID
        public let group: GroupID
    }

    /// A file that changes.
    public struct File: Sendable, Equatable {
        public let path: String
        /// What changes in it, as short sentences without a full stop.
        public let changes: [String]
    }

    /// What was read: the format, how positions, names of codes and people were understood.
    public internal(set) var source: [String] = []
    /// How many quotes stay as they were.
    public internal(set) var kept = 0
    public internal(set) var moved: [Moved] = []
    public internal(set) var reworded: [Reworded] = []
    /// Quotes that have other words in the file and keep theirs, as the team edited them.
    public internal(set) var edited: [QuoteID] = []
    public internal(set) var merged: [Merged] = []
    public internal(set) var split: [Split] = []
    public internal(set) var added: [Added] = []
    public internal(set) var removed: [QuoteID] = []
    public internal(set) var withdrawn: [QuoteID] = []
    public internal(set) var withdrawnParticipants: [ParticipantID] = []
    /// Quotes that the file, which is a part of the project, does not mention.
    public internal(set) var notMentioned = 0
    /// How many quotations the study withholds.
    public internal(set) var withheld = 0
    public internal(set) var leftOut: [LeftOut] = []
    public internal(set) var renamedCodes: [RenamedCode] = []
    public internal(set) var unknownCodes: [UnknownCode] = []
    public internal(set) var newThemes: [ThemeID] = []
    public internal(set) var otherTitles: [OtherTitle] = []
    public internal(set) var newParticipants: [Person] = []
    public internal(set) var renamedParticipants: [(from: ParticipantID, to: ParticipantID)] = []
    /// What else a person should know, as sentences without a full stop.
    public internal(set) var remarks: [String] = []
    public internal(set) var files: [File] = []
    /// The titles of themes, for the telling.
    public internal(set) var titles: [ThemeID: String] = [:]

    /// Whether the study stays as it is.
    public var isEmpty: Bool { files.isEmpty }

    public static func == (left: Account, right: Account) -> Bool { left.document == right.document }
}
