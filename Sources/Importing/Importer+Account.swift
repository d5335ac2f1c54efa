import Diagnostics
import Interchange
import Recoding
import Study
import StudyFiles

extension Importer {
    mutating func tellCodes(_ reconciliation: Reconciliation) {
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

    func nearest(to code: String) -> ThemeID? {
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

    mutating func tell(_ outcome: ImportOutcome, _ reconciliation: Reconciliation) {
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

    /// A table of quotes cannot tell whether somebody withdrew, nor can a project that keeps their name in place of their
    /// words.
    mutating func noteMissing(_ reconciliation: Reconciliation) {
        guard !isPart else { return }
        let speaking = Set(recoded.quotes.map(\.participant))
        let removed = Set(account.removed)
        let silent = before.quotes.filter { removed.contains($0.id) }.map(\.participant)
        let gone = Set(silent).subtracting(speaking)
            .filter { reconciliation.renamedParticipants[$0] == nil && !request.withdrawn.contains($0) }
        guard let first = gone.min() else { return }
        let names = gone.sorted().prefix(5).map { "‘\($0.rawValue.shown)’" }.joined(separator: ", ")
        let more = gone.count > 5 ? " and \(gone.count - 5) more" : ""
        account.remarks.append(
            people.everybody == nil
                ? "nothing of \(names)\(more) is in the file; if somebody withdrew, add such as --withdrawn \(first)"
                : "nothing of \(names)\(more) is coded any more, though the file still names them; if somebody withdrew, add "
                    + "such as --withdrawn \(first)"
        )
    }
}
