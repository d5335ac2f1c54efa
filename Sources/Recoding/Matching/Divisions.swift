/// Finds passages that were split, and passages that were merged: one whole whose parts stand apart on the other side.
struct Divisions {
    struct Division {
        let whole: Int
        let parts: [Int]
    }

    /// Old wholes with new parts.
    private(set) var splits: [Division] = []
    /// New wholes with old parts.
    private(set) var merges: [Division] = []
    /// Which passages are taken, by their positions in what was given.
    private(set) var old: Set<Int> = []
    private(set) var new: Set<Int> = []

    /// How much of a part must stand in the whole.
    static let leastShare = 0.85
    /// How much of the whole its parts must make up.
    private static let leastOfWhole = 0.75
    /// How much of the whole each part must at least be; less is a stray phrase.
    private static let leastPart = 0.1
    /// No quote is longer than this; what a file claims to be is not looked into.
    private static let mostLetters = 10_000_000
    /// A part that is nearly all of the whole is the whole itself, trimmed.
    private static let mostPart = 0.9

    init(_ candidates: Candidates) {
        var bestOfOld: [Int: Double] = [:]
        var bestOfNew: [Int: Double] = [:]
        for edge in candidates.edges {
            bestOfOld[edge.old] = max(bestOfOld[edge.old] ?? 0, edge.score)
            bestOfNew[edge.new] = max(bestOfNew[edge.new] ?? 0, edge.score)
        }
        for edges in Self.grouped(candidates.edges, by: \.old) {
            let inside = edges.filter { $0.overlap.shareOfNew >= Self.leastShare }
            let parts = Self.parts(inside, places: \.overlap.inOld, of: edges.first?.overlap.oldCount ?? 0)
            // What fits another passage better is no part of this one.
            guard let first = parts.first, parts.allSatisfy({ $0.score >= bestOfNew[$0.new] ?? 0 }) else { continue }
            let division = Division(whole: candidates.oldIndex(first), parts: parts.map(candidates.newIndex).sorted())
            guard new.isDisjoint(with: division.parts) else { continue }
            splits.append(division)
            old.insert(division.whole)
            new.formUnion(division.parts)
        }
        for edges in Self.grouped(candidates.edges, by: \.new) {
            let inside = edges.filter { $0.overlap.shareOfOld >= Self.leastShare }
            let parts = Self.parts(inside, places: \.overlap.inNew, of: edges.first?.overlap.newCount ?? 0)
            guard let first = parts.first, parts.allSatisfy({ $0.score >= bestOfOld[$0.old] ?? 0 }) else { continue }
            let division = Division(whole: candidates.newIndex(first), parts: parts.map(candidates.oldIndex).sorted())
            guard old.isDisjoint(with: division.parts), !new.contains(division.whole) else { continue }
            merges.append(division)
            new.insert(division.whole)
            old.formUnion(division.parts)
        }
    }

    /// The parts that make up a whole, largest first; none if they do not.
    private static func parts(_ edges: [Edge], places: KeyPath<Edge, [Range<Int>]>, of count: Int) -> [Edge] {
        guard edges.count >= 2, count > 0, count <= mostLetters else { return [] }
        let ordered = edges.sorted { left, right in
            let (leftSize, rightSize) = (size(left[keyPath: places]), size(right[keyPath: places]))
            return (-leftSize, left.old, left.new) < (-rightSize, right.old, right.new)
        }
        var covered = [Bool](repeating: false, count: count)
        var parts: [Edge] = []
        for edge in ordered {
            let ranges = edge[keyPath: places]
            let whole = size(ranges)
            let fresh = ranges.reduce(0) { $0 + $1.count { !covered[$0] } }
            guard Double(whole) >= leastPart * Double(count), Double(whole) < mostPart * Double(count),
                fresh * 5 >= whole * 4
            else { continue }
            for range in ranges { for index in range { covered[index] = true } }
            parts.append(edge)
        }
        let sum = covered.count { $0 }
        return parts.count >= 2 && Double(sum) >= leastOfWhole * Double(count) ? parts : []
    }

    private static func size(_ ranges: [Range<Int>]) -> Int { ranges.reduce(0) { $0 + $1.count } }

    private static func grouped(_ edges: [Edge], by side: KeyPath<Edge, Int>) -> [[Edge]] {
        Dictionary(grouping: edges, by: { $0[keyPath: side] }).filter { $0.value.count >= 2 }
            .sorted { $0.key < $1.key }.map(\.value)
    }
}
