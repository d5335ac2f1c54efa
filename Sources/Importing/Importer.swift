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

    private let before: Study
    private let name: String
    private let project: CodedProject
    private let request: ImportRequest
    private let people: ImportPeople
    private var folder: StudyFolder
    private var reading: Reading
    private var study: Study
    private var codes: CodeMap
    private var recoded = Recoded(quotes: [])
    private let isCodebook: Bool

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
    private static let mostNewThemes = 2_000

    private var isPart: Bool {
        if case .part = request.scope { return true }
        return isCodebook
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
        let outcome = ImportOutcome(study, recoded, reconciliation, mentioned: mentioned, isPart: isPart)
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

    private mutating func recode() {
        var nobody: [String] = []
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

    /// The themes that any code of the file means.
    private var mentioned: Set<ThemeID> {
        let used = Set(project.quotations.flatMap(\.codes))
        return Set(used.compactMap { codes.themes[$0] })
    }

    private func reconcile(_ withheld: [WithheldQuote]) -> Reconciliation {
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

    // MARK: The codebook

    private mutating func changeCodebook(_ reconciliation: Reconciliation) -> Bool {
        let renamed = reconciliation.codesOfThemes.sorted { $0.key < $1.key }
        let fresh = request.addsThemes ? newThemes(besides: Set(renamed.map(\.key))) : []
        guard !renamed.isEmpty || !fresh.isEmpty else { return true }
        guard fresh.count <= Self.mostNewThemes else {
            return unwritable(
                "\(fresh.count) new themes are more than anybody reads; \(Self.mostNewThemes) can be added"
            )
        }
        guard var editor = CodebookEditor(in: folder) else { return unwritable("codebook.yml cannot be read") }
        var wanted = study.themes.map { "\($0.id)\n\($0.parent?.rawValue ?? "")\n\($0.title)\n\($0.codes)" }
        for (code, theme) in renamed {
            guard editor.add(code: code, to: theme) else {
                return unwritable("the code ‘\(code.shown)’ cannot be added to the theme ‘\(theme)’", code)
            }
            account.renamedCodes.append(Account.RenamedCode(code: code, theme: theme))
            wanted = wanted.enumerated().map { index, line in
                let one = study.themes[index]
                guard one.id == theme else { return line }
                let codes = renamed.filter { $0.value == theme }.map(\.key)
                return "\(one.id)\n\(one.parent?.rawValue ?? "")\n\(one.title)\n\(one.codes + codes)"
            }
        }
        guard editor.add(fresh) else { return unwritable("new themes cannot be added here") }
        folder.texts[CodebookEditor.path] = editor.bytes
        // Paths as they are: places in the other files stay where they were.
        let again = StudyReader.read(folder)
        guard let read = ImportPlan.study(of: again) else { return unwritable("new codes cannot be added here") }
        let freshIDs = Set(fresh.map(\.id))
        let now = read.themes.filter { !freshIDs.contains($0.id) }
            .map { "\($0.id)\n\($0.parent?.rawValue ?? "")\n\($0.title)\n\($0.codes)" }
        guard now == wanted, read.themes.count == wanted.count + fresh.count,
            fresh.allSatisfy({ theme in
                read.themes.contains { $0.id == theme.id && $0.title == theme.title && $0.parent == theme.parent }
            })
        else { return unwritable("new codes cannot be added here") }
        files.append(ImportPlan.File(path: CodebookEditor.path, bytes: editor.bytes))
        account.newThemes = fresh.map(\.id)
        var changes = account.renamedCodes.map { "the code ‘\($0.code.shown)’ for the theme ‘\($0.theme)’" }
        changes += fresh.map { theme in
            "the theme ‘\(theme.id)’" + (theme.parent.map { " under ‘\($0)’" } ?? "") + ": \(theme.title.shown)"
        }
        account.files.append(Account.File(path: CodebookEditor.path, changes: changes.map { "adds " + $0 }))
        reading = again
        study = read
        codes = CodeMap(project.codes, study.themes)
        return true
    }

    private mutating func unwritable(_ what: String, _ code: String? = nil) -> Bool {
        findings.add(
            .importUnwritable,
            what,
            atPath: folder.prefix + CodebookEditor.path,
            help: code.map { "add ‘\($0.shown)’ to the theme's ‘codes’ by hand, and import again" }
                ?? "add them by hand, and import again"
        )
        return false
    }

    private func newThemes(besides renamed: Set<String>) -> [NewTheme] {
        var used = Set(project.quotations.flatMap(\.codes))
        if isCodebook { used = Set(project.codes.indices.filter { project.codes[$0].isCodable }) }
        return NewThemes.themes(project.codes, used, codes, besides: renamed, study)
    }

    // MARK: What is in the way

    private mutating func checkDecisions() {
        let known = before.participants.map(\.id.rawValue)
        for participant in request.withdrawn.sorted() where !known.contains(participant.rawValue) {
            findings.add(
                .importDecision,
                "there is no participant ‘\(participant.rawValue.shown)’",
                atPath: name,
                help: NearMiss.suggestion(for: participant.rawValue, in: known)
            )
        }
        let ids = Set(before.quotes.map(\.id))
        for decision in request.decisions {
            if !ids.contains(decision.quote) {
                let help = NearMiss.suggestion(for: decision.quote.rawValue, in: ids.map(\.rawValue).sorted())
                findings.add(
                    .importDecision,
                    "there is no quote ‘\(decision.quote.rawValue.shown)’",
                    atPath: name,
                    help: help
                )
            } else if let position = decision.recoded, !recoded.quotes.indices.contains(position) {
                findings.add(
                    .importDecision,
                    "there is no quotation \(position + 1); the file has \(recoded.quotes.count)",
                    atPath: name
                )
            }
        }
    }

    private mutating func checkAmbiguities(_ reconciliation: Reconciliation) {
        let texts = Dictionary(before.quotes.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        for ambiguity in reconciliation.ambiguities {
            let old = ambiguity.quotes.map { "‘\($0)’ (\((texts[$0] ?? "").firstWords))" }
            let new = ambiguity.recoded.map { "\($0 + 1) (\(recoded.quotes[$0].text.firstWords))" }
            let example = "--decide \(ambiguity.quotes[0])=\((ambiguity.recoded.first ?? 0) + 1)"
            findings.add(
                .importAmbiguous,
                "\(old.joined(separator: ", ")) may be any of the quotations \(new.joined(separator: ", "))",
                atPath: name,
                help: "say which it is, such as \(example), or --decide \(ambiguity.quotes[0])=none, for each of them"
            )
        }
    }

    private mutating func checkScope(_ reconciliation: Reconciliation) {
        guard case .asItSeems = request.scope, !isCodebook else { return }
        let gone = missing(reconciliation).count
        guard gone > 0 else { return }
        let total = before.quotes.count
        var reason: String?
        if gone * 3 > total {
            reason = "\(gone) of \(total) quotes are not in the file"
        } else if let group = silencedGroup(reconciliation) {
            // A team may have a project for each group.
            reason = "nothing of the group ‘\(group)’ is in the file"
        } else if people.everybody == nil {
            let themes = Dictionary(before.quotes.map { ($0.id, $0.themes) }, uniquingKeysWith: { first, _ in first })
            let lost = reconciliation.removed.filter { id in
                !(themes[id] ?? []).contains { mentioned.contains($0) }
            }
            let silent = Set(lost.flatMap { themes[$0] ?? [] }).sorted()
            if !lost.isEmpty {
                let names = silent.prefix(3).map { "‘\($0)’" }.joined(separator: ", ")
                reason = "the file does not mention \(names), and \(lost.count) of the quotes would go"
            }
        }
        guard let reason else { return }
        findings.add(
            .importPart,
            reason,
            atPath: name,
            help:
                "add --partial if the file holds a part of the project, so that all else stays, or --whole if it holds "
                + "all of it"
        )
    }

    /// The quotes that would go, but for those of people of whom somebody said that they withdrew.
    private func missing(_ reconciliation: Reconciliation) -> Set<QuoteID> {
        let told = before.quotes.filter { request.withdrawn.contains($0.participant) }.map(\.id)
        return Set(reconciliation.removed + reconciliation.withdrawn).subtracting(told)
    }

    /// A group all of whose quotes would go.
    private func silencedGroup(_ reconciliation: Reconciliation) -> GroupID? {
        let gone = missing(reconciliation)
        let groups = Dictionary(before.participants.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
        let stay = Set(before.quotes.filter { !gone.contains($0.id) }.compactMap { groups[$0.participant] })
        let go = Set(before.quotes.filter { gone.contains($0.id) }.compactMap { groups[$0.participant] })
        return go.subtracting(stay).min()
    }

    // MARK: The account

    private mutating func tellCodes(_ reconciliation: Reconciliation) {
        account.titles = Dictionary(study.themes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        var counts: [String: Int] = [:]
        for quote in recoded.quotes {
            for code in Set(quote.codes) where codes.theme(code) == nil { counts[code, default: 0] += 1 }
        }
        if isCodebook {
            for (index, code) in project.codes.enumerated() where code.isCodable && codes.themes[index] == nil {
                counts[codes.names[index]] = 0
            }
        }
        account.unknownCodes = counts.sorted { $0.key < $1.key }.map { code, count in
            Account.UnknownCode(code: code, quotes: count, nearest: nearest(to: code))
        }
        var told: Set<ThemeID> = []
        let renamed = Set(account.renamedCodes.map(\.code))
        let fresh = Set(account.newThemes)
        for (index, code) in project.codes.enumerated() {
            guard let id = codes.themes[index], !fresh.contains(id), let here = account.titles[id] else { continue }
            let there = renamed.contains(codes.names[index]) ? CodeMap.title(code) : CodeMap.ownTitle(code)
            guard let there, there != here, told.insert(id).inserted else { continue }
            account.otherTitles.append(Account.OtherTitle(theme: id, here: here, there: there))
        }
        account.remarks += people.contradictions(before)
    }

    private func nearest(to code: String) -> ThemeID? {
        let leaf = project.codes.enumerated().first { codes.names[$0.offset] == code }?.element.name ?? code
        var owners: [String: ThemeID] = [:]
        var words: [String] = []
        for theme in study.themes {
            for word in [theme.id.rawValue, theme.title] + theme.codes where owners[word] == nil {
                owners[word] = theme.id
                words.append(word)
            }
        }
        return (NearMiss.nearest(to: code, in: words) ?? NearMiss.nearest(to: leaf, in: words)).flatMap { owners[$0] }
    }

    private mutating func tell(_ outcome: ImportOutcome, _ reconciliation: Reconciliation) {
        let old = Dictionary(before.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for row in outcome.rows {
            guard let former = row.former.flatMap({ old[$0] }) else {
                if row.madeOf.isEmpty {
                    account.added.append(
                        Account.Added(
                            quote: row.id,
                            participant: row.participant,
                            themes: row.themes,
                            words: row.text.firstWords
                        )
                    )
                }
                continue
            }
            let isMoved = Set(former.themes) != Set(row.themes)
            if isMoved {
                account.moved.append(
                    Account.Moved(
                        quote: row.id,
                        from: former.themes.filter { !row.themes.contains($0) },
                        to: row.themes.filter { !former.themes.contains($0) }
                    )
                )
            }
            if let how = row.rewording { account.reworded.append(Account.Reworded(quote: row.id, how: how)) }
            if !isMoved, row.rewording == nil { account.kept += 1 }
        }
        account.merged = outcome.rows.filter { $0.madeOf.count > 1 }.map { Account.Merged(from: $0.madeOf, to: $0.id) }
        let parts = Dictionary(grouping: outcome.rows.filter { $0.madeOf.count == 1 }, by: { $0.madeOf[0] })
        account.split = parts.sorted { $0.key < $1.key }
            .map { Account.Split(from: $0.key, to: $0.value.map(\.id).sorted()) }
        account.edited = outcome.edited
        account.removed = outcome.removed
        account.withdrawn = reconciliation.withdrawn
        account.withdrawnParticipants = reconciliation.withdrawnParticipants
        account.notMentioned = outcome.notMentioned
        account.withheld = reconciliation.withheld.count
        account.leftOut = outcome.leftOut
        account.renamedParticipants = reconciliation.renamedParticipants.sorted { $0.key < $1.key }
            .map { (from: $0.key, to: $0.value) }
        account.remarks += outcome.remarks
        noteMissing(reconciliation)
    }

    /// A table of quotes cannot tell whether somebody withdrew.
    private mutating func noteMissing(_ reconciliation: Reconciliation) {
        guard !isPart, people.everybody == nil else { return }
        let speaking = Set(recoded.quotes.map(\.participant))
        let removed = Set(account.removed)
        let silent = before.quotes.filter { removed.contains($0.id) }.map(\.participant)
        let gone = Set(silent).subtracting(speaking)
            .filter { reconciliation.renamedParticipants[$0] == nil && !request.withdrawn.contains($0) }
        for participant in gone.sorted() {
            account.remarks.append(
                "nothing of ‘\(participant.rawValue.shown)’ is in the file; if they withdrew, add --withdrawn "
                    + participant.rawValue
            )
        }
    }

    // MARK: Writing

    private mutating func write(
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
