/// Which themes occur together: how many participants speak on both of two themes, and how many quotes support both.
///
/// A theme counts with all that is below it; a theme and one above it are no pair, as one holds the other.
struct Together: Sendable {
    private let graph: EvidenceGraph
    /// The themes that each participant speaks on, itself or below it, ascending: for each depth a list of lists, as only
    /// themes of one depth are compared with each other.
    private let themesOfParticipant: [Rows<Int>]
    /// The participants who speak on each theme or what is below it, ascending.
    private let participantsOfTheme: Rows<Int>
    /// How deep each theme lies, from 0 at the top.
    private let depths: [Int]
    /// The themes of each depth, ascending.
    private let themesOfDepth: [[Int]]

    /// Another theme, with what it shares.
    struct Other: Equatable {
        let theme: Int
        let people: Int
    }

    /// Two themes, the first before the second in the codebook.
    struct Pair: Equatable {
        let first: Int
        let second: Int
        let people: Int
        let quotes: Int
    }

    init(_ graph: EvidenceGraph) {
        self.graph = graph
        var depths: [Int] = []
        for parent in graph.parentOfTheme { depths.append(parent.map { depths[$0] + 1 } ?? 0) }
        var themesOfDepth = [[Int]](repeating: [], count: (depths.max() ?? 0) + 1)
        for (theme, depth) in depths.enumerated() { themesOfDepth[depth].append(theme) }
        self.depths = depths
        self.themesOfDepth = themesOfDepth
        let people = graph.quotesOfParticipant.count
        var participants = Rows<Int>()
        // The theme on which each participant was heard last.
        var last = [Int](repeating: -1, count: people)
        for (theme, quotes) in graph.quotesUnderTheme.enumerated() {
            var heard: [Int] = []
            for quote in quotes {
                let participant = graph.participantOfQuote[quote]
                guard last[participant] != theme else { continue }
                last[participant] = theme
                heard.append(participant)
            }
            participants.append(heard.sorted())
        }
        participantsOfTheme = participants
        themesOfParticipant = themesOfDepth.map { Self.turned(participants, themes: $0, people: people) }
    }

    /// For each participant, those of some themes that they speak on, in the order of these.
    private static func turned(_ participants: Rows<Int>, themes: [Int], people: Int) -> Rows<Int> {
        var themesOf = [[Int]](repeating: [], count: people)
        for theme in themes {
            for participant in participants[theme] { themesOf[participant].append(theme) }
        }
        var rows = Rows<Int>()
        for themes in themesOf { rows.append(themes) }
        return rows
    }

    /// The themes of the same level that a theme shares two participants or more with, the most first and else as in the
    /// codebook; no more than so many.
    func with(_ theme: Int, limit: Int = .max) -> [Other] {
        let depth = depths[theme]
        let shared = [Int](unsafeUninitializedCapacity: depths.count) { people, count in
            people.initialize(repeating: 0)
            for participant in participantsOfTheme[theme] {
                themesOfParticipant[depth].backwards(participant) { other in
                    people[other] &+= 1
                    return true
                }
            }
            count = depths.count
        }
        // Of many themes few are wanted, so these alone are kept in order.
        var most: [Other] = []
        var least = 1
        for other in themesOfDepth[depth] where shared[other] > least && other != theme {
            let count = shared[other]
            let place = most.lastIndex { $0.people >= count }.map { $0 + 1 } ?? 0
            most.insert(Other(theme: other, people: count), at: place)
            if most.count > limit { most.removeLast() }
            if most.count == limit, let last = most.last { least = last.people }
        }
        return most
    }

    /// The first of all pairs of themes at the ends of the tree that share two participants or a quote: the most shared
    /// first, then by quotes that support both, then as in the codebook.
    ///
    /// There may be a million, of which a page shows a few: so they are not all kept and put in order.
    func pairs(atMost limit: Int) -> [Pair] {
        let leaves = graph.childrenOfTheme.indices.filter { graph.childrenOfTheme[$0].isEmpty }
        let leavesOf = Self.turned(participantsOfTheme, themes: leaves, people: graph.quotesOfParticipant.count)
        var best: [Pair] = []
        var quotes = [Int](repeating: 0, count: depths.count)
        withUnsafeTemporaryAllocation(of: Int.self, capacity: depths.count * 2) { room in
            room.initialize(repeating: 0)
            // How many people each theme shares with the first of the pair, and which themes share any.
            let people = UnsafeMutableBufferPointer(rebasing: room[..<depths.count])
            let seconds = UnsafeMutableBufferPointer(rebasing: room[depths.count...])
            for first in leaves {
                var count = 0
                for participant in participantsOfTheme[first] {
                    leavesOf.backwards(participant) { second in
                        guard second > first else { return false }
                        if people[second] == 0 {
                            seconds[count] = second
                            count += 1
                        }
                        people[second] &+= 1
                        return true
                    }
                }
                for quote in graph.quotesUnderTheme[first] {
                    for second in graph.themesOfQuote[quote] { quotes[second] += 1 }
                }
                let least = best.count == limit ? best.last?.people ?? 0 : 0
                for second in seconds[..<count] {
                    // Most of them share too few people to be among the first.
                    if people[second] >= least, people[second] > 1 || quotes[second] > 0 {
                        let pair = Pair(first: first, second: second, people: people[second], quotes: quotes[second])
                        pair.insert(into: &best, atMost: limit)
                    }
                    people[second] = 0
                }
                for quote in graph.quotesUnderTheme[first] {
                    for second in graph.themesOfQuote[quote] { quotes[second] = 0 }
                }
            }
        }
        return best
    }
}

extension Together.Pair {
    /// Puts the pair where it belongs among the first ones, if it is one of them.
    fileprivate func insert(into best: inout [Self], atMost limit: Int) {
        if best.count == limit {
            guard let last = best.last, precedes(last) else { return }
            best.removeLast()
        }
        best.insert(self, at: best.firstIndex { precedes($0) } ?? best.count)
    }

    private func precedes(_ other: Self) -> Bool {
        (other.people, other.quotes, first, second) < (people, quotes, other.first, other.second)
    }
}
