import Foundation
import Recoding
import Study
import Testing

/// The recoding in Fixtures, of which much is invented; see the README there.
@Suite("The recoding of the sample")
struct SampleTests {
    private let first: Sample
    private let second: Sample
    private let reconciliation: Reconciliation

    init() throws {
        first = try Sample.read("expected_v1")
        second = try Sample.read("expected_v2")
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
        #expect(Set(try described(changes)) == Set(try expected()))
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

    // MARK: The form of expected_changes.json

    private func expected() throws -> [String] {
        let document = try JSONSerialization.jsonObject(with: Sample.data("expected_changes")) as? [String: Any]
        let changes = document?["changes"] as? [[String: Any]] ?? []
        return try changes.map { change in
            var change = change
            // What is said beside the facts.
            change["effect"] = nil
            change["must_not_appear_anywhere"] = nil
            return try line(change)
        }
    }

    private func line(_ change: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: change, options: .sortedKeys), as: UTF8.self)
    }

    private func described(_ changes: Changes) throws -> [String] {
        let old = Dictionary(uniqueKeysWithValues: first.quotes.map { ($0.key, $0) })
        let rows = Dictionary(uniqueKeysWithValues: reconciliation.rows.map { ($0.id, $0) })
        let keys = Dictionary(
            uniqueKeysWithValues: reconciliation.rows.compactMap { row in
                row.recoded.map { (row.id, second.quotes[$0].key) }
            }
        )
        func tag(_ theme: ThemeID) -> String { theme.rawValue.replacing("_", with: " ") }
        func title(_ theme: ThemeID, _ sample: Sample) -> String {
            sample.codes.first { $0.tag == tag(theme) }?.title ?? ""
        }
        func above(_ theme: ThemeID) -> Substring { theme.rawValue.prefix { $0 != "." } }
        var found: [[String: Any]] = []
        for renamed in changes.themesRenamed {
            let moved = Set(changes.quotesRecoded.map(\.quote.rawValue))
            let kept = first.quotes.filter { $0.codes.contains(tag(renamed.from)) && !moved.contains($0.key) }
            found.append([
                "type": "code_renamed", "theme": String(above(renamed.from)),
                "from": ["tag": tag(renamed.from), "title": title(renamed.from, first)],
                "to": ["tag": tag(renamed.to), "title": title(renamed.to, second)],
                "quotes_kept": kept.map(\.key),
            ])
        }
        for theme in changes.themesAdded {
            found.append([
                "type": "code_added", "theme": String(above(theme)), "tag": tag(theme), "title": title(theme, second),
            ])
        }
        for recoded in changes.quotesRecoded {
            guard let from = recoded.from.first, let to = recoded.to.first else { continue }
            var change: [String: Any] = [
                "type": "quote_moved", "quote": recoded.quote.rawValue, "from": tag(from), "to": tag(to),
            ]
            change["participant"] = old[recoded.quote.rawValue]?.participant
            // The fixture says so of the one only that left its theme.
            if above(from) != above(to) { change["crosses_theme"] = true }
            found.append(change)
        }
        for id in changes.quotesRemoved {
            found.append([
                "type": "coding_removed", "quote": id.rawValue, "participant": old[id.rawValue]?.participant ?? "",
                "code": old[id.rawValue]?.codes.first ?? "",
            ])
        }
        for id in changes.quotesAdded {
            let row = rows[id]
            let outer = first.quotes.first { $0.text.contains(row?.text ?? "?") }
            found.append([
                "type": "quote_added", "quote": keys[id] ?? "", "participant": row?.participant.rawValue ?? "",
                "code": second.quotes.first { $0.key == keys[id] }?.codes.first ?? "", "inside": outer?.key ?? "",
                "text": row?.text ?? "",
            ])
        }
        for reworded in changes.quotesReworded {
            let (before, after) = (old[reworded.quote.rawValue], rows[reworded.quote]?.text ?? "")
            found.append([
                "type": "quote_\(reworded.rewording.rawValue)", "quote": reworded.quote.rawValue,
                "participant": before?.participant ?? "", "code": before?.codes.first ?? "",
                "removed_at_end": String(before?.text.dropFirst(after.count) ?? ""),
            ])
        }
        for participant in changes.participantsWithdrawn {
            found.append([
                "type": "participant_withdrawn", "participant": participant.rawValue,
                "quotes_removed": changes.quotesWithdrawn.map(\.rawValue),
            ])
        }
        return try found.map(line)
    }
}
