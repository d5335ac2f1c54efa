/// What a file of a QDA tool holds: codes, documents, people, and the quotations that were coded.
///
/// Every quotation in it is proved: its words stand in the document where the tool says they stand, or the file itself
/// carries them as text. What could not be proved is not here but among the `findings`. Lists are in the order of the
/// file, so the same bytes give the same value. Nothing in it is a permanent identity: tools make their own
/// ids anew.
public struct CodedProject: Sendable, Equatable {
    /// The tool and the format that it came from.
    public var origin: Origin
    /// What the team calls the project.
    public var name: String?
    /// The codes, parents before their children.
    public var codes: [Code]
    /// The documents that were coded, also those without a quotation.
    public var documents: [Document]
    /// What the tool calls cases: mostly people.
    public var cases: [Case]
    /// Who speaks in the quotations, worked out from cases, documents and speaker lines.
    public var participants: [Participant]
    /// What was coded: one for each stretch of a document, whatever number of codes it has.
    public var quotations: [Quotation]
    /// How positions were read and why; nil for formats that carry the words and no positions.
    public var reading: PositionReading?
    /// What parts a code's name from its parent's, where the tool has no hierarchy of its own.
    public var hierarchy: HierarchyReading?
    /// How groups and participants were found.
    public var people: PeopleReading
    /// What a person should know about the file, in the order of the file.
    public var findings: [ImportFinding]

    /// A project from its parts.
    public init(
        origin: Origin,
        name: String? = nil,
        codes: [Code] = [],
        documents: [Document] = [],
        cases: [Case] = [],
        participants: [Participant] = [],
        quotations: [Quotation] = [],
        reading: PositionReading? = nil,
        hierarchy: HierarchyReading? = nil,
        people: PeopleReading = PeopleReading(),
        findings: [ImportFinding] = []
    ) {
        self.origin = origin
        self.name = name
        self.codes = codes
        self.documents = documents
        self.cases = cases
        self.participants = participants
        self.quotations = quotations
        self.reading = reading
        self.hierarchy = hierarchy
        self.people = people
        self.findings = findings
    }

    /// How many codings there are: pairs of a quotation and a code.
    public var codingCount: Int { quotations.reduce(0) { $0 + $1.codes.count } }
}
