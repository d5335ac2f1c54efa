/// Which group speaks on which theme.
struct Casting {
    /// The themes that have no others under them.
    let leaves: [Int]
    private let parents: [Int?]
    private let people: [[Int]]
    /// For each leaf, the groups that say something on it.
    private let groups: [[Int]]
    private let choice: WeightedChoice
    /// For each leaf, how much is said on it: 0 is the one with the most quotes.
    private let ranks: [Int]

    init(
        _ size: StudySize,
        _ participants: [Skeleton.Participant],
        _ themes: [Skeleton.Theme],
        _ random: inout RandomSource
    ) {
        leaves = themes.indices.filter { themes[$0].children.isEmpty }
        parents = themes.map(\.parent)
        people = (0..<size.groups).map { group in participants.indices.filter { participants[$0].group == group } }
        choice = WeightedChoice(count: leaves.count, evenness: 6)
        ranks = random.shuffled(Array(leaves.indices))
        groups = leaves.indices.map { leaf in
            let speaking = (0..<size.groups).filter { _ in random.chance(78) }
            // Nobody is silent on the first, so that every group has something to speak on.
            return leaf == 0 || speaking.isEmpty ? Array(0..<size.groups) : speaking
        }
    }

    /// A leaf, often one of those on which much is said.
    func leaf(_ random: inout RandomSource) -> Int { ranks[choice.pick(&random)] }

    /// A leaf on which a group speaks.
    func leaf(for group: Int, _ random: inout RandomSource) -> Int {
        for _ in 0..<50 {
            let leaf = leaf(&random)
            if groups[leaf].contains(group) { return leaf }
        }
        return 0
    }

    /// A participant of a group that speaks on a leaf; some speak more than others.
    func speaker(on leaf: Int, _ random: inout RandomSource) -> Int {
        let people = people[random.pick(groups[leaf])]
        return people[min(random.below(people.count), random.below(people.count))]
    }

    /// One to four themes of a quote, the leaf or the theme above it first.
    func themes(of group: Int, leaf: Int, _ random: inout RandomSource) -> [Int] {
        var themes = [leaves[leaf]]
        let more = random.below(100)
        let wanted = more < 62 ? 1 : more < 87 ? 2 : more < 97 ? 3 : 4
        while themes.count < wanted {
            let other = leaves[self.leaf(for: group, &random)]
            let theme = random.chance(12) ? parents[other] ?? other : other
            // A theme that came up already is said no second time.
            if themes.contains(theme) { break }
            themes.append(theme)
        }
        return themes
    }
}
