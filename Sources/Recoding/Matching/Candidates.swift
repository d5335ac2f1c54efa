import Study

/// An old and a new passage that may be the same one.
struct Edge: Sendable {
    /// Positions among the passages that were compared.
    let old: Int
    let new: Int
    let overlap: Overlap
    /// How well they fit, from 0 to 1.
    let score: Double
    /// Whether they are alike enough to be one quote.
    let isStrong: Bool

    init(old: Int, new: Int, overlap: Overlap, isAtOnePlace: Bool) {
        self.old = old
        self.new = new
        self.overlap = overlap
        let likeness = overlap.likeness
        score = isAtOnePlace ? min(1, likeness + 0.25) : likeness
        let shorter = min(overlap.oldCount, overlap.newCount)
        let longer = max(overlap.oldCount, overlap.newCount)
        let contained = max(overlap.shareOfOld, overlap.shareOfNew)
        isStrong =
            (likeness >= 0.6 && shorter >= 4)
            || (contained >= 0.9 && shorter >= 16 && shorter * 7 >= longer)
            || (contained >= 0.75 && shorter >= 24 && shorter * 4 >= longer)
            || (isAtOnePlace && (likeness >= 0.35 || contained >= 0.8))
    }
}

/// The pairs of open passages of one participant that share words.
struct Candidates {
    private let old: [Item]
    private let new: [Item]
    private(set) var edges: [Edge] = []
    private(set) var isCutShort = false

    /// Passages up to this many, old times new, are all compared with each other.
    private static let fewPairs = 48
    /// How many places of shared words are looked at for each new passage, those of the rarest words first.
    private static let mostPlaces = 2048
    /// How many old passages a new one is compared with.
    private static let mostCandidates = 8

    init(_ old: [Item], _ new: [Item], budget: inout Int) {
        self.old = old
        self.new = new
        if old.count * new.count <= Self.fewPairs {
            for newIndex in new.indices {
                for oldIndex in old.indices { compare(oldIndex, newIndex, &budget) }
            }
            return
        }
        var places: [UInt64: [Int32]] = [:]
        for (index, item) in old.enumerated() {
            for shingle in item.shingles { places[shingle, default: []].append(Int32(index)) }
        }
        var hits = [Int32](repeating: 0, count: old.count)
        for newIndex in new.indices {
            var touched: [Int] = []
            var seen = 0
            for sharing in new[newIndex].shingles.compactMap({ places[$0] }).sorted(by: { $0.count < $1.count }) {
                seen += sharing.count
                if seen > Self.mostPlaces { break }
                for index in sharing {
                    if hits[Int(index)] == 0 { touched.append(Int(index)) }
                    hits[Int(index)] += 1
                }
            }
            let best = touched.map { hits[$0] }.max() ?? 0
            let chosen = touched.filter { hits[$0] * 8 >= best }.sorted { (-hits[$0], $0) < (-hits[$1], $1) }
            for index in chosen.prefix(Self.mostCandidates) { compare(index, newIndex, &budget) }
            for index in touched { hits[index] = 0 }
        }
    }

    private mutating func compare(_ oldIndex: Int, _ newIndex: Int, _ budget: inout Int) {
        let (one, another) = (old[oldIndex], new[newIndex])
        budget -= one.count + another.count
        guard budget >= 0 else {
            isCutShort = true
            return
        }
        let edge = Edge(
            old: oldIndex,
            new: newIndex,
            overlap: one.overlap(another),
            isAtOnePlace: one.passage.meets(another.passage)
        )
        if edge.isStrong || max(edge.overlap.shareOfOld, edge.overlap.shareOfNew) >= Divisions.leastShare {
            edges.append(edge)
        }
    }

    /// The item of an old passage.
    func oldIndex(_ edge: Edge) -> Int { old[edge.old].index }
    /// The item of a new passage.
    func newIndex(_ edge: Edge) -> Int { new[edge.new].index }

    /// Takes passages out, by their positions in what was given.
    mutating func drop(old gone: Set<Int>, new taken: Set<Int>) {
        guard !gone.isEmpty || !taken.isEmpty else { return }
        edges.removeAll { gone.contains(old[$0.old].index) || taken.contains(new[$0.new].index) }
    }

    /// The edges whose two ends are each other's best by a clear margin.
    func mutualBest() -> [Edge] {
        let strong = edges.filter(\.isStrong)
        let bestOfOld = Self.clearBest(strong, by: \.old)
        let bestOfNew = Self.clearBest(strong, by: \.new)
        return strong.indices.filter { bestOfOld[strong[$0].old] == $0 && bestOfNew[strong[$0].new] == $0 }
            .map { strong[$0] }
    }

    /// The best edge of each passage, where no other comes near it.
    private static func clearBest(_ edges: [Edge], by side: KeyPath<Edge, Int>) -> [Int: Int] {
        var best: [Int: (edge: Int, second: Double)] = [:]
        for (index, edge) in edges.enumerated() {
            guard let former = best[edge[keyPath: side]] else {
                best[edge[keyPath: side]] = (index, 0)
                continue
            }
            let formerScore = edges[former.edge].score
            best[edge[keyPath: side]] =
                edge.score > formerScore
                ? (index, formerScore) : (former.edge, max(former.second, edge.score))
        }
        return best.filter { edges[$0.value.edge].score - $0.value.second >= Self.margin }.mapValues(\.edge)
    }

    /// What is nearer than this is about equally good.
    private static let margin = 0.08

    /// The passages that strong edges still join: nobody but a person can say which is which.
    func components() -> [Matching.Ambiguity] {
        var group: [Int: Int] = [:]
        func root(_ node: Int) -> Int {
            var node = node
            while let above = group[node], above != node { node = above }
            return node
        }
        let strong = edges.filter(\.isStrong)
        for edge in strong {
            let (left, right) = (root(edge.old), root(old.count + edge.new))
            group[max(left, right)] = min(left, right)
        }
        var members: [Int: (old: Set<Int>, new: Set<Int>)] = [:]
        for edge in strong {
            members[root(edge.old), default: ([], [])].old.insert(old[edge.old].index)
            members[root(edge.old), default: ([], [])].new.insert(new[edge.new].index)
        }
        return members.sorted { $0.key < $1.key }.map {
            Matching.Ambiguity(old: $0.value.old.sorted(), new: $0.value.new.sorted())
        }
    }
}

/// Pieces of a text that are rare enough to find it by.
enum Shingles {
    /// Each pair of neighbouring words; in texts of a few words each longer word as well. Sorted, each once.
    static func of(_ letters: Letters) -> [UInt64] {
        let marks = letters.words.map { Marks.of(letters.bytes[$0]) }
        var shingles = Set(zip(marks, marks.dropFirst()).map { $0 &* 31 &+ $1 })
        if marks.count <= 6 {
            for (mark, word) in zip(marks, letters.words) where word.count >= 4 || marks.count <= 2 {
                shingles.insert(mark)
            }
        }
        return shingles.sorted()
    }
}
