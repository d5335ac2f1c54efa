/// What there is in a study and how it hangs together, before any of it is put into words.
///
/// Everything is named by its position here, so that every file can refer to what stands in another.
struct Skeleton {
    struct Group {
        let id: String
        let title: String
        let singular: String
        /// What the names of its participants begin with.
        let letter: String
    }

    struct Construct {
        let id: String
        let title: String
    }

    struct Participant {
        let name: String
        let group: Int
    }

    struct Theme {
        let id: String
        let title: String
        let shortTitle: String?
        let codes: [String]
        let constructs: [Int]
        let parent: Int?
        var children: [Int] = []
        /// The quotes that support it directly and can be named, since the files give them ids.
        var quotes: [Int] = []
    }

    struct Quote {
        let participant: Int
        let themes: [Int]
        let words: Int
        let manner: Manner
        /// Nil where the files leave it to Verbatim to make one.
        let id: String?
    }

    struct Reference {
        let id: String
        let family: String
        let year: Int
    }

    struct Arrow: Hashable {
        let from: Int
        let to: Int
    }

    let size: StudySize
    let seed: UInt64
    let groups: [Group]
    let constructs: [Construct]
    let participants: [Participant]
    /// Every theme before those under it.
    var themes: [Theme]
    /// By group and participant, as exports of interviews are.
    let quotes: [Quote]
    /// The first is the study's own entry.
    let references: [Reference]
    let boxes: [String]
    let columnOfBox: [Int]
    /// Those that lead back to an earlier column are feedback.
    let arrows: [Arrow]
    let propositions: [String]
    let text: TextMaker

    init(size: StudySize, seed: UInt64) {
        self.size = size
        self.seed = seed
        text = TextMaker(vocabulary: Vocabulary(seed: seed))
        groups = Array(Self.allGroups.prefix(size.groups))
        constructs = Self.allConstructs
        participants = Self.participants(size, seed)
        let themes = Self.themes(size, seed, text)
        quotes = Self.quotes(size, seed, participants, themes)
        self.themes = Self.naming(quotes, in: themes)
        references = Self.references(size, seed, text.vocabulary)
        boxes = Self.names(size.boxes, "box", seed, text.vocabulary)
        columnOfBox = (0..<size.boxes).map { $0 * Self.columns.count / size.boxes }
        arrows = Self.arrows(size, seed, columnOfBox)
        propositions = Self.names(size.propositions, "proposition", seed, text.vocabulary)
    }

    /// The numbers for one part of the study.
    func random(_ part: String) -> RandomSource { RandomSource(seed: seed, part: part) }

    /// What every synthetic study says of itself.
    static let disclaimer = "Synthetic: nobody said any of this."

    static let columns = ["situation", "inputs", "mechanisms", "early-outcomes", "later-outcomes"]

    static let allGroups = [
        Group(id: "residents", title: "Residents", singular: "resident", letter: "R"),
        Group(id: "volunteers", title: "Volunteers", singular: "volunteer", letter: "V"),
        Group(id: "bus-drivers", title: "Bus drivers", singular: "bus driver", letter: "B"),
        Group(id: "librarians", title: "Librarians", singular: "librarian", letter: "L"),
        Group(id: "shopkeepers", title: "Shopkeepers", singular: "shopkeeper", letter: "S"),
        Group(id: "gardeners", title: "Gardeners", singular: "gardener", letter: "G"),
        Group(id: "teachers", title: "Teachers", singular: "teacher", letter: "T"),
        Group(id: "musicians", title: "Musicians", singular: "musician", letter: "M"),
    ]

    private static let allConstructs = [
        Construct(id: "noticing", title: "Noticing"),
        Construct(id: "joining-in", title: "Joining in"),
        Construct(id: "working-together", title: "Working together"),
        Construct(id: "looking-back", title: "Looking back"),
    ]

    /// Ids that no two of the same kind share, since each begins with its number.
    private static func names(_ count: Int, _ kind: String, _ seed: UInt64, _ vocabulary: Vocabulary) -> [String] {
        var random = RandomSource(seed: seed, part: kind)
        return (1...count).map { "\(kind)-\($0)-\(Slug.ascii(vocabulary.inventedWord(&random)))" }
    }
}
