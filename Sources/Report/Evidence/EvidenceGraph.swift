import Processors
import Study

/// Who said what about which theme: built once, in time that grows with the number of codings, and only looked up
/// afterwards. Everything is a position in the study's own lists.
struct EvidenceGraph: Sendable {
    let index: StudyIndex
    /// The group of each participant.
    let groupOfParticipant: [Int]
    /// The participant of each quote.
    let participantOfQuote: [Int]
    /// The themes of each quote, in the order of the codebook.
    let themesOfQuote: Rows<Int>
    /// The theme above each theme.
    let parentOfTheme: [Int?]
    /// The themes directly below each theme.
    let childrenOfTheme: [[Int]]
    /// The quotes of each theme and of all that is below it, each once: by group, then in the study's order.
    let quotesUnderTheme: [[Int]]
    /// For each theme of each quote, the quotes before and after it on that theme.
    let neighboursOfQuote: Rows<Neighbours>
    /// All quotes, each once: by their first theme in the codebook, then by group, then in the study's order.
    let quotesInOrder: [Int]
    /// The quotes of each participant.
    let quotesOfParticipant: [[Int]]
    /// The quotes of each group.
    let quotesOfGroup: [[Int]]
    /// The participants of each group.
    let participantsOfGroup: [[Int]]
    /// The constructs of each theme: its own, or those of the nearest theme above that has any.
    let constructsOfTheme: [[Int]]
    /// The topmost themes that are aligned with each construct.
    let themesOfConstruct: [[Int]]

    /// The quotes before and after one on a theme.
    struct Neighbours: Sendable {
        var previous: Int?
        var next: Int?
    }

    init(_ study: Study) {
        let index = StudyIndex(study)
        self.index = index
        groupOfParticipant = study.participants.map { index.groups[$0.group] ?? 0 }
        // Of the index no more than what is needed, or all of it is copied for each quote.
        let participants = index.participants
        let themePositions = index.themes
        // By position, as a quote that is taken out of its list is copied with all that it holds.
        participantOfQuote = study.quotes.indices.map { participants[study.quotes[$0].participant] ?? 0 }
        var themes = Rows<Int>()
        themes.reserveCapacity(study.quotes.count)
        for quote in study.quotes.indices {
            themes.append(study.quotes[quote].themes.lazy.compactMap { themePositions[$0] })
        }
        themesOfQuote = themes
        let parents = study.themes.map { $0.parent.flatMap { index.themes[$0] } }
        parentOfTheme = parents
        var children = [[Int]](repeating: [], count: study.themes.count)
        for (theme, parent) in parents.enumerated() {
            if let parent { children[parent].append(theme) }
        }
        childrenOfTheme = children

        var ofParticipant = [[Int]](repeating: [], count: study.participants.count)
        for (quote, participant) in participantOfQuote.enumerated() { ofParticipant[participant].append(quote) }
        quotesOfParticipant = ofParticipant
        var members = [[Int]](repeating: [], count: study.groups.count)
        for (participant, group) in groupOfParticipant.enumerated() { members[group].append(participant) }
        participantsOfGroup = members
        var ofGroup = [[Int]](repeating: [], count: study.groups.count)
        for (quote, participant) in participantOfQuote.enumerated() {
            ofGroup[groupOfParticipant[participant]].append(quote)
        }
        quotesOfGroup = ofGroup

        let under = Meanwhile { [themes, ofGroup] in Self.quotesUnderThemes(parents, themes, ofGroup) }

        var firstOn = [[Int]](repeating: [], count: study.themes.count)
        var onNone: [Int] = []
        for quote in ofGroup.joined() {
            if let theme = themesOfQuote[quote].first { firstOn[theme].append(quote) } else { onNone.append(quote) }
        }
        quotesInOrder = Array(firstOn.joined()) + onNone

        var neighbours = themesOfQuote.filled(with: Neighbours())
        var lastOnTheme = [(quote: Int, slot: Int)?](repeating: nil, count: study.themes.count)
        for quotes in ofGroup {
            for quote in quotes {
                for (slot, theme) in themesOfQuote[quote].enumerated() {
                    if let last = lastOnTheme[theme] {
                        neighbours[quote, slot].previous = last.quote
                        neighbours[last.quote, last.slot].next = quote
                    }
                    lastOnTheme[theme] = (quote, slot)
                }
            }
        }
        neighboursOfQuote = neighbours

        var constructs = [[Int]](repeating: [], count: study.themes.count)
        var aligned = [[Int]](repeating: [], count: study.framework?.constructs.count ?? 0)
        for (theme, value) in study.themes.enumerated() {
            let own = value.constructs.compactMap { index.constructs[$0] }
            let inherited = parents[theme].map { constructs[$0] } ?? []
            constructs[theme] = own.isEmpty ? inherited : own
            for construct in constructs[theme] where !inherited.contains(construct) { aligned[construct].append(theme) }
        }
        constructsOfTheme = constructs
        themesOfConstruct = aligned
        quotesUnderTheme = under.outcome()
    }

