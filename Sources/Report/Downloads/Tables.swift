import CSV
import Study

/// The study's tables as spreadsheets open them: UTF-8 with a mark at the start, commas, and no cell that a
/// spreadsheet would take for a formula. Each is appended to some bytes.
struct Tables: Sendable {
    let study: Study
    let cards: Cards

    /// Every published quote with its themes, participant, group and attributes; one row a quote.
    func writeQuotes(to output: inout [UInt8]) {
        output.reserveCapacity(output.count + study.quotes.reduce(4096) { $0 + $1.text.utf8.count + 160 })
        let header = ["id", "participant", "group", "themes", "theme titles", "text", "context", "source"]
        CSVWriter.appendSpreadsheet(to: &output, header: header + study.about.attributes.map(\.label)) { table in
            for (position, card) in cards.quotes.enumerated() {
                let participant = cards.participants[cards.graph.participantOfQuote[position]]
                let text = study.quotes[position].text
                let themes = study.quotes[position].themes
                table.row(
                    [
                        card.id, card.participant.name, card.participant.group.title,
                        Self.joined(themes.map(\.rawValue)), Self.joined(card.themes.map(\.title)), text,
                        card.context ?? "", card.source ?? "",
                    ] + participant.attributeColumns
                )
            }
        }
    }

    /// Every theme with the theme above it, its constructs, codes and counts; in the order of the codebook.
    func writeCodebook(to output: inout [UInt8]) {
        let header = ["id", "title", "parent", "level", "constructs", "codes", "summary", "quotes", "participants"]
        CSVWriter.appendSpreadsheet(to: &output, header: header) { table in
            for (position, theme) in study.themes.enumerated() {
                let count = cards.themeCounts[position]
                table.row([
                    theme.id.rawValue, theme.title, theme.parent?.rawValue ?? "", cards.themes[position].level,
                    Self.joined(cards.graph.constructsOfTheme[position].map { cards.constructs[$0].title }),
                    Self.joined(theme.codes), theme.summary ?? "", String(count.allQuotes),
                    String(count.allParticipants),
                ])
            }
        }
    }

    /// How many quotes each group has on each theme with all that is below it.
    func writeMatrix(to output: inout [UInt8]) {
        CSVWriter.appendSpreadsheet(to: &output, header: ["id", "title"] + cards.groupLinks.map(\.title) + ["all"]) {
            table in
            for (position, theme) in study.themes.enumerated() {
                let count = cards.themeCounts[position]
                table.row([theme.id.rawValue, theme.title] + (count.quotes + [count.allQuotes]).map { String($0) })
            }
        }
    }

    /// How many quotes each participant has on each theme with all that is below it.
    func writeParticipants(to output: inout [UInt8]) {
        let graph = cards.graph
        CSVWriter.appendSpreadsheet(to: &output, header: ["id", "title"] + cards.participantLinks.map(\.name)) {
            table in
            var counts = [Int](repeating: 0, count: cards.participantLinks.count)
            for (position, theme) in study.themes.enumerated() {
                for quote in graph.quotesUnderTheme[position] { counts[graph.participantOfQuote[quote]] += 1 }
                table.row([theme.id.rawValue, theme.title], counts)
                for quote in graph.quotesUnderTheme[position] { counts[graph.participantOfQuote[quote]] = 0 }
            }
        }
    }

    private static func joined(_ texts: [String]) -> String {
        texts.count == 1 ? texts[0] : texts.joined(separator: "; ")
    }
}
