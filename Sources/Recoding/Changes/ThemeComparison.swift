import Study

/// Which themes of a later state are which of an earlier one.
struct ThemeComparison {
    private(set) var added: [ThemeID] = []
    private(set) var removed: [ThemeID] = []
    private(set) var renamed: [Changes.Renamed<ThemeID>] = []
    private(set) var merged: [Changes.Merged<ThemeID>] = []
    private(set) var split: [Changes.Split<ThemeID>] = []
    /// What each theme of the earlier state is now; empty for what is no more.
    private(set) var present: [ThemeID: [ThemeID]] = [:]

    init(_ old: Snapshot, _ new: Snapshot, _ ledger: Ledger, _ quotes: QuoteComparison) {
        let now = Set(new.themes.map(\.id))
        let before = Set(old.themes.map(\.id))
        var fates: [ThemeID: Ledger.Fate] = [:]
        var vacant: [Snapshot.Theme] = []
        for theme in old.themes {
            if now.contains(theme.id) {
                present[theme.id] = [theme.id]
                continue
            }
            let (fate, ids) = ledger.end(of: .theme(theme.id))
            let live = ids.map { ThemeID($0) }.filter(now.contains)
            if fate == .withdrawn || fate == .removed {
                present[theme.id] = []
            } else if fate.hasSuccessors, !live.isEmpty {
                present[theme.id] = live
                fates[theme.id] = fate
            } else {
                vacant.append(theme)
            }
        }
        let taken = Set(fates.keys.flatMap { present[$0] ?? [] })
        let fresh = new.themes.filter { !before.contains($0.id) && !taken.contains($0.id) }
        let codings = new.quotes.compactMap { quote in quotes.former[quote.id].map { ($0.themes, quote.themes) } }
        let succession = Succession(
            vacant.map { Succession.Name($0.id, $0.title) },
            fresh.map { Succession.Name($0.id, $0.title) },
            codings
        )
        for theme in vacant {
            let successors = succession.successors[theme.id] ?? []
            present[theme.id] = successors
            if successors.count > 1 { fates[theme.id] = .split }
            if successors.count == 1 { fates[theme.id] = .renamed }
        }
        gather(old, new, before, fates)
    }

    private mutating func gather(
        _ old: Snapshot,
        _ new: Snapshot,
        _ before: Set<ThemeID>,
        _ fates: [ThemeID: Ledger.Fate]
    ) {
        var sources: [ThemeID: [ThemeID]] = [:]
        for theme in old.themes {
            let now = present[theme.id] ?? []
            if now.isEmpty { removed.append(theme.id) }
            guard let fate = fates[theme.id] else { continue }
            if fate == .split, now.count > 1 {
                split.append(Changes.Split(from: theme.id, to: now))
            } else {
                for id in now { sources[id, default: []].append(theme.id) }
            }
        }
        let parts = Set(split.flatMap(\.to))
        for theme in new.themes {
            if let from = sources[theme.id] {
                let isRenamed = from.count == 1 && !before.contains(theme.id) && fates[from[0]] != .merged
                if isRenamed {
                    renamed.append(Changes.Renamed(from: from[0], to: theme.id))
                } else {
                    merged.append(Changes.Merged(from: from, to: theme.id))
                }
            } else if !before.contains(theme.id), !parts.contains(theme.id) {
                added.append(theme.id)
            }
        }
    }
}

/// Finds what took the place of themes, or of codes, that are no more: by their titles and by the quotes that they have
/// in common.
struct Succession {
    struct Name {
        let id: ThemeID
        let title: String

        init(_ id: ThemeID, _ title: String) {
            self.id = id
            self.title = title
        }
    }

    /// What took the place of each, in the order of the fresh ones; none where that cannot be said.
    private(set) var successors: [ThemeID: [ThemeID]] = [:]

    /// `codings` are the names that each quote had and has, those of names that stayed included.
    init(_ vacant: [Name], _ fresh: [Name], _ codings: [(old: [ThemeID], new: [ThemeID])]) {
        guard !vacant.isEmpty else { return }
        var open = vacant
        for name in vacant where !name.title.isEmpty {
            let same = fresh.filter { $0.title == name.title }
            guard same.count == 1, vacant.count(where: { $0.title == name.title }) == 1 else { continue }
            successors[name.id] = [same[0].id]
            open.removeAll { $0.id == name.id }
        }
        let taken = Set(successors.values.joined())
        let openIDs = Set(open.map(\.id))
        let isFresh = Set(fresh.map(\.id))
        let freshIDs = isFresh.subtracting(taken)
        var oldCounts: [ThemeID: Int] = [:]
        var newCounts: [ThemeID: Int] = [:]
        var shared: [ThemeID: [ThemeID: [Int]]] = [:]
        for (quote, (old, new)) in codings.enumerated() {
            for name in new where isFresh.contains(name) { newCounts[name, default: 0] += 1 }
            for name in old where openIDs.contains(name) {
                oldCounts[name, default: 0] += 1
                // What a quote had before takes nothing's place.
                for successor in new where !old.contains(successor) {
                    shared[name, default: [:]][successor, default: []].append(quote)
                }
            }
        }
        func likeness(_ name: ThemeID, _ successor: ThemeID) -> Double {
            let count = shared[name]?[successor]?.count ?? 0
            return Double(count) / Double(max((oldCounts[name] ?? 0) + (newCounts[successor] ?? 0), 1))
        }
        // Nothing is nearer than a title that is the same.
        var nearest = Dictionary(taken.map { ($0, 1.0) }, uniquingKeysWith: { first, _ in first })
        for (name, found) in shared {
            for successor in found.keys { nearest[successor] = max(nearest[successor] ?? 0, likeness(name, successor)) }
        }
        for name in open {
            let all = oldCounts[name.id] ?? 0
            let found = shared[name.id] ?? [:]
            let candidates = fresh.map(\.id).filter { id in
                guard let count = found[id]?.count else { return false }
                // A few quotes that moved to what took another's place divide nothing.
                if count * 2 < all, likeness(name.id, id) < nearest[id] ?? 0 { return false }
                return count * 2 >= min(all, newCounts[id] ?? 0)
                    && (count * 2 >= all || count * 2 >= newCounts[id] ?? 0)
            }
            let parts = Self.parts(candidates.map { ($0, likeness(name.id, $0)) }, found)
            if parts.reduce(0, { $0 + (found[$1]?.count ?? 0) }) * 5 >= all * 3, !parts.isEmpty {
                successors[name.id] = parts
            } else {
                // Nearly all went over to one that was there before.
                let targets = found.filter { $0.value.count * 5 >= all * 4 }.map(\.key)
                if targets.count == 1, !freshIDs.contains(targets[0]) { successors[name.id] = targets }
            }
        }
    }

    /// Those that took quotes of their own. What only stands beside a closer successor, on quotes that have several names,
    /// took the place of something else.
    private static func parts(
        _ candidates: [(id: ThemeID, fit: Double)],
        _ found: [ThemeID: [Int]]
    ) -> [ThemeID] {
        var kept: [(id: ThemeID, fit: Double)] = []
        for (id, fit) in candidates.sorted(by: { ($1.fit, $0.id) < ($0.fit, $1.id) }) {
            let quotes = found[id] ?? []
            let explained = Set(kept.filter { $0.fit > fit }.flatMap { found[$0.id] ?? [] })
            let own = quotes.count { !explained.contains($0) }
            if own * 2 >= quotes.count { kept.append((id, fit)) }
        }
        let ids = Set(kept.map(\.id))
        return candidates.map(\.id).filter(ids.contains)
    }
}
