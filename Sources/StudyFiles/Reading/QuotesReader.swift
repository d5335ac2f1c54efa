import CSV
import Diagnostics
import Processors
import Study

/// Reads the tables in `quotes/` and their rows, each for itself. `QuoteGatherer` makes quotes of them.
struct QuotesReader: Sendable {
    private static let columns = [
        TableReader.Column("participant", also: ["participant id", "pseudonym", "speaker"], isRequired: true),
        TableReader.Column("codes", also: ["code", "theme", "themes", "sub-theme", "sub-themes"], isRequired: true),
        TableReader.Column("text", also: ["quote", "excerpt", "words", "segment"], isRequired: true),
        TableReader.Column("id", also: ["quote id"]),
        TableReader.Column("source"),
        TableReader.Column("context"),
        TableReader.Column("status"),
        TableReader.Column("note", also: ["notes", "memo", "comment"]),
    ]

    /// Which column holds what, by the names that this reader knows.
    static func positions(in table: CSVTable) -> [String: Int] { TableReader.positions(of: columns, in: table) }

    /// How many rows are read at a time, on one processor beside the others.
    private static let chunk = 512

    /// Those that rows may name.
    let participants: Set<ParticipantID>
    private let codes: CodeIndex
    let cells: CodeCells
    /// What participants are called, in the order of their file.
    private let names: [String]

    init(participants: [Participant], codebook: Codebook, findings: Findings) {
        names = participants.map(\.id.rawValue)
        let claimed = findings.claimed.compactMap { target in
            if case .participant(let id) = target { id } else { nil }
        }
        self.participants = Set(participants.map(\.id)).union(claimed)
        codes = codebook.codes
        cells = CodeCells(codebook)
    }

    /// A file, and what was found in it; no table if its rows cannot be understood.
    typealias File = (outcome: TableReader?, findings: Findings)

    /// Reads a table, which needs nothing of the rest of the study.
    static func file(_ text: StudyText, _ findings: Findings) -> File {
        var findings = findings.branch()
        return (table(text, into: &findings), findings)
    }

    /// What came of a file: its rows, and what was found before anybody looked at them.
    struct Rows: Sendable {
        let runs: QuoteRuns
        let findings: Findings
    }

    /// The rows of all files. Everything that needs no other row is made side by side.
    func rows(of files: [File]) -> [Rows] {
        var files = files
        for index in files.indices {
            guard let reader = files[index].outcome, reportSwap(reader, into: &files[index].findings) else { continue }
            files[index].findings.lost.insert(.quote)
            files[index].outcome = nil
        }
        let tables = files.map(\.outcome)
        let chunks = tables.indices.flatMap { index in
            let count = tables[index]?.table.rows.count ?? 0
            return stride(from: 0, to: count, by: Self.chunk).map { (index, $0..<min($0 + Self.chunk, count)) }
        }
        let withWords = tables.contains { $0.map(Self.comparesWords) ?? false }
        let read = SideBySide.map(chunks) { index, range -> [QuoteRow] in
            guard let table = tables[index] else { return [] }
            let reader = QuoteRowReader(table, codes: cells, participants: participants, withWords: withWords)
            return table.table.rows[range].map(reader.read)
        }
        var runs = [[[QuoteRow]]](repeating: [], count: files.count)
        for (chunk, rows) in zip(chunks, read) { runs[chunk.0].append(rows) }
        return zip(files, runs).map { Rows(runs: QuoteRuns($1, haveWords: withWords), findings: $0.findings) }
    }

    /// The quotes that the rows of all files make, and what was found meanwhile.
    func quotes(of rows: [Rows], _ findings: Findings) -> (quotes: QuoteCollection, findings: Findings) {
        var findings = findings
        var gatherer = QuoteGatherer(self, names: names, codes: codes)
        gatherer.take(rows, into: &findings)
        return (gatherer.finish(into: &findings), findings)
    }

    /// Whether rows are compared with others by their words: those without an id, and those that may be withheld.
    private static func comparesWords(_ reader: TableReader) -> Bool {
        let id = reader.position("id")
        return reader.has("status") || id == nil || reader.table.rows.contains { reader.text(id, in: $0) == nil }
    }

    /// The table of a file; nil if its rows cannot be understood.
    private static func table(_ text: StudyText, into findings: inout Findings) -> TableReader? {
        guard findings.isReadable(text) else {
            findings.lost.insert(.quote)
            return nil
        }
        let table = findings.table(text.id, losing: .quote)
        guard let reader = TableReader(table, columns: columns, into: &findings) else {
            findings.lost.insert(.quote)
            return nil
        }
        for other in reader.otherColumns {
            findings.add(
                .unknownColumnHeader,
                "the column ‘\(other.header.value.shown)’ means nothing here and is not read",
                at: other.header.place,
                help: NearMiss.suggestion(for: other.header.value, in: columns.map(\.name))
            )
        }
        return reader
    }

    /// Names two columns once if one holds participants, or codes, where the other should.
    private func reportSwap(_ reader: TableReader, into findings: inout Findings) -> Bool {
        let isParticipant = { (cell: String) in participants.contains(ParticipantID(cell)) }
        let isCode = { (cell: String) in
            CodeIndex.parts(of: cell).contains { codes.theme(for: $0.trimmingSpaces()) != nil }
        }
        if !participants.isEmpty,
            reportSwap("participant", ["codes", "text", "id", "source"], isParticipant, reader, &findings)
        {
            return true
        }
        return !codes.names.isEmpty
            && reportSwap("codes", ["text", "id", "source", "participant"], isCode, reader, &findings)
    }

    private func reportSwap(
        _ column: String,
        _ others: [String],
        _ fits: (String) -> Bool,
        _ reader: TableReader,
        _ findings: inout Findings
    ) -> Bool {
        let rows = reader.table.rows
        guard let place = reader.headerPlace(column), !rows.isEmpty else { return false }
        func isHit(_ column: String, _ row: CSVRow) -> Bool {
            reader.text(column, in: row).map { fits($0.value) } ?? false
        }
        guard !rows.contains(where: { isHit(column, $0) }),
            let other = others.first(where: { other in
                reader.has(other) && rows.count { isHit(other, $0) } * 2 > rows.count
            })
        else { return false }
        findings.add(
            .swappedColumns,
            "the column ‘\(column)’ holds none, but the column ‘\(other)’ does",
            at: place,
            help: "exchange the headers ‘\(column)’ and ‘\(other)’"
        )
        return true
    }
}
