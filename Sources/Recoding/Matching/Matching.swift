import Study

/// Which passages of one state of a study are which of another.
///
/// A passage is recognised when its rows were reordered, its codes renamed, its ends trimmed or extended, or slips of
/// typing mended: by its words alone, within one participant. Passages that cannot be told apart are said to be
/// ambiguous and never guessed. The result does not depend on the order in which the passages are given.
public struct Matching: Sendable {
    /// An old passage and the new one that it is now, by their positions in what was given.
    public struct Pair: Sendable, Hashable {
        public let old: Int
        public let new: Int
        /// What became of the words.
        public let rewording: Rewording
    }

    /// An old passage that several new ones divide among themselves.
    public struct Split: Sendable, Hashable {
        public let old: Int
        public let new: [Int]
    }

    /// Several old passages that stand in one new one.
    public struct Merge: Sendable, Hashable {
        public let old: [Int]
        public let new: Int
    }

    /// Old and new passages that fit each other about equally well in more than one way.
    public struct Ambiguity: Sendable, Hashable {
        public let old: [Int]
        public let new: [Int]
    }

    /// What a matching may cost.
    public struct Limits: Sendable {
        /// How many letters are compared, all pairs together, before what is left is taken for unknown.
        public var letters: Int

        /// What is enough for any study that people make.
        public static let standard = Limits(letters: 400_000_000)

        /// What a matching may cost.
        public init(letters: Int) { self.letters = letters }
    }

    /// What was recognised, in the order of the old passages.
    public private(set) var pairs: [Pair] = []
    /// What was divided, in the order of the old passages.
    public private(set) var splits: [Split] = []
    /// What was put together, in the order of the new passages.
    public private(set) var merges: [Merge] = []
    /// What a person has to decide.
    public private(set) var ambiguities: [Ambiguity] = []
    /// Old passages that are no more.
    public private(set) var gone: [Int] = []
    /// New passages that were not there.
    public private(set) var added: [Int] = []
    /// Participants who have another name now.
    public let renamed: [ParticipantID: ParticipantID]
    /// Whether there was too much to compare, so that some passages that are gone and added may be the same.
    public private(set) var isCutShort = false

    /// Compares two states. Takes about a second for 20,000 passages that all changed, much less for those that did not.
    public init(old: [Passage], new: [Passage], limits: Limits = .standard) {
        var reader = LetterReader()
        func items(_ passages: [Passage]) -> [Item] {
            passages.enumerated().map { Item($1, at: $0, words: .letters(reader.letters(of: $1.text))) }
        }
        self.init(items(old), items(new), limits: limits)
    }

    /// Compares two states of which only prints are known.
    init(old: [Snapshot.Quote], new: [Snapshot.Quote], limits: Limits = .standard) {
        func items(_ quotes: [Snapshot.Quote]) -> [Item] {
            quotes.enumerated().map { index, quote in
                // In place of the text stands what tells it from others.
                let passage = Passage(participant: quote.participant, text: String(quote.print.whole, radix: 36))
                return Item(passage, at: index, words: .print(quote.print))
            }
        }
        self.init(items(old), items(new), limits: limits)
    }

    private init(_ old: [Item], _ new: [Item], limits: Limits) {
        let oldItems = old.sorted { Passage.inOrder($0.passage, $1.passage) }
        var newItems = new.sorted { Passage.inOrder($0.passage, $1.passage) }
        renamed = ParticipantRenames.find(oldItems, newItems)
        let former = Dictionary(renamed.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for index in newItems.indices {
            newItems[index].person = former[newItems[index].person] ?? newItems[index].person
        }

        var people: [ParticipantID: (old: [Item], new: [Item])] = [:]
        for item in oldItems { people[item.person, default: ([], [])].old.append(item) }
        for item in newItems { people[item.person, default: ([], [])].new.append(item) }
        var budget = limits.letters
        for person in people.sorted(by: { $0.key < $1.key }) {
            take(PersonMatching(person.value.old, person.value.new, budget: &budget))
        }
        sort()
    }

    private mutating func take(_ person: PersonMatching) {
        pairs += person.pairs
        splits += person.splits
        merges += person.merges
        ambiguities += person.ambiguities
        gone += person.openOld.map(\.index)
        added += person.openNew.map(\.index)
        isCutShort = isCutShort || person.isCutShort
    }

    private mutating func sort() {
        pairs.sort { $0.old < $1.old }
        splits.sort { $0.old < $1.old }
        merges.sort { $0.new < $1.new }
        ambiguities.sort { ($0.old.first ?? 0, $0.new.first ?? 0) < ($1.old.first ?? 0, $1.new.first ?? 0) }
        gone.sort()
        added.sort()
    }
}

/// A passage with its words and its position in what was given.
struct Item: Sendable {
    /// What is known of the words.
    enum Words: Sendable {
        case letters(Letters)
        case print(TextPrint)
    }

    let passage: Passage
    let index: Int
    let words: Words
    /// Made of the letters: two texts with the same ones have the same mark.
    let mark: UInt64
    /// Who said it, by the old name.
    var person: ParticipantID

    init(_ passage: Passage, at index: Int, words: Words) {
        self.passage = passage
        self.index = index
        self.words = words
        person = passage.participant
        switch words {
        case .letters(let letters) where !letters.bytes.isEmpty: mark = letters.mark
        case .print(let print) where !print.pieces.isEmpty:
            mark = print.pieces.reduce(Marks.seed) { Marks.of($1.bytes, after: $0) }
        // Without letters the text itself is all there is: “…”, 🙂.
        default: mark = Marks.of(passage.text.utf8)
        }
    }

    /// How many letters it has.
    var count: Int {
        switch words {
        case .letters(let letters): letters.bytes.count
        case .print(let print): print.letters
        }
    }

    /// What it can be found by.
    var shingles: [UInt64] {
        switch words {
        case .letters(let letters): Shingles.of(letters)
        case .print(let print): Set(print.pieces.map { Marks.of($0.bytes) }).sorted()
        }
    }

    /// What it has in common with another one.
    func overlap(_ other: Item) -> Overlap {
        switch (words, other.words) {
        case (.letters(let old), .letters(let new)): Overlap(old.bytes, new.bytes)
        case (.print(let old), .print(let new)): Overlap(old, new)
        // The two states are always known in the same way.
        case (.letters, .print), (.print, .letters): Overlap([], [])
        }
    }
}

extension TextPrint.Piece {
    /// The piece as bytes, to make marks of.
    fileprivate var bytes: [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: mark >> ($0 * 8)) } + [UInt8(truncatingIfNeeded: letters)]
    }
}
