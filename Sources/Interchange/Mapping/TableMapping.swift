/// What the columns of a table mean. Columns are named as in the header; letter case does not count.
public struct TableMapping: Sendable, Equatable {
    /// The words of the quote.
    public var text: String
    /// The codes: columns that hold names of codes.
    public var codes: [String]
    /// Columns that are codes themselves: in each, a mark says that the code applies.
    public var codeColumns: [String]
    /// What stands between several codes in one cell; of several the first that occurs.
    public var codeSeparators: [String]
    /// What the quote is from.
    public var document: String?
    /// Who speaks.
    public var participant: String?
    /// The group of who speaks.
    public var group: String?
    /// The tool's own id.
    public var id: String?
    /// What the team noted.
    public var memo: String?
    /// Marks of quotes worth showing.
    public var important: String?
    /// What tells equal texts apart, such as paragraph numbers.
    public var place: [String]
    /// Other columns that say something about who speaks.
    public var attributes: [String]

    /// A mapping.
    public init(
        text: String,
        codes: [String] = [],
        codeColumns: [String] = [],
        codeSeparators: [String] = ["\n", ";"],
        document: String? = nil,
        participant: String? = nil,
        group: String? = nil,
        id: String? = nil,
        memo: String? = nil,
        important: String? = nil,
        place: [String] = [],
        attributes: [String] = []
    ) {
        self.text = text
        self.codes = codes
        self.codeColumns = codeColumns
        self.codeSeparators = codeSeparators
        self.document = document
        self.participant = participant
        self.group = group
        self.id = id
        self.memo = memo
        self.important = important
        self.place = place
        self.attributes = attributes
    }
}