    /// Going through the quotes group by group leaves each theme's list in the order that pages show.
    private static func quotesUnderThemes(
        _ parents: [Int?],
        _ themesOfQuote: Rows<Int>,
        _ quotesOfGroup: [[Int]]
    ) -> [[Int]] {
        var under = [[Int]](repeating: [], count: parents.count)
        var lastQuote = [Int](repeating: -1, count: parents.count)
        for quotes in quotesOfGroup {
            for quote in quotes {
                for theme in themesOfQuote[quote] {
                    var current: Int? = theme
                    while let above = current, lastQuote[above] != quote {
                        lastQuote[above] = quote
                        under[above].append(quote)
                        current = parents[above]
                    }
                }
            }
        }
        return under
    }

    /// The group of a quote's participant.
    func group(ofQuote quote: Int) -> Int { groupOfParticipant[participantOfQuote[quote]] }

    /// The quotes of a construct's themes, each once.
    func quotes(ofConstruct construct: Int) -> [Int] {
        unique(themesOfConstruct[construct].map { quotesUnderTheme[$0] })
    }

    /// What a claim rests on: the quotes that it names first, then all quotes of the themes that it names, each once.
    func quotes(of support: Support) -> [Int] {
        let named = support.quotes.compactMap { index.quotes[$0] }
        return unique([named] + support.themes.compactMap { index.themes[$0] }.map { quotesUnderTheme[$0] })
    }

    /// Counts quotes and participants, in all and for each group.
    func count(_ quotes: [Int]) -> EvidenceCount {
        var count = EvidenceCount(groups: participantsOfGroup.count)
        var hasSpoken = [Bool](repeating: false, count: groupOfParticipant.count)
        for quote in quotes {
            let participant = participantOfQuote[quote]
            let group = groupOfParticipant[participant]
            count.quotes[group] += 1
            if !hasSpoken[participant] {
                hasSpoken[participant] = true
                count.participants[group] += 1
            }
        }
        return count
    }

    private func unique(_ lists: [[Int]]) -> [Int] {
        if lists.count == 1 { return lists[0] }
        // A bit for each quote of the study: this is done for each claim, each time with all bits.
        var seen = [UInt64](repeating: 0, count: participantOfQuote.count / 64 + 1)
        var all: [Int] = []
        for quote in lists.joined() {
            let bit: UInt64 = 1 << UInt64(quote % 64)
            guard seen[quote / 64] & bit == 0 else { continue }
            seen[quote / 64] |= bit
            all.append(quote)
        }
        return all
    }
}

/// How many quotes and participants stand behind something, for each group in the study's order.
struct EvidenceCount: Sendable, Equatable {
    var quotes: [Int]
    var participants: [Int]

    init(groups: Int) {
        quotes = [Int](repeating: 0, count: groups)
        participants = quotes
    }

    var allQuotes: Int { quotes.reduce(0, +) }
    var allParticipants: Int { participants.reduce(0, +) }
    /// How many groups have a quote.
    var allGroups: Int { quotes.count { $0 > 0 } }
}
