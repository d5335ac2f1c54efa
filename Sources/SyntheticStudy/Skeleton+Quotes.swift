extension Skeleton {
    /// Who says how much on which themes: a few themes have many quotes and most have few, and some groups say
    /// nothing on some themes.
    static func quotes(
        _ size: StudySize,
        _ seed: UInt64,
        _ participants: [Participant],
        _ themes: [Theme]
    ) -> [Quote] {
        var random = RandomSource(seed: seed, part: "quotes")
        let casting = Casting(size, participants, themes, &random)
        var drafts: [Draft] = []
        for index in 0..<size.quotes {
            let leaf: Int
            let participant: Int
            switch index {
            case 0..<casting.leaves.count:
                // Every theme has a quote,
                leaf = index
                participant = casting.speaker(on: leaf, &random)
            case casting.leaves.count..<(casting.leaves.count + participants.count):
                // and every participant is quoted.
                participant = index - casting.leaves.count
                leaf = casting.leaf(for: participants[participant].group, &random)
            default:
                leaf = casting.leaf(&random)
                participant = casting.speaker(on: leaf, &random)
            }
            let words = QuoteLength.words(of: index, &random)
            drafts.append(
                Draft(
                    participant: participant,
                    themes: casting.themes(of: participants[participant].group, leaf: leaf, &random),
                    words: words,
                    manner: Manner.manner(of: index, words: words, &random),
                    // Short quotes could be said twice, and then their rows would become one.
                    hasID: index < casting.leaves.count || words < 12 || random.chance(80),
                    order: index
                )
            )
        }
        drafts.sort { ($0.participant, $0.order) < ($1.participant, $1.order) }
        return numbered(drafts, participants)
    }

    private struct Draft {
        let participant: Int
        let themes: [Int]
        let words: Int
        let manner: Manner
        let hasID: Bool
        let order: Int
    }

    private static func numbered(_ drafts: [Draft], _ participants: [Participant]) -> [Quote] {
        var counts = Array(repeating: 0, count: participants.count)
        return drafts.map { draft in
            counts[draft.participant] += 1
            let name = participants[draft.participant].name.lowercased()
            return Quote(
                participant: draft.participant,
                themes: draft.themes,
                words: draft.words,
                manner: draft.manner,
                id: draft.hasID ? "\(name)-\(counts[draft.participant])" : nil
            )
        }
    }
}
