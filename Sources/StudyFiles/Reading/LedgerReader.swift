import CSV
import Diagnostics
import Recoding
import Study

/// The ledger with the places of its lines.
struct LocatedLedger {
    var entries = Ledger()
    var places: [Ledger.Name: Place] = [:]
}

/// Reads `ledger.csv`: what became of everything that was once published.
enum LedgerReader {
    private static let columns = [
        TableReader.Column("kind", isRequired: true),
        TableReader.Column("id", isRequired: true),
        TableReader.Column("state", isRequired: true),
        TableReader.Column("now"),
        TableReader.Column("since"),
    ]

    static func read(_ table: CSVTable, into findings: inout Findings) -> LocatedLedger {
        var ledger = LocatedLedger()
        guard let reader = TableReader(table, columns: columns, into: &findings) else { return ledger }
        for row in table.rows {
            let kind: Ledger.Name.Kind? = word("kind", in: row, reader, into: &findings)
            let id = reader.required("id", in: row, into: &findings)
            let fate: Ledger.Fate? = word("state", in: row, reader, into: &findings)
            guard let kind, let id, let fate else { continue }
            let name = Ledger.Name(kind, id.value)
            if let first = ledger.places[name] {
                findings.add(
                    .duplicateID,
                    "the ledger has the \(kind.rawValue) ‘\(id.value.shown)’ twice",
                    at: id.place,
                    help: "take one of the two lines away",
                    related: [.init("the first one", at: first)]
                )
                continue
            }
            ledger.places[name] = id.place
            let now = reader.text("now", in: row)
            // Only a split has several successors; where there can be one only, its id may hold a semicolon.
            let written = now?.value ?? ""
            let parts = fate == .split ? written.split(separator: ";").map { $0.trimmingSpaces() } : [written]
            let successors = parts.filter { !$0.isEmpty }
            guard checkSuccessors(successors, name, fate, at: now?.place ?? id.place, into: &findings) else { continue }
            let since = reader.text("since", in: row)?.value
            ledger.entries.record(name, Ledger.Entry(fate, successors: successors, since: since))
        }
        return ledger
    }

    private static func checkSuccessors(
        _ successors: [String],
        _ name: Ledger.Name,
        _ fate: Ledger.Fate,
        at place: Place,
        into findings: inout Findings
    ) -> Bool {
        if fate.hasSuccessors, successors.isEmpty {
            findings.add(
                .ledgerTarget,
                "the ledger does not say what took the place of the \(name.kind.rawValue) ‘\(name.id.shown)’",
                at: place,
                help:
                    "write its id into the column ‘now’, those of a split with ‘;’ between them, or ‘removed’ as its state"
            )
            return false
        }
        if !fate.hasSuccessors, !successors.isEmpty {
            findings.add(
                .ledgerTarget,
                "something took the place of the \(name.kind.rawValue) ‘\(name.id.shown)’, but its state is ‘\(fate.rawValue)’",
                at: place,
                help: "write ‘renamed’, ‘merged’ or ‘split’ as its state, or empty the column ‘now’"
            )
            return false
        }
        return true
    }

    /// A cell that holds one of a few words.
    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ column: String,
        in row: CSVRow,
        _ reader: TableReader,
        into findings: inout Findings
    ) -> Word? {
        guard let cell = reader.required(column, in: row, into: &findings) else { return nil }
        if let word = Word(rawValue: cell.value.lowercased()) { return word }
        let words = Word.allCases.map(\.rawValue)
        findings.add(
            .badValue,
            "‘\(cell.value.shown)’ is not a \(column) that the ledger knows",
            at: cell.place,
            help: NearMiss.suggestion(for: cell.value, in: words)
                ?? "write one of: \(words.joined(separator: ", "))"
        )
        return nil
    }
}
