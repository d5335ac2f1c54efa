extension CodedProject {
    /// A stretch of a document that was coded: what may become a quote of the study.
    public struct Quotation: Sendable, Equatable {
        /// The words, verbatim, with LF line ends, without white space at either end.
        public var text: String
        /// The document, as an index into `documents`.
        public var document: Int
        /// Where in the document, in Unicode code points of its text with LF line ends; nil where the format tells no
        /// positions.
        public var range: Range<Int>?
        /// The codes, as ascending indices into `codes`; at least one.
        public var codes: [Int]
        /// Who speaks, as an index into `participants`.
        public var participant: Int?
        /// The name on the speaker line above the words or within them, where a speaker pattern was given.
        public var speaker: String?
        /// What the team noted about it, one note a coding.
        public var memos: [String]
        /// Whether the team marked it as worth showing.
        public var isImportant: Bool
        /// The tool's own ids of the selections that it was made of. They may change with every export.
        public var toolIDs: [String]

        /// A quotation.
        public init(
            text: String,
            document: Int,
            range: Range<Int>? = nil,
            codes: [Int] = [],
            participant: Int? = nil,
            speaker: String? = nil,
            memos: [String] = [],
            isImportant: Bool = false,
            toolIDs: [String] = []
        ) {
            self.text = text
            self.document = document
            self.range = range
            self.codes = codes
            self.participant = participant
            self.speaker = speaker
            self.memos = memos
            self.isImportant = isImportant
            self.toolIDs = toolIDs
        }
    }

    /// Somebody whose words were coded.
    public struct Participant: Sendable, Equatable {
        /// The name that the team uses: `C4`.
        public var name: String
        /// The stakeholder group in the team's words, where it could be found.
        public var group: String?
        /// What else is known.
        public var attributes: [Attribute]

        /// A participant.
        public init(name: String, group: String? = nil, attributes: [Attribute] = []) {
            self.name = name
            self.group = group
            self.attributes = attributes
        }
    }
}
