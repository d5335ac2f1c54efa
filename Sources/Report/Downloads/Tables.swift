import CSV
import Study

/// The study's tables as spreadsheets open them: UTF-8 with a mark at the start, commas, and no cell that a
/// spreadsheet would take for a formula.
struct Tables {
    let study: Study
    let cards: Cards

    /// Every published quote with its themes, participant, group and attributes; one row a quote.
    func quotes() -> [UInt8] {
        var rows = [
            ["id", "participant", "group", "themes", "theme titles", "text", "context", "source"]
                + study.about.attributes.map(\.label)
        ]
        for (position, quote) in study.quotes.enumerated() {
            let card = cards.quotes[position]
            let participant = study.participants[cards.graph.participantOfQuote[position]]
            rows.append(
                [
                    quote.id.rawValue, card.participant.name, card.participant.group.title,
                    quote.themes.map(\.rawValue).joined(separator: "; "),
                    card.themes.map(\.title).joined(separator: "; "), quote.text, quote.context ?? "",
                    quote.source ?? "",
                ] + participant.attributes
            )
        }
        return Self.bytes(rows)
    }

    /// Every theme with the theme above it, its constructs, codes and counts; in the order of the codebook.
    func codebook() -> [UInt8] {
        var rows = [["id", "title", "parent", "level", "constructs", "codes", "summary", "quotes", "participants"]]
        for (position, theme) in study.themes.enumerated() {
            let count = cards.themeCounts[position]
            rows.append([
                theme.id.rawValue, theme.title, theme.parent?.rawValue ?? "", cards.themes[position].level,
                cards.graph.constructsOfTheme[position].map { cards.constructs[$0].title }.joined(separator: "; "),
                theme.codes.joined(separator: "; "), theme.summary ?? "", String(count.allQuotes),
                String(count.allParticipants),
            ])
        }
        return Self.bytes(rows)
    }

    /// How many quotes each group has on each theme with all that is below it.
    func matrix() -> [UInt8] {
        var rows = [["id", "title"] + cards.groups.map(\.title) + ["all"]]
        for (position, theme) in study.themes.enumerated() {
            let count = cards.themeCounts[position]
            rows.append([theme.id.rawValue, theme.title] + count.quotes.map { String($0) } + [String(count.allQuotes)])
        }
        return Self.bytes(rows)
    }

    /// How many quotes each participant has on each theme with all that is below it.
    func participants() -> [UInt8] {
        let graph = cards.graph
        var writer = Self.writer([["id", "title"] + cards.participants.map(\.name)])
        for (position, theme) in study.themes.enumerated() {
            var counts = [Int](repeating: 0, count: cards.participants.count)
            for quote in graph.quotesUnderTheme[position] { counts[graph.participantOfQuote[quote]] += 1 }
            writer.row([theme.id.rawValue, theme.title] + counts.map { String($0) })
        }
        return Self.marked(writer)
    }

    private static func bytes(_ rows: [[String]]) -> [UInt8] {
        marked(writer(rows))
    }

    private static func writer(_ rows: [[String]]) -> CSVWriter {
        var writer = CSVWriter(guardsFormulas: true)
        for row in rows { writer.row(row) }
        return writer
    }

    /// With the mark at the start by which spreadsheets know UTF-8.
    private static func marked(_ writer: CSVWriter) -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + writer.bytes
    }
}
