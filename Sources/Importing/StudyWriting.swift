import Diagnostics
import Recoding
import Study
import StudyFiles

/// Makes the files of a study that an import changes, and reads them again to see whether they say what they should.
struct StudyWriting {
    /// Why the files cannot be made, and in which of them that shows.
    private(set) var problem: String?
    private(set) var problemPath: String?
    private(set) var remarks: [String] = []

    private let folder: StudyFolder
    private let study: Study
    private let outcome: ImportOutcome
    private let reconciliation: Reconciliation
    private let newcomers: [Account.Person]
    private let groups: [ParticipantID: GroupID]

    init(
        _ folder: StudyFolder,
        _ study: Study,
        _ outcome: ImportOutcome,
        _ reconciliation: Reconciliation,
        _ newcomers: [Account.Person]
    ) {
        self.folder = folder
        self.study = study
        self.outcome = outcome
        self.reconciliation = reconciliation
        self.newcomers = newcomers
        var groups = Dictionary(study.participants.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
        for (old, new) in reconciliation.renamedParticipants { groups[new] = groups[old] }
        for newcomer in newcomers { groups[newcomer.participant] = newcomer.group }
        self.groups = groups
    }

    /// The files, in the order in which they have to be written; nil if they cannot be made.
    mutating func files(_ tables: [QuoteTable]) -> (files: [ImportPlan.File], accounts: [Account.File])? {
        var forced: Set<QuoteID> = []
        // Ids that are made of words depend on the other rows, so what does not come out right is written down.
        for _ in 0..<3 {
            guard let made = attempt(tables, forced) else { return nil }
            guard let wrong = wrong(made.files) else { return nil }
            if wrong.isEmpty {
                noteWithheld(tables)
                return made
            }
            guard !wrong.isSubset(of: forced) else {
                problem = "the quotes would not read as they should: \(wrong.sorted().prefix(5).map { "‘\($0)’" })"
                return nil
            }
            forced.formUnion(wrong)
        }
        problem = "the quotes would not read as they should"
        return nil
    }

    // MARK: Making

    private mutating func attempt(
        _ tables: [QuoteTable],
        _ forced: Set<QuoteID>
    ) -> (files: [ImportPlan.File], accounts: [Account.File])? {
        var files: [ImportPlan.File] = []
        var accounts: [Account.File] = []
        guard var people = ParticipantTable(in: folder) else {
            problem = "participants.csv cannot be changed in place"
            problemPath = folder.prefix + ParticipantTable.path
            return nil
        }
        for newcomer in newcomers { people.add(newcomer.participant, group: newcomer.group) }
        for (old, new) in reconciliation.renamedParticipants { people.rename(old, to: new) }
        for gone in reconciliation.withdrawnParticipants { people.remove(gone) }
        if !people.isUnchanged {
            files.append(ImportPlan.File(path: ParticipantTable.path, bytes: people.bytes))
            let renamed = reconciliation.renamedParticipants.sorted { $0.key < $1.key }
            accounts.append(
                Account.File(
                    path: ParticipantTable.path,
                    changes: newcomers.map { "adds ‘\($0.participant)’ to ‘\($0.group)’" }
                        + renamed.map { "renames ‘\($0.key)’ to ‘\($0.value)’" }
                        + reconciliation.withdrawnParticipants.map { "removes ‘\($0)’" }
                )
            )
        }
        var quotes = QuoteWriting(tables, study, outcome, groups, forced)
        quotes.write()
        for table in quotes.tables where !table.isUnchanged || table.isEmpty {
            files.append(ImportPlan.File(path: table.path, bytes: table.isEmpty ? nil : table.bytes))
        }
        accounts += quotes.accounts
        for release in reconciliation.forgetting {
            let path = ReleaseFile.path(of: release.name)
            files.append(ImportPlan.File(path: path, bytes: ReleaseFile.bytes(of: release)))
            accounts.append(Account.File(path: path, changes: ["forgets who withdrew"]))
        }
        let hasLedger = folder.texts[LedgerFile.path] != nil
        if outcome.ledger != study.ledger || !hasLedger && !outcome.ledger.isEmpty {
            // The ledger comes last: until it stands, nothing was imported.
            files.append(ImportPlan.File(path: LedgerFile.path, bytes: LedgerFile.bytes(of: outcome.ledger)))
            accounts.append(Account.File(path: LedgerFile.path, changes: ledgerChanges(hasLedger)))
        }
        return (files, accounts)
    }

    private func ledgerChanges(_ hasLedger: Bool) -> [String] {
        guard hasLedger else { return ["is new and remembers all quotes and themes"] }
        let changed = outcome.ledger.names.filter { outcome.ledger[$0] != study.ledger[$0] }
        let lines = Dictionary(grouping: changed) { outcome.ledger[$0]?.fate ?? .live }
        return lines.sorted { $0.key.rawValue < $1.key.rawValue }.map { fate, names in
            "\(fate.rawValue): " + names.prefix(20).map(\.id).joined(separator: ", ")
                + (names.count > 20 ? " and \(names.count - 20) more" : "")
        }
    }

    // MARK: Looking at what was made

    /// The quotes that would not read as they should; nil if nothing could be read.
    private mutating func wrong(_ files: [ImportPlan.File]) -> Set<QuoteID>? {
        var folder = folder
        for file in files { folder.texts[file.path] = file.bytes }
        let reading = StudyReader.read(folder)
        guard let made = ImportPlan.study(of: reading) else {
            let error = reading.diagnostics.all.first { $0.rule.severity == .error }
            problem = "the study would have an error: \(error?.summary ?? "its files could not be read")"
            if case .path(let path)? = error?.location { problemPath = path }
            if case .place(let place)? = error?.location { problemPath = reading.sources[place.source].path }
            return nil
        }
        let mentions = reading.diagnostics.count(.error)
        if mentions > 0, !made.quotes.isEmpty {
            remarks = [
                "what the study says of quotes, themes or people that are no more has \(mentions) "
                    + "\(mentions == 1 ? "error" : "errors") then; ‘verbatim check’ shows them"
            ]
        }
        let found = Dictionary(made.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var wrong: Set<QuoteID> = []
        for row in outcome.rows {
            guard let quote = found[row.id], quote.participant == row.participant,
                Set(quote.themes) == Set(row.themes), quote.text == row.text
            else {
                wrong.insert(row.id)
                continue
            }
        }
        let expected = Set(outcome.rows.map(\.id))
        if wrong.isEmpty { wrong = Set(found.keys).subtracting(expected) }
        return wrong
    }

    private mutating func noteWithheld(_ tables: [QuoteTable]) {
        let gone = Set(reconciliation.withdrawnParticipants)
        for table in tables {
            let count = table.rows.count { row in
                row.quote == nil && row.participant.map(gone.contains) ?? false
            }
            guard count > 0 else { continue }
            remarks.append(
                "\(table.path) has \(count) withheld \(count == 1 ? "row" : "rows") of people who withdrew; an import "
                    + "does not touch them, so take them out by hand"
            )
        }
    }
}
