import Recoding
import Study

/// What the quotes of a study have to be after an import.
struct ImportOutcome {
    /// A quote as it has to be.
    struct Row {
        var id: QuoteID
        /// The quote of the study that it is; nil for one that is new, also by a split or a merger.
        var former: QuoteID?
        var participant: ParticipantID
        var themes: [ThemeID]
        var text: String
        /// What became of the words, if anything did.
        var rewording: String?
        var madeOf: [QuoteID] = []
    }

    /// What codes are called that no theme claims, while a part is imported.
    static let unknownMark = "\u{0}"

    private(set) var rows: [Row] = []
    private(set) var removed: [QuoteID] = []
    private(set) var leftOut: [Account.LeftOut] = []
    private(set) var notMentioned = 0
    /// Quotes whose words a team edited, so that those of the file do not take their place.
    private(set) var edited: [QuoteID] = []
    private(set) var ledger: Ledger
    private(set) var remarks: [String] = []

    private let order: [ThemeID: Int]
    private let quotes: [QuoteID: Quote]

    init(
        _ study: Study,
        _ recoded: Recoded,
        _ reconciliation: Reconciliation,
        _ transcripts: Transcripts,
        mentioned: Set<ThemeID>,
        isPart: Bool
    ) {
        order = Dictionary(study.themes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        quotes = Dictionary(study.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        ledger = reconciliation.ledger
        let blocked = blocked(reconciliation)
        var restored: Set<QuoteID> = blocked
        var damaged = 0
        for row in reconciliation.rows {
            let themes = known(row.codes)
            if let old = quotes[row.id], row.rewording != nil {
                var now = unchanged(old)
                if row.recoded != nil {
                    now.participant = row.participant
                    let kept = isPart ? old.themes.filter { !mentioned.contains($0) } : []
                    let all = sorted(Set(themes + kept))
                    if all.isEmpty {
                        leave(row, old.id)
                    } else {
                        now.themes = all
                        if row.text == old.text {
                            // Nothing to do.
                        } else if LostCharacters.isDamaged(row.text, from: old.text) {
                            damaged += 1
                        } else if EditedWords.isEdited(old.text, beside: row.text),
                            !transcripts.hold(old.text, in: row.recoded.flatMap { recoded.quotes[$0].source })
                        {
                            edited.append(old.id)
                        } else {
                            now.text = row.text
                            now.rewording = row.rewording?.rawValue
                        }
                    }
                }
                rows.append(now)
            } else if themes.isEmpty || !blocked.isDisjoint(with: row.madeOf) {
                leave(row, nil)
                restored.insert(row.id)
            } else {
                rows.append(
                    Row(
                        id: row.id,
                        participant: row.participant,
                        themes: themes,
                        text: row.text,
                        madeOf: row.madeOf
                    )
                )
            }
        }
        rows += study.quotes.filter { blocked.contains($0.id) }.map(unchanged)
        if isPart {
            restored.formUnion(reconciliation.removed)
            notMentioned = reconciliation.removed.count
            rows += reconciliation.removed.compactMap { quotes[$0].map(unchanged) }
        } else {
            removed = reconciliation.removed
        }
        restore(restored, study.ledger)
        if damaged > 0 {
            let what = damaged == 1 ? "1 quote; its" : "\(damaged) quotes; their"
            remarks.append("the file lost characters of \(what) words stay as the study has them")
        }
    }

    /// Old quotes that stay since no theme claims a part of what they became.
    private func blocked(_ reconciliation: Reconciliation) -> Set<QuoteID> {
        let made = reconciliation.rows.filter { !$0.madeOf.isEmpty }
        var blocked: Set<QuoteID> = []
        for row in made where known(row.codes).isEmpty { blocked.formUnion(row.madeOf) }
        var count = -1
        while count != blocked.count {
            count = blocked.count
            for row in made where !blocked.isDisjoint(with: row.madeOf) { blocked.formUnion(row.madeOf) }
        }
        return blocked
    }

    private func known(_ codes: [String]) -> [ThemeID] {
        sorted(Set(codes.map { ThemeID($0) }.filter { order[$0] != nil }))
    }

    private func sorted(_ themes: Set<ThemeID>) -> [ThemeID] {
        themes.sorted { (order[$0] ?? 0, $0) < (order[$1] ?? 0, $1) }
    }

    private func unchanged(_ quote: Quote) -> Row {
        Row(
            id: quote.id,
            former: quote.id,
            participant: quote.participant,
            themes: quote.themes,
            text: quote.text
        )
    }

    private mutating func leave(_ row: Reconciliation.Row, _ quote: QuoteID?) {
        leftOut.append(
            Account.LeftOut(
                participant: row.participant,
                codes: row.codes.map { $0.hasPrefix(Self.unknownMark) ? String($0.dropFirst()) : $0 },
                words: row.text.firstWords,
                quote: quote ?? row.madeOf.first
            )
        )
    }

    /// Lets the ledger say what it said before of some quotes.
    private mutating func restore(_ ids: Set<QuoteID>, _ before: Ledger) {
        guard !ids.isEmpty else { return }
        var entries = ledger.entries
        for id in ids {
            let name = Ledger.Name.quote(id)
            entries[name] = before[name] ?? (quotes[id] == nil ? nil : Ledger.Entry(.live))
        }
        ledger = Ledger(entries)
    }
}
