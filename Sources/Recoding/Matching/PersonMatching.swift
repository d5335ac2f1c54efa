import Study

/// Recognises the passages of one participant.
struct PersonMatching {
    private(set) var pairs: [Matching.Pair] = []
    private(set) var splits: [Matching.Split] = []
    private(set) var merges: [Matching.Merge] = []
    private(set) var ambiguities: [Matching.Ambiguity] = []
    /// What has not been recognised.
    private(set) var openOld: [Item]
    private(set) var openNew: [Item]
    private(set) var isCutShort = false

    /// Takes the passages in an order that rests on what they say.
    init(_ old: [Item], _ new: [Item], budget: inout Int) {
        openOld = old
        openNew = new
        pairEqualWords()
        guard !openOld.isEmpty, !openNew.isEmpty else { return }
        var candidates = Candidates(openOld, openNew, budget: &budget)
        isCutShort = candidates.isCutShort
        let divisions = Divisions(candidates)
        splits = divisions.splits.map { Matching.Split(old: $0.whole, new: $0.parts) }
        merges = divisions.merges.map { Matching.Merge(old: $0.parts, new: $0.whole) }
        candidates.drop(old: divisions.old, new: divisions.new)
        pairBest(&candidates)
        let components = candidates.components()
        ambiguities += components
        close(
            old: divisions.old.union(components.flatMap(\.old)),
            new: divisions.new.union(components.flatMap(\.new))
        )
    }

    // MARK: The same words

    /// Pairs what has the same letters. Where several have, the place, the exact text and the codes tell them apart.
    private mutating func pairEqualWords() {
        var groups: [UInt64: (old: [Item], new: [Item])] = [:]
        for item in openOld { groups[item.mark, default: ([], [])].old.append(item) }
        for item in openNew { groups[item.mark, default: ([], [])].new.append(item) }
        var found: [Matching.Pair] = []
        var open: [Matching.Ambiguity] = []
        for var (old, new) in groups.values where !old.isEmpty && !new.isEmpty {
            func pair(by key: (Passage) -> AnyHashable?) {
                found += Self.pair(&old, &new, by: key)
            }
            pair { passage in
                passage.position.map { [passage.source, "\($0)", passage.text] as [String?] }
            }
            pair { passage in passage.position.map { [passage.source, "\($0)"] as [String?] } }
            pair { passage in [[passage.text], passage.codes.sorted()] }
            // A sign that is no letter may be all the difference: “Yes. 🙂”, “Yes. 😀”.
            let distinct = Self.distinctSigns(old).intersection(Self.distinctSigns(new))
            pair { passage in distinct.contains(Self.signs(passage)) ? Self.signs(passage) : nil }
            pair { $0.codes }
            if old.count == 1 || new.count == 1 { pair { $0.text } }
            if old.count == 1, new.count == 1 { pair { _ in true } }
            // One of several that are alike stays; which one cannot be known.
            if !old.isEmpty, !new.isEmpty {
                open.append(Matching.Ambiguity(old: old.map(\.index).sorted(), new: new.map(\.index).sorted()))
            }
        }
        pairs += found
        ambiguities += open
        close(
            old: Set(found.map(\.old) + open.flatMap(\.old)),
            new: Set(found.map(\.new) + open.flatMap(\.new))
        )
    }

    /// What only one of some passages says, sign for sign.
    private static func distinctSigns(_ items: [Item]) -> Set<String> {
        var counts: [String: Int] = [:]
        for item in items { counts[signs(item.passage), default: 0] += 1 }
        return Set(counts.filter { $0.value == 1 }.keys)
    }

    private static func signs(_ passage: Passage) -> String { passage.text.filter { !$0.isWhitespace } }

    /// Pairs items with equal keys in their order, and takes them out.
    private static func pair(
        _ old: inout [Item],
        _ new: inout [Item],
        by key: (Passage) -> AnyHashable?
    ) -> [Matching.Pair] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        var waiting: [AnyHashable: [Item]] = [:]
        for item in old.reversed() {
            if let key = key(item.passage) { waiting[key, default: []].append(item) }
        }
        var found: [Matching.Pair] = []
        var taken: Set<Int> = []
        new.removeAll { item in
            guard let key = key(item.passage), let partner = waiting[key]?.popLast() else { return false }
            found.append(
                Matching.Pair(
                    old: partner.index,
                    new: item.index,
                    rewording: Self.rewording(partner.passage.text, item.passage.text)
                )
            )
            taken.insert(partner.index)
            return true
        }
        old.removeAll { taken.contains($0.index) }
        return found
    }

    /// Texts with the same letters are the same but for spaces, or mended.
    private static func rewording(_ old: String, _ new: String) -> Rewording {
        if old == new { return .same }
        let isSame = old.lazy.filter { !$0.isWhitespace }.elementsEqual(new.lazy.filter { !$0.isWhitespace })
        return isSame ? .same : .mended
    }

    // MARK: Nearly the same words

    /// Pairs those that are each other's best by a clear margin, until there are none.
    private mutating func pairBest(_ candidates: inout Candidates) {
        // Each round clears the way for the next; a study needs two or three.
        for _ in 0..<Self.mostRounds {
            let chosen = candidates.mutualBest()
            guard !chosen.isEmpty else { return }
            pairs += chosen.map { edge in
                Matching.Pair(
                    old: openOld[edge.old].index,
                    new: openNew[edge.new].index,
                    rewording: edge.overlap.rewording
                )
            }
            let old = Set(chosen.map { openOld[$0.old].index })
            let new = Set(chosen.map { openNew[$0.new].index })
            candidates.drop(old: old, new: new)
            paired.old.formUnion(old)
            paired.new.formUnion(new)
        }
    }

    private static let mostRounds = 32
    private var paired: (old: Set<Int>, new: Set<Int>) = ([], [])

    private mutating func close(old: Set<Int>, new: Set<Int>) {
        openOld.removeAll { old.contains($0.index) || paired.old.contains($0.index) }
        openNew.removeAll { new.contains($0.index) || paired.new.contains($0.index) }
    }
}
