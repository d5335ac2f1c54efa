import Markup

/// What is the same for all shares of a study: its groups, how large they are, and how shares are shown.
final class ShareMaker: Sendable {
    let groups: [GroupLink]
    let phrases: Phrases
    /// How many participants each group has.
    let members: [Int]
    /// The same in words: `6 participants`.
    let membersTexts: [String]
    /// The most quotes that any group has on any theme: the darkest cell of the matrix.
    private let mostQuotes: Int
    /// The pictures of each group, by how many of its members speak. They are few, and each stands in many places.
    private let pictures: [[HTML]]

    /// A group with more members than `peopleDrawn` is not drawn person by person. Where one is larger, all are shown as
    /// bars, since two kinds of pictures cannot be compared.
    init(groups: [GroupLink], members: [Int], phrases: Phrases, mostQuotes: Int, peopleDrawn: Int) {
        self.groups = groups
        self.members = members
        self.phrases = phrases
        self.mostQuotes = mostQuotes
        membersTexts = members.map { phrases.count(.participants, $0) }
        let limit = members.allSatisfy { $0 <= peopleDrawn } ? peopleDrawn : 0
        pictures = members.enumerated().map { People.pictures(of: $1, group: $0, limit: limit) }
    }

    /// How dark a cell of a matrix is: 0 for none to 4 for the most.
    static func shade(_ number: Int, most: Int) -> Int {
        number == 0 || most == 0 ? 0 : max(1, (number * 4 + most / 2) / most)
    }

    /// How dark the matrix shows so many quotes.
    func shade(_ quotes: Int) -> Int { Self.shade(quotes, most: mostQuotes) }

    /// The members of a group in a row, by its position; nil where there are too many to draw.
    func picture(speaking: Int, group: Int) -> HTML? {
        pictures[group].isEmpty ? nil : pictures[group][speaking]
    }

    /// A share for each group, in the study's order. `href` is the page that shows the quotes by group.
    func shares(_ count: EvidenceCount, href: String, silence: Phrases.Key) -> [GroupShare] {
        groups.indices.map { position in
            GroupShare(
                maker: self,
                position: position,
                quotes: count.quotes[position],
                participants: count.participants[position],
                page: href,
                silenceKey: silence
            )
        }
    }
}
