import Recoding
import Study
import TestSupport
import Testing

/// The recoding of the sample, of which much is invented; see the fixtures of InterchangeTests.
@Suite("The recoding of the sample")
struct SampleTests {
    private let first: Sample
    private let second: Sample
    private let reconciliation: Reconciliation

    init() throws {
        first = try Sample.version("v1")
        second = try Sample.version("v2")
        reconciliation = Reconciliation.reconcile(study: try first.study(), ledger: Ledger(), recoded: second.recoded)
    }

    @Test("keeps every unchanged quote under its id, and knows the one that is new")
    func identity() {
        #expect(reconciliation.ambiguities.isEmpty)
        for row in reconciliation.rows {
            guard let position = row.recoded else {
                Issue.record("the row \(row.id) has no recoded quote")
                continue
            }
            let key = second.quotes[position].key
            if key == "n1" {
                #expect(row.id.rawValue.hasPrefix("psw6-") && row.rewording == nil)
            } else {
                #expect(row.id.rawValue == key)
                #expect(row.rewording == (key == "q15" ? .trimmed : .same))
            }
        }
        #expect(reconciliation.rows.count == second.quotes.count)
    }

    @Test("names what is removed and withdrawn, and which code stands for which theme")
    func fates() {
        #expect(reconciliation.removed == ["q21"])
        #expect(reconciliation.withdrawn == ["q18"])
        #expect(reconciliation.withdrawnParticipants == ["SU2"])
        #expect(reconciliation.codesOfThemes == ["impact.recognition gaps": "impact.evaluation_gaps"])
        #expect(reconciliation.unknownCodes == ["conditions.visible presence": 2])
        let ledger = reconciliation.ledger
        #expect(ledger[.quote("q21")] == Ledger.Entry(.removed))
        #expect(ledger[.quote("q18")] == Ledger.Entry(.withdrawn))
        #expect(ledger[.quote("q15")] == Ledger.Entry(.live))
    }

    @Test("is exactly what was expected, read as the changes from one study to the next")
    func changes() throws {
        let after = try second.study(
            rows: reconciliation.rows.map { row in
                let codes = row.recoded.map { second.quotes[$0].codes.joined(separator: "; ") } ?? ""
                return (row.id.rawValue, row.participant.rawValue, codes, row.text)
            }
        )
        let changes = Changes(
            from: Snapshot(try first.study()),
            to: Snapshot(after),
            ledger: reconciliation.ledger
        )
        let found = described(changes)
        #expect(Set(found) == Set(try SampleChange.all()))
        #expect(found.count == Set(found).count)
        #expect(changes.quotesReworded.map(\.rewording) == [.trimmed])
        #expect(changes.themesRetitled.map(\.theme) == ["impact.recognition_gaps"])
        #expect(changes.quotesRenamed.isEmpty && changes.quotesMerged.isEmpty && changes.quotesSplit.isEmpty)
        #expect(changes.themesRemoved.isEmpty && changes.themesMerged.isEmpty && changes.themesSplit.isEmpty)
        #expect(changes.unclear.isEmpty && changes.participantsAdded.isEmpty)
        // Who withdrew counts in neither state: of service users nothing seems to have shifted.
        let systemFactors = changes.shifts.filter { $0.theme == "conditions.system_factors" }
        #expect(systemFactors.map(\.group) == ["clinicians"])
        #expect(systemFactors.first?.before == Shift.Count(quotes: 2, participants: 2))
        #expect(systemFactors.first?.after == Shift.Count(quotes: 1, participants: 1))
    }

    /// The changes as `expected_changes.json` tells them.
    private func described(_ changes: Changes) -> [SampleChange] {
        let old = Dictionary(uniqueKeysWithValues: first.quotes.map { ($0.key, $0) })
        let rows = Dictionary(uniqueKeysWithValues: reconciliation.rows.map { ($0.id, $0) })
        func tag(_ theme: ThemeID) -> String { theme.rawValue.replacing("_", with: " ") }
        func above(_ theme: ThemeID) -> String { String(theme.rawValue.prefix { $0 != "." }) }
        func label(_ theme: ThemeID, _ sample: Sample) -> SampleChange.Label {
            let code = sample.codes.first { $0.tag == tag(theme) }
            return SampleChange.Label(tag: tag(theme), title: code?.title ?? "")
        }
        func one(_ values: [ThemeID]) -> String { values.map(tag).joined(separator: "; ") }
        let moved = Set(changes.quotesRecoded.map(\.quote.rawValue))
        var found: [SampleChange] = changes.themesRenamed.map { renamed in
            let kept = first.quotes.filter { $0.codes.contains(tag(renamed.from)) && !moved.contains($0.key) }
            return .codeRenamed(
                theme: above(renamed.from),
                from: label(renamed.from, first),
                to: label(renamed.to, second),
                kept: kept.map(\.key)
            )
        }
        found += changes.themesAdded.map { .codeAdded(theme: above($0), label($0, second)) }
        found += changes.quotesRecoded.map { recoded in
            .quoteMoved(
                recoded.quote.rawValue,
                participant: old[recoded.quote.rawValue]?.participant ?? "",
                from: one(recoded.from),
                to: one(recoded.to),
                crossesTheme: Set(recoded.from.map(above)) != Set(recoded.to.map(above))
            )
        }
        found += changes.quotesRemoved.map { id in
            let quote = old[id.rawValue]
            return .codingRemoved(
                id.rawValue,
                participant: quote?.participant ?? "",
                code: quote?.codes.joined(separator: "; ") ?? ""
            )
        }
        found += changes.quotesAdded.map { id in
            let row = rows[id]
            let quote = row?.recoded.map { second.quotes[$0] }
            let outer = first.quotes.first { $0.text.contains(row?.text ?? "?") }
            return .quoteAdded(
                quote?.key ?? "",
                participant: row?.participant.rawValue ?? "",
                code: quote?.codes.joined(separator: "; ") ?? "",
                inside: outer?.key ?? "",
                text: row?.text ?? ""
            )
        }
        found += changes.quotesReworded.filter { $0.rewording == .trimmed }.map { reworded in
            let quote = old[reworded.quote.rawValue]
            return .quoteTrimmed(
                reworded.quote.rawValue,
                participant: quote?.participant ?? "",
                code: quote?.codes.joined(separator: "; ") ?? "",
                removedAtEnd: String(quote?.text.dropFirst(rows[reworded.quote]?.text.count ?? 0) ?? "")
            )
        }
        found += changes.participantsWithdrawn.map { participant in
            .participantWithdrawn(
                participant.rawValue,
                quotes: changes.quotesWithdrawn.map(\.rawValue),
                words: changes.quotesWithdrawn.compactMap { old[$0.rawValue]?.text }
            )
        }
        return found
    }
}
