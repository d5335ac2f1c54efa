/// Says what each group contributes to something.
struct ShareMaker: Sendable {
    let groups: [GroupCard]
    /// How many participants each group has.
    let members: [Int]
    let phrases: Phrases
    /// The most quotes that any group has on any theme: the darkest cell of the matrix.
    let mostQuotes: Int
    /// Where a group has more members than this, all are shown as bars, since two kinds of pictures cannot be compared.
    let peopleDrawn: Int

    /// How dark a cell of a matrix is: 0 for none to 4 for the most.
    static func shade(_ number: Int, most: Int) -> Int {
        number == 0 || most == 0 ? 0 : max(1, (number * 4 + most / 2) / most)
    }

    /// A share for each group, in the study's order. `href` is the page that shows the quotes by group.
    func shares(_ count: EvidenceCount, href: String, silence: Phrases.Key) -> [GroupShare] {
        let drawn = members.allSatisfy { $0 <= peopleDrawn } ? peopleDrawn : 0
        // A page that is shown in part has a fragment already.
        let page = href.prefix { $0 != "#" }
        let hasFragment = page.count < href.count
        return groups.enumerated().map { position, group in
            let quotes = count.quotes[position]
            let speaking = count.participants[position]
            let participants = phrases.count(.participants, members[position])
            return GroupShare(
                group: group,
                quotes: quotes,
                participants: speaking,
                quotesText: phrases.count(.quotes, quotes),
                participantsText: phrases.text(
                    .ofMembers,
                    ["count": String(speaking), "members": participants]
                ),
                percent: members[position] == 0 ? 0 : (speaking * 100 + members[position] / 2) / members[position],
                shade: Self.shade(quotes, most: mostQuotes),
                picture: People.picture(speaking: speaking, of: members[position], group: position, limit: drawn),
                href: hasFragment ? href : "\(page)#group-\(group.slug)",
                silence: quotes == 0 ? phrases.text(silence, ["group": group.inSentence]) : nil
            )
        }
    }
}
