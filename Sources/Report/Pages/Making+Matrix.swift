import Markup
import Study

extension PageMaker {
    func matrixPage() -> PageEntry {
        let title = phrases.text(.matrix)
        return PageEntry(.matrix, title: title, template: templates.matrix) { [self] in
            let isCut = cards.nodes.count * (cards.groupLinks.count + 1) > limits.cells
            let themes = isCut ? Array(cards.topThemes.prefix(limits.cells / (cards.groupLinks.count + 1))) : nil
            return MatrixPage(
                frame: frames.frame("matrix", .matrix, title: title),
                groups: cards.groupLinks,
                rows: themes.map { $0.map { cards.nodes[$0] } } ?? cards.nodes,
                isCut: isCut,
                people: peopleMatrix(),
                pairs: pairs(),
                spread: spreadOfAll(),
                spreads: spreads()
            )
        }
    }

    private func peopleMatrix() -> PeopleMatrix? {
        let columns = graph.participantsOfGroup.flatMap(\.self)
        guard !columns.isEmpty else { return nil }
        let rows = [Array(cards.themes.indices), cards.topThemes].first { $0.count * columns.count <= limits.cells }
        guard let rows else { return nil }
        let counts = rows.map { theme in
            var counts = [Int](repeating: 0, count: study.participants.count)
            for quote in graph.quotesUnderTheme[theme] { counts[graph.participantOfQuote[quote]] += 1 }
            return counts
        }
        let most = counts.flatMap(\.self).max() ?? 0
        let first = Set(graph.participantsOfGroup.compactMap(\.first))
        return PeopleMatrix(
            groups: cards.groupLinks.enumerated().map { position, group in
                GroupMembers(
                    group: group,
                    members: graph.participantsOfGroup[position].map { cards.participants[$0] }
                )
            },
            rows: zip(rows, counts).map { theme, counts in
                PeopleMatrix.Row(
                    theme: cards.themes[theme],
                    cells: columns.map { participant in
                        PeopleMatrix.Cell(
                            quotes: counts[participant],
                            shade: ShareMaker.shade(counts[participant], most: most),
                            isFirst: first.contains(participant)
                        )
                    }
                )
            }
        )
    }

    private func pairs() -> [PairView] {
        let pairs = together.pairs(atMost: limits.pairs)
        let most = pairs.first?.people ?? 1
        return pairs.map { pair in
            PairView(
                first: cards.themes[pair.first],
                second: cards.themes[pair.second],
                people: phrases.count(.participants, pair.people),
                quotes: pair.quotes == 0 ? phrases.text(.noQuotes) : phrases.count(.quotes, pair.quotes),
                percent: pair.people * 100 / most
            )
        }
    }

    private func spreadOfAll() -> String {
        sentence(Spread(graph.quotesOfParticipant.map(\.count)))
    }

    private func spreads() -> [SpreadView] {
        let most = graph.quotesOfParticipant.map(\.count).max() ?? 0
        return cards.groupLinks.enumerated().compactMap { position, group in
            let counts = graph.participantsOfGroup[position].map { graph.quotesOfParticipant[$0].count }
            guard !counts.isEmpty else { return nil }
            return SpreadView(
                group: group,
                picture: Evenness.picture(counts, most: most),
                sentence: sentence(Spread(counts))
            )
        }
    }

    private func sentence(_ spread: Spread) -> String {
        guard spread.quotes > 0 else { return phrases.text(.noQuotes) }
        return phrases.text(
            .spread,
            [
                "quoted": String(spread.quoted),
                "participants": phrases.count(.participants, spread.people),
                "most": String(spread.most),
                "quotes": phrases.count(.quotes, spread.quotes),
                "percent": String(spread.percent(spread.most)),
                "half": phrases.count(.participants, spread.peopleWithHalf),
            ]
        )
    }
}
