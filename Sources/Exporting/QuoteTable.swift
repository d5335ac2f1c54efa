import Bytes
import CSV

/// The quotes as a table that spreadsheets open and `Interchange` knows by its header.
enum QuoteTable {
    /// UTF-8 with the mark by which spreadsheets know it. A row a quote, in the order of the study.
    static func bytes(of content: ExportContent) -> [UInt8] {
        var table = ByteStream()
        let header = ["id", "participant", content.groupLabel] + content.attributes
        CSVWriter.appendSpreadsheet(to: &table, header: header + ["themes", "codes", "text", "source", "context"]) {
            table in
            let quotes = content.participants.flatMap { participant in participant.quotes.map { (participant, $0) } }
            for (participant, quote) in quotes.sorted(by: { $0.1.position < $1.1.position }) {
                let themes = quote.codes.map { content.codes[$0].path.joined(separator: " > ") }
                let codes = quote.codes.map { content.codes[$0].name }
                let who = [quote.id.rawValue, participant.id, participant.group] + participant.attributes
                let what = [
                    themes.joined(separator: "; "), codes.joined(separator: "; "), quote.text, quote.source,
                    quote.context,
                ]
                table.row((who + what).map(FormulaGuard.guarded))
            }
        }
        return table.bytes
    }
}
