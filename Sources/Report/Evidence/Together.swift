/// Which themes occur together: how many participants speak on both of two themes, and how many quotes support both.
///
/// A theme counts with all that is below it; a theme and one above it are no pair, as one holds the other.
struct Together: Sendable {
    private let graph: EvidenceGraph
    /// The themes of each depth that each participant speaks on, itself or below it, ascending: by depth, then by
    /// participant. Only themes of one depth are compared with each other.
    private let themesOfParticipant: [[[Int]]]
    /// The participants who speak on each theme or what is below it, ascending.
    private let participantsOfTheme: [[Int]]

    /// How deep each theme lies, from 0 at the top.
    private let depths: [Int]

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
        self.depths = depths
        var participants = [[Int]](repeating: [], count: graph.quotesUnderTheme.count)
        var themes = [[[Int]]](
            repeating: [[Int]](repeating: [], count: graph.quotesOfParticipant.count),
            count: (depths.max() ?? 0) + 1
        )
        for (theme, quotes) in graph.quotesUnderTheme.enumerated() {
            let depth = depths[theme]
            // The themes of each participant grow in the order of themes: who has this one last has spoken already.
            for quote in quotes {
                let participant = graph.participantOfQuote[quote]
                guard themes[depth][participant].last != theme else { continue }
                themes[depth][participant].append(theme)
                participants[theme].append(participant)
            }
            participants[theme].sort()
        }
        themesOfParticipant = themes
        participantsOfTheme = participants
    }

    /// The themes of the same level that a theme shares two participants or more with, the most first and else as in the
    /// codebook; no more than so many.
    func with(_ theme: Int, limit: Int = .max) -> [Other] {
        let depth = depths[theme]
        var people = [Int](repeating: 0, count: depths.count)
        for participant in participantsOfTheme[theme] {
            for other in themesOfParticipant[depth][participant] { people[other] += 1 }
        }
        // Of many themes few are wanted, so these alone are kept in order.
        var most: [Other] = []
        var least = 1
        for other in people.indices where people[other] > least && depths[other] == depth && other != theme {
            let count = people[other]
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
        let isLeaf = graph.childrenOfTheme.map(\.isEmpty)
        var leavesOfParticipant = [[Int]](repeating: [], count: graph.quotesOfParticipant.count)
        for theme in isLeaf.indices where isLeaf[theme] {
            for participant in participantsOfTheme[theme] { leavesOfParticipant[participant].append(theme) }
        }
        var best: [Pair] = []
        var people = [Int](repeating: 0, count: isLeaf.count)
        var quotes = people
        for first in isLeaf.indices where isLeaf[first] {
            var seconds: [Int] = []
            for participant in participantsOfTheme[first] {
                for second in leavesOfParticipant[participant].reversed() {
                    guard second > first else { break }
                    if people[second] == 0 { seconds.append(second) }
                    people[second] += 1
                }
            }
            for quote in graph.quotesUnderTheme[first] {
                for second in graph.themesOfQuote[quote] { quotes[second] += 1 }
            }
            let least = best.count == limit ? best.last?.people ?? 0 : 0
            for second in seconds {
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
