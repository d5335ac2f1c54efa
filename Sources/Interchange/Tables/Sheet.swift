import CSV
import Diagnostics

/// A table with names of columns, whatever file it came from.
struct Sheet {
    /// The names of the columns, without white space at either end.
    let header: [String]
    /// The rows below; each may have fewer cells than there are columns, or more.
    var rows: [Row]
    /// What was noticed while reading.
    var findings = FindingList()
    /// Whether it comes from a workbook rather than from text.
    var isWorkbook = false
    /// Whether the file's encoding cannot hold every letter.
    var isNarrow = false

    /// The sheet with cells as they were before they were kept from being formulas.
    var unguarded: Sheet {
        var sheet = self
        for index in sheet.rows.indices { sheet.rows[index].cells = rows[index].cells.map(FormulaGuard.unguarded) }
        return sheet
    }

    struct Row {
        var cells: [String]
        /// The line of the table from 1, with the header as 1.
        let line: Int

        /// The cell of a column without white space at either end; empty if there is none.
        func cell(_ column: Int?) -> String {
            guard let column, column < cells.count else { return "" }
            return cells[column].trimmed
        }

        /// The cell of a column as it stands.
        func verbatim(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
    }
}

/// Reads tables from text.
enum SheetText {
    /// Reads CSV, in whatever encoding and with whatever delimiter it has.
    static func read(_ bytes: [UInt8], named name: String, limits: ImportLimits) throws(ImportError) -> Sheet {
        let decoded = TextDecoding.decode(bytes)
        if let problem = decoded.problem {
            let line = decoded.utf8.prefix(problem.offset).count { $0 == 0x0A } + 1
            throw ImportError(
                .damaged,
                "‘\(name.shownShort)’ cannot be read as text at line \(line): \(problem.message)",
                help: "save it again as CSV in UTF-8"
            )
        }
        let breaks = decoded.utf8.reduce(into: 0) { count, byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: count += 1
            default: break
            }
        }
        guard breaks <= limits.cells else {
            throw ImportError(.tooLarge, "‘\(name.shownShort)’ has more than \(limits.cells) cells")
        }
        let source = Source(path: name, text: decoded.utf8)
        var sources = Sources()
        let id = sources.add(source)
        var diagnostics = Diagnostics()
        let table = CSVReader.read(source, id: id, into: &diagnostics)
        func line(at offset: UInt32) -> Int { source.position(at: Int(offset)).line }
        let rows = table.rows.map { row in
            Sheet.Row(cells: row.fields.map(\.text), line: line(at: row.place.offset))
        }
        var sheet = Sheet(header: table.header.map(\.text.trimmed), rows: rows)
        sheet.isNarrow = decoded.encoding == .windows1252
        for finding in diagnostics.all {
            var number: Int?
            if case .place(let place) = finding.location { number = line(at: place.offset) }
            switch finding.rule {
            case .csvDuplicateColumn: break
            case .csvEmpty: throw ImportError(.empty, "‘\(name.shownShort)’ holds no table")
            case .csvUnclosedQuote, .csvTextAfterQuote:
                throw ImportError(
                    .damaged,
                    "line \(number ?? 1) of ‘\(name.shownShort)’ cannot be read as a table: \(finding.summary)",
                    help: finding.help
                )
            default: sheet.findings.add(.importRow, line: number, finding.summary)
            }
        }
        return sheet
    }
}
