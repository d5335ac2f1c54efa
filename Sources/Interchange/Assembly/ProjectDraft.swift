/// What a reader found in a file, before positions are proved and people are known.
struct ProjectDraft: Sendable {
    var origin: Origin
    var name: String?
    var codes: [Code] = []
    var documents: [Document] = []
    var cases: [Case] = []
    /// What was coded by position.
    var selections: [Selection] = []
    /// What was coded and is given in words, without positions.
    var passages: [Passage] = []
    var findings = FindingList()
    /// The ways in which this format may count.
    var ways: [PositionReading.Way] = []
    /// The way that this tool is known for: it speaks for that way and does not decide.
    var usualWay: PositionReading.Way?
    /// Whether names of codes may hold a hierarchy.
    var mayHoldHierarchy = false
    /// What the format is known to part codes by, if anything.
    var usualSeparator: String?

    struct Code: Sendable {
        var name: String
        var parent: Int?
        var description: String?
        var colour: String?
        var memo: String?
        var isCodable = true
        var toolID: String?
    }

    struct Document: Sendable {
        var name: String
        var text: DocumentText?
        var groups: [String] = []
        var attributes: [CodedProject.Attribute] = []
        var toolID: String?
    }

    struct Case: Sendable {
        var name: String
        var attributes: [CodedProject.Attribute] = []
        /// Where it speaks: documents with positions, counted as those of selections; nil for all of it.
        var stretches: [(document: Int, positions: Range<Int>?)] = []
        var toolID: String?
    }

    struct Selection: Sendable {
        var document: Int
        var start: Int
        var end: Int
        var words: Words?
        /// A code, or nil for a mark without one.
        var codes: [Int] = []
        var memo: String?
        var isImportant = false
        var toolID: String?
        /// The case that it says is speaking; such a selection is no quotation.
        var speakingCase: Int?
    }

    struct Passage: Sendable {
        var text: String
        var document: Int
        var codes: [Int] = []
        /// Who speaks, as an index into `cases`, where the format says it for each passage.
        var speakingCase: Int?
        var memo: String?
        var isImportant = false
        var toolID: String?
        /// What tells two equal texts apart, such as the paragraphs that they stand in.
        var place: String = ""
        var line: Int?
    }
}
