import Diagnostics
import Interchange
import Recoding
import Study
import StudyFiles

/// One import while it is planned.
struct Importer {
    var account = Account()
    var findings = Diagnostics()
    var files: [ImportPlan.File] = []

    let before: Study
    let name: String
    let project: CodedProject
    let request: ImportRequest
    let people: ImportPeople
    var folder: StudyFolder
    var reading: Reading
    var study: Study
    var codes: CodeMap
    var recoded = Recoded(quotes: [])
    let isCodebook: Bool

    init(
        _ folder: StudyFolder,
        _ reading: Reading,
        _ study: Study,
        _ project: CodedProject,
        _ mapping: ImportMapping,
        _ name: String,
        _ request: ImportRequest
    ) {
        self.folder = folder
        self.reading = reading
        self.study = study
        self.project = project
        self.name = name
        self.request = request
        before = study
        people = ImportPeople(project, mapping: mapping, study)
        codes = CodeMap(project.codes, study.themes)
        isCodebook = [.refiCodebook, .taguetteCodebook].contains(project.origin.format)
    }

    /// More themes than this are no findings.
    static let mostNewThemes = 2_000

    var isPart: Bool {
        if case .part = request.scope { return true }
        return isCodebook
    }

    /// What was found in the file, but for what may quote those of whom somebody said that they withdrew.
    var told: [ImportFinding] {
        guard !request.withdrawn.isEmpty else { return project.findings }
        let silent = project.quotations.filter { quotation in
            quotation.participant.map { request.withdrawn.contains(people.names[$0]) } ?? false
        }
        let documents = Set(silent.map(\.document))
        return project.findings.filter { finding in finding.document.map { !documents.contains($0) } ?? true }
    }

    // MARK: The steps

    mutating func run() {
        account.source = SourceLines.lines(project)
        let tables = QuoteTable.tables(of: study, in: folder, reading)
        guard let tables else {
            findings.add(
                .importUnwritable,
                "the tables of quotes cannot be changed in place",
                atPath: folder.prefix + "quotes",
                help: "save them again as CSV in UTF-8"
            )
            return
        }
        let withheld = tables.flatMap(\.rows).compactMap { row -> WithheldQuote? in
            guard row.quote == nil, let participant = row.participant, let text = row.text else { return nil }
            return WithheldQuote(participant: participant, text: text)
        }
        recode()
        var reconciliation = reconcile(withheld)
        // Codes with another name, and new themes: the codebook says so first, and then all is seen in its light.
        guard changeCodebook(reconciliation) else { return }
        if !account.renamedCodes.isEmpty || !account.newThemes.isEmpty { reconciliation = reconcile(withheld) }
        tellCodes(reconciliation)
        checkDecisions()
        checkAmbiguities(reconciliation)
        checkScope(reconciliation)
        let outcome = ImportOutcome(
            study,
            recoded,
            reconciliation,
            Transcripts(project.documents),
            mentioned: mentioned,
            isPart: isPart
        )
        tell(outcome, reconciliation)
        let newcomers = people.newcomers(
            among: outcome.rows.filter { $0.former == nil }.map(\.participant),
            renamed: reconciliation.renamedParticipants,
            study.groups,
            name,
            project.people.reason,
            into: &findings
        )
        account.newParticipants = newcomers
        guard !findings.hasErrors else { return }
        write(outcome, reconciliation, tables, newcomers)
    }

    // MARK: What the tool gave

    mutating func recode() {
        var nobody: [String] = []
        var withdrawnBefore = 0
        var quotes: [RecodedQuote] = []
        var speakers = Dictionary(
            study.quotes.map { (QuoteIdentity.normalised($0.text), $0.participant) },
            uniquingKeysWith: { first, second in first == second ? first : ParticipantID("") }
        )
        speakers[[]] = nil
        for quotation in project.quotations {
            let known = speakers[QuoteIdentity.normalised(quotation.text)]
            guard let speaker = quotation.participant.map({ people.names[$0] }) ?? known, !speaker.rawValue.isEmpty
            else {
                nobody.append(quotation.text.firstWords)
                continue
            }
            guard !wasWithdrawn(speaker, quotation.text) else {
                withdrawnBefore += 1
                continue
            }
            quotes.append(
                RecodedQuote(
                    participant: speaker,
                    text: quotation.text,
                    codes: quotation.codes.map { codes.names[$0] },
                    source: project.documents[quotation.document].name,
                    position: quotation.range,
                    toolID: quotation.toolIDs.first
                )
            )
        }
        if let first = nobody.first {
            findings.add(
                .importNobody,
                "nobody knows who said \(nobody.count) of the quotations, such as ‘\(first)’",
                atPath: name,
                help: "say in import.yml what participants are called after"
            )
        }
        if withdrawnBefore > 0 {
            let what = withdrawnBefore == 1 ? "1 quotation was" : "\(withdrawnBefore) quotations were"
            account.remarks.append("\(what) withdrawn before, as the ledger knows by their ids, and stay out")
        }
        let titles = Dictionary(
            zip(codes.names, project.codes.map(CodeMap.title)),
            uniquingKeysWith: { first, _ in first }
        )
        // Who withdrew is known to be no more, whatever the file can tell.
        var everybody = isPart ? nil : people.everybody
        if !request.withdrawn.isEmpty {
            everybody = (everybody ?? Set(study.participants.map(\.id)).union(quotes.map(\.participant)))
                .subtracting(request.withdrawn)
            quotes.removeAll { request.withdrawn.contains($0.participant) }
        }
        recoded = Recoded(quotes: quotes, participants: everybody, titles: titles)
    }

    /// Whether the ledger has an id as withdrawn that these words would get, as when an old file comes in again.
    func wasWithdrawn(_ speaker: ParticipantID, _ text: String) -> Bool {
        [QuoteIdentity.short(speaker, text), QuoteIdentity.long(speaker, text)].contains { id in
            before.ledger[.quote(id)]?.fate == .withdrawn
        }
    }

    /// The themes that any code of the file means.
    var mentioned: Set<ThemeID> {
        let used = Set(project.quotations.flatMap(\.codes))
        return Set(used.compactMap { codes.themes[$0] })
    }

    func reconcile(_ withheld: [WithheldQuote]) -> Reconciliation {
        let codes = codes
        let isPart = isPart
        return Reconciliation.reconcile(
            study: study,
            ledger: before.ledger,
            recoded: recoded,
            // In a part, a theme that is not there was not renamed.
            theme: { codes.theme($0) ?? (isPart ? ThemeID(ImportOutcome.unknownMark + $0) : nil) },
            withheld: withheld,
            decisions: request.decisions
        )
    }

    // MARK: Writing

    mutating func write(
        _ outcome: ImportOutcome,
        _ reconciliation: Reconciliation,
        _ tables: [QuoteTable],
        _ newcomers: [Account.Person]
    ) {
        var writer = StudyWriting(folder, study, outcome, reconciliation, newcomers)
        guard let made = writer.files(tables) else {
            findings.add(
                .importUnwritable,
                writer.problem ?? "the study's files cannot be changed in place",
                atPath: writer.problemPath ?? folder.prefix + "quotes",
                help: "change them by hand, or save them again as CSV in UTF-8"
            )
            return
        }
        files += made.files
        account.files += made.accounts
        account.remarks += writer.remarks
    }
}
