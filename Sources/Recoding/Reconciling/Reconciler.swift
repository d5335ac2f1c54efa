import Study

/// One reconciliation while it is made.
struct Reconciler {
    private let study: Study
    private let recoded: Recoded
    private let theme: (String) -> ThemeID?
    private let order: [ThemeID: Int]
    private var result: Reconciliation
    private var taken: Set<QuoteID>
    private var returned: Set<QuoteID> = []

    /// What each old quote is, by positions; what each new one is made of.
    private var pairs: [Int: (new: Int, rewording: Rewording)] = [:]
    private var made: [Int: [Int]] = [:]
    private var added: [Int] = []
    private var gone: [Int] = []
    private var fates: [Int: (fate: Ledger.Fate, new: [Int])] = [:]
    private var waiting: Set<Int> = []

    init(_ study: Study, _ ledger: Ledger, _ recoded: Recoded, _ theme: @escaping (String) -> ThemeID?) {
        self.study = study
        self.recoded = recoded
        self.theme = theme
        order = Dictionary(study.themes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        result = Reconciliation(ledger: ledger)
        taken = Set(study.quotes.map(\.id))
        for name in ledger.names where name.kind == .quote { taken.insert(QuoteID(name.id)) }
    }

    // MARK: Which quote is which

    mutating func match(_ withheld: [WithheldQuote], _ decisions: [Decision]) {
        var open = Set(recoded.quotes.indices)
        var openOld = Set(study.quotes.indices)
        decide(decisions, &openOld, &open)
        let old = openOld.sorted()
        // What is withheld is matched together with the quotes of the study, so that neither is taken for the other.
        let known =
            old.map { passage(study.quotes[$0]) }
            + withheld.map { Passage(participant: $0.participant, text: $0.text) }
        let new = open.sorted()
        let matching = Matching(old: known, new: new.map { passage(recoded.quotes[$0]) })
        func isWithheld(_ position: Int) -> Bool { position >= old.count }
        result.renamedParticipants = matching.renamed
        for pair in matching.pairs {
            if isWithheld(pair.old) {
                result.withheld.append(new[pair.new])
            } else {
                pairs[old[pair.old]] = (new[pair.new], pair.rewording)
            }
        }
        for split in matching.splits {
            let parts = split.new.map { new[$0] }
            guard !isWithheld(split.old) else {
                result.withheld += parts
                continue
            }
            fates[old[split.old]] = (.split, parts)
            for part in parts { made[part] = [old[split.old]] }
        }
        for merge in matching.merges {
            let whole = new[merge.new]
            if merge.old.contains(where: isWithheld) { result.withheld.append(whole) }
            let parts = merge.old.filter { !isWithheld($0) }.map { old[$0] }
            // Words that are withheld in part are not published as a part of something else.
            guard parts.count == merge.old.count else {
                waiting.formUnion(parts)
                continue
            }
            made[whole] = parts
            for part in parts { fates[part] = (.merged, [whole]) }
        }
        for ambiguity in matching.ambiguities {
            let quotes = ambiguity.old.filter { !isWithheld($0) }.map { old[$0] }
            waiting.formUnion(quotes)
            if quotes.count < ambiguity.old.count { result.withheld += ambiguity.new.map { new[$0] } }
            guard !quotes.isEmpty else { continue }
            result.ambiguities.append(
                Reconciliation.Ambiguity(
                    quotes: quotes.map { study.quotes[$0].id },
                    recoded: ambiguity.new.map { new[$0] }
                )
            )
        }
        gone += matching.gone.filter { !isWithheld($0) }.map { old[$0] }
        added = matching.added.map { new[$0] }
        result.withheld.sort()
    }

    private mutating func decide(_ decisions: [Decision], _ openOld: inout Set<Int>, _ open: inout Set<Int>) {
        let positions = Dictionary(
            study.quotes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for decision in decisions {
            guard let old = positions[decision.quote], openOld.contains(old) else { continue }
            guard let new = decision.recoded else {
                openOld.remove(old)
                gone.append(old)
                continue
            }
            guard open.remove(new) != nil else { continue }
            openOld.remove(old)
            let matching = Matching(
                old: [passage(study.quotes[old])],
                new: [passage(recoded.quotes[new], by: study.quotes[old].participant)]
            )
            pairs[old] = (new, matching.pairs.first?.rewording ?? .redrawn)
        }
    }

    private func passage(_ quote: Quote) -> Passage {
        Passage(
            participant: quote.participant,
            text: quote.text,
            codes: Set(quote.themes.map(\.rawValue)),
            source: quote.source
        )
    }

    private func passage(_ quote: RecodedQuote, by participant: ParticipantID? = nil) -> Passage {
        Passage(
            participant: participant ?? quote.participant,
            text: quote.text,
            codes: Set(quote.codes.map { theme($0)?.rawValue ?? $0 }),
            source: quote.source,
            position: quote.position
        )
    }

    // MARK: What follows from it

    mutating func finish() -> Reconciliation {
        findThemesOfCodes()
        findWithdrawn()
        makeRows()
        writeLedger()
        return result
    }

    /// A code that no theme claims may be the new name of a theme's code.
    private mutating func findThemesOfCodes() {
        var unknown: [String: Int] = [:]
        var used: Set<ThemeID> = []
        for quote in recoded.quotes {
            for code in Set(quote.codes) {
                if let theme = theme(code) { used.insert(theme) } else { unknown[code, default: 0] += 1 }
            }
        }
        let coded = Set(study.quotes.flatMap(\.themes))
        let vacant = study.themes.filter { coded.contains($0.id) && !used.contains($0.id) }
        let codings = pairs.sorted { $0.key < $1.key }.map { old, now in
            (study.quotes[old].themes, recoded.quotes[now.new].codes.map { theme($0) ?? ThemeID($0) })
        }
        let succession = Succession(
            vacant.map { Succession.Name($0.id, $0.title) },
            unknown.keys.sorted().map { Succession.Name(ThemeID($0), recoded.titles[$0] ?? "") },
            codings
        )
        var claims: [String: [ThemeID]] = [:]
        for (theme, names) in succession.successors where names.count == 1 && unknown[names[0].rawValue] != nil {
            claims[names[0].rawValue, default: []].append(theme)
        }
        result.codesOfThemes = claims.filter { $0.value.count == 1 }.compactMapValues(\.first)
        result.unknownCodes = unknown.filter { result.codesOfThemes[$0.key] == nil }
    }

    private mutating func findWithdrawn() {
        guard let known = recoded.participants else { return }
        let quoted = Set(study.quotes.map(\.participant))
        result.withdrawnParticipants = study.participants.map(\.id).filter { id in
            quoted.contains(id) && !known.contains(id) && result.renamedParticipants[id] == nil
        }
    }

    private mutating func makeRows() {
        let withdrawn = Set(result.withdrawnParticipants)
        for (position, quote) in study.quotes.enumerated() {
            if withdrawn.contains(quote.participant) {
                result.withdrawn.append(quote.id)
            } else if let now = pairs[position] {
                result.rows.append(row(quote, recoded.quotes[now.new], at: now.new, now.rewording))
            } else if waiting.contains(position) {
                result.rows.append(row(unchanged: quote))
            }
        }
        result.removed = gone.filter { !withdrawn.contains(study.quotes[$0].participant) }.sorted()
            .map { study.quotes[$0].id }
        let fresh = (added + made.keys).map { ($0, recoded.quotes[$0]) }.sorted { left, right in
            Passage.inOrder(passage(left.1), passage(right.1))
        }
        for (position, quote) in fresh {
            result.rows.append(
                Reconciliation.Row(
                    id: newID(quote),
                    participant: quote.participant,
                    codes: codes(of: quote),
                    text: quote.text,
                    source: quote.source,
                    recoded: position,
                    rewording: nil,
                    madeOf: (made[position] ?? []).sorted().map { study.quotes[$0].id }
                )
            )
        }
    }

    private func row(
        _ quote: Quote,
        _ now: RecodedQuote,
        at position: Int,
        _ rewording: Rewording
    ) -> Reconciliation.Row {
        Reconciliation.Row(
            id: quote.id,
            participant: now.participant,
            codes: codes(of: now),
            // Tools change white space as they like; the study's is what somebody chose.
            text: rewording == .same ? quote.text : now.text,
            source: quote.source ?? now.source,
            recoded: position,
            rewording: rewording,
            madeOf: []
        )
    }

    private func row(unchanged quote: Quote) -> Reconciliation.Row {
        Reconciliation.Row(
            id: quote.id,
            participant: quote.participant,
            codes: quote.themes.map(\.rawValue),
            text: quote.text,
            source: quote.source,
            recoded: nil,
            rewording: .same,
            madeOf: []
        )
    }

    private func codes(of quote: RecodedQuote) -> [String] {
        var themes: Set<ThemeID> = []
        var others: Set<String> = []
        for code in quote.codes {
            if let theme = theme(code) ?? result.codesOfThemes[code] {
                themes.insert(theme)
            } else {
                others.insert(code)
            }
        }
        return themes.sorted { (order[$0] ?? 0, $0) < (order[$1] ?? 0, $1) }.map(\.rawValue) + others.sorted()
    }

    /// An id that nothing ever had, or that the same words of the same person had before they were removed.
    private mutating func newID(_ quote: RecodedQuote) -> QuoteID {
        let short = QuoteIdentity.short(quote.participant, quote.text)
        let isBack = result.ledger[.quote(short)]?.fate == .removed && returned.insert(short).inserted
        if isBack || taken.insert(short).inserted { return short }
        let long = QuoteIdentity.long(quote.participant, quote.text)
        var id = long
        var number = 2
        while !taken.insert(id).inserted {
            id = QuoteID("\(long)-\(number)")
            number += 1
        }
        return id
    }

    private mutating func writeLedger() {
        let ids = Dictionary(
            result.rows.compactMap { row in row.recoded.map { ($0, row.id.rawValue) } },
            uniquingKeysWith: { first, _ in first }
        )
        let people = Set(result.withdrawnParticipants)
        for (position, now) in fates where !people.contains(study.quotes[position].participant) {
            let entry = Ledger.Entry(now.fate, successors: now.new.compactMap { ids[$0] }.sorted())
            result.ledger.record(.quote(study.quotes[position].id), entry)
        }
        for id in result.removed { result.ledger.record(.quote(id), Ledger.Entry(.removed)) }
        for id in result.withdrawn { result.ledger.record(.quote(id), Ledger.Entry(.withdrawn)) }
        let forgetting = Forgetting(study.releases, of: people, study, result.ledger)
        result.ledger = forgetting.ledger
        result.forgetting = forgetting.releases
        for row in result.rows { result.ledger.recordLive(.quote(row.id), since: nil) }
        for theme in study.themes { result.ledger.recordLive(.theme(theme.id), since: nil) }
    }
}
