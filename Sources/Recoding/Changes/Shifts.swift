import Study

/// Counts the evidence of themes by group in two states.
enum Shifts {
    /// Where the counts differ, in the order of the later state. `themes` says what each earlier theme is now.
    static func between(_ old: Snapshot, _ new: Snapshot, themes: [ThemeID: [ThemeID]]) -> [Shift] {
        // What was split starts anew: nobody can say which part had how much.
        let before = Evidence(old) { theme in
            let now = themes[theme] ?? []
            return now.count == 1 ? now[0] : theme
        }
        let after = Evidence(new) { $0 }
        let groups = new.groups.map(\.id) + old.groups.map(\.id).filter { id in !new.groups.contains { $0.id == id } }
        let present = Set(new.themes.map(\.id))
        let gone = old.themes.map(\.id).filter { id in
            !present.contains(id) && (themes[id] ?? []).count != 1
        }
        return (new.themes.map(\.id) + gone).flatMap { theme in
            groups.compactMap { group in
                let (was, now) = (before.count(theme, group), after.count(theme, group))
                return was == now ? nil : Shift(theme: theme, group: group, before: was, after: now)
            }
        }
    }

    /// The quotes and participants behind each theme and what stands below it, by group.
    private struct Evidence {
        private struct Cell: Hashable {
            let theme: ThemeID
            let group: GroupID
        }

        private var quotes: [Cell: Int] = [:]
        private var people: [Cell: Set<ParticipantID>] = [:]

        init(_ state: Snapshot, name: (ThemeID) -> ThemeID) {
            let parents = Dictionary(state.themes.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
            let groups = Dictionary(
                state.participants.map { ($0.id, $0.group) },
                uniquingKeysWith: { first, _ in first }
            )
            for quote in state.quotes {
                guard let group = groups[quote.participant] else { continue }
                var themes: Set<ThemeID> = []
                for theme in quote.themes {
                    var next: ThemeID? = theme
                    // Parents that go round in a circle cannot come from a study, but from a file.
                    var steps = 0
                    while let id = next, steps < 64 {
                        themes.insert(name(id))
                        next = parents[id] ?? nil
                        steps += 1
                    }
                }
                for theme in themes {
                    let cell = Cell(theme: theme, group: group)
                    quotes[cell, default: 0] += 1
                    people[cell, default: []].insert(quote.participant)
                }
            }
        }

        func count(_ theme: ThemeID, _ group: GroupID) -> Shift.Count {
            let cell = Cell(theme: theme, group: group)
            return Shift.Count(quotes: quotes[cell] ?? 0, participants: people[cell]?.count ?? 0)
        }
    }
}
