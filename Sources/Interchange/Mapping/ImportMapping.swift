/// What a person says about their file where it does not speak for itself; `content/import.yml` holds it.
public struct ImportMapping: Sendable, Equatable {
    /// What stands between the names of a code and its parent: `.`, `::`, ` > `. An empty text: names hold no hierarchy.
    /// Nil: the names themselves decide.
    public var hierarchySeparator: String?
    /// Where the group of a participant is written.
    public var groups: GroupRule
    /// What participants are called after.
    public var participants: ParticipantRule
    /// What a line looks like that says who speaks, for documents with several speakers; the first that fits counts.
    public var speakers: [NamePattern]
    /// What names look like that stand in such lines; if there are none, whatever stands there counts that is known or
    /// found more than once.
    public var speakerNames: [NamePattern]
    /// Speakers who are no participants, such as interviewers.
    public var interviewers: Set<String>
    /// People whom the study knows, by whatever name.
    public var knownPeople: Set<String> = []
    /// What the columns of a table mean; nil if their names say it.
    public var table: TableMapping?

    /// A mapping; by default everything is left to the file.
    public init(
        hierarchySeparator: String? = nil,
        groups: GroupRule = .automatic,
        participants: ParticipantRule = .automatic,
        speakers: [NamePattern] = [],
        speakerNames: [NamePattern] = [],
        interviewers: Set<String> = [],
        table: TableMapping? = nil
    ) {
        self.hierarchySeparator = hierarchySeparator
        self.groups = groups
        self.participants = participants
        self.speakers = speakers
        self.speakerNames = speakerNames
        self.interviewers = interviewers
        self.table = table
    }
}

/// Where the group of a participant is written.
public enum GroupRule: Sendable, Equatable {
    /// Wherever it is found: an attribute that is called so, document groups, descriptions.
    case automatic
    /// In an attribute of cases or documents.
    case attribute(String)
    /// In the group or set that a document belongs to.
    case documentGroup
    /// In the name of a case that holds several documents.
    case caseName
    /// In the names of participants or documents, by patterns; the first that fits counts.
    case names([NameGroup])

    /// A pattern, and the group of what fits it.
    public struct NameGroup: Sendable, Equatable {
        /// What the name looks like: `BSR*`, `{group}_{participant}`.
        public var pattern: NamePattern
        /// The group; nil if the pattern itself holds `{group}`.
        public var group: String?

        /// A pattern with its group.
        public init(pattern: NamePattern, group: String? = nil) {
            self.pattern = pattern
            self.group = group
        }
    }
}

/// What participants are called after.
public enum ParticipantRule: Sendable, Equatable {
    /// The case that a quotation belongs to, or else its document, without the ending of a file name. A few cases that
    /// hold several documents each are taken for groups rather than for people.
    case automatic
    /// The case, however many documents it holds.
    case caseName
    /// The document, whatever cases there are.
    case document
    /// An attribute of cases or documents.
    case attribute(String)
    /// A part of the document's name: `{group} {participant} transcript`.
    case documentName(NamePattern)
}
