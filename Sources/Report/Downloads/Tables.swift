import Bytes
import CSV
import Study

/// The study's tables as spreadsheets open them: UTF-8 with a mark at the start, commas, and no cell that a
/// spreadsheet would take for a formula. Each is appended to a stream.
struct Tables: Sendable {
    let study: Study
    let cards: Cards

    /// Every published quote with its themes, participant, group and attributes; one row a quote.
    func writeQuotes(to output: inout ByteStream) {
        let header = ["id", "participant", "group", "themes", "theme titles", "text", "context", "source"]
        CSVWriter.appendSpreadsheet(to: &output, header: header + study.about.attributes.map(\.label)) { table in
            for position in study.quotes.indices {
                table.row { row in addQuote(position, to: &row) }
            }
        }
    }

    private func addQuote(_ position: Int, to row: inout CSVWriter) {
        // By position, as a quote that is taken out of its list is copied with all that it holds.
        let participant = cards.graph.participantOfQuote[position]
        row.field(study.quotes[position].id.rawValue)
        row.field(study.participants[participant].id.rawValue)
        row.field(study.groups[cards.graph.groupOfParticipant[participant]].title)
        row.field(joining: study.quotes[position].themes, by: "; ", { $0.rawValue })
        row.field(joining: cards.graph.themesOfQuote[position], by: "; ", { study.themes[$0].title })
        row.field(study.quotes[position].text)
        row.field(study.quotes[position].context ?? "")
        row.field(study.quotes[position].source ?? "")
        for attribute in study.participants[participant].attributes { row.field(attribute) }
    }

    /// Every theme with the theme above it, its constructs, codes and counts; in the order of the codebook.
    func writeCodebook(to output: inout ByteStream) {
        let header = ["id", "title", "parent", "level", "constructs", "codes", "summary", "quotes", "participants"]
        CSVWriter.appendSpreadsheet(to: &output, header: header) { table in
            for (position, theme) in study.themes.enumerated() {
                let count = cards.themeCounts[position]
                table.row { row in
                    row.field(theme.id.rawValue)
                    row.field(theme.title)
                    row.field(theme.parent?.rawValue ?? "")
                    row.field(cards.themes[position].level)
                    row.field(joining: cards.graph.constructsOfTheme[position], by: "; ") {
                        cards.constructs[$0].title
                    }
                    row.field(joining: theme.codes, by: "; ") { $0 }
                    row.field(theme.summary ?? "")
                    row.fields([count.allQuotes, count.allParticipants])
                }
            }
        }
    }

    /// How many quotes each group has on each theme with all that is below it.
    func writeMatrix(to output: inout ByteStream) {
        CSVWriter.appendSpreadsheet(to: &output, header: ["id", "title"] + cards.groupLinks.map(\.title) + ["all"]) {
            table in
            for (position, theme) in study.themes.enumerated() {
                let count = cards.themeCounts[position]
                table.row([theme.id.rawValue, theme.title], count.quotes + [count.allQuotes])
            }
        }
    }

    /// How many quotes each participant has on each theme with all that is below it.
    func writeParticipants(to output: inout ByteStream) {
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
}
