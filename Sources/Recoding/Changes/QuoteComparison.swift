import Study

/// Which quotes of a later state are which of an earlier one.
struct QuoteComparison {
    private(set) var added: [QuoteID] = []
    private(set) var removed: [QuoteID] = []
    private(set) var withdrawn: [QuoteID] = []
    private(set) var renamed: [Changes.Renamed<QuoteID>] = []
    private(set) var merged: [Changes.Merged<QuoteID>] = []
    private(set) var split: [Changes.Split<QuoteID>] = []
    private(set) var reworded: [Changes.Reworded] = []
    private(set) var unclear: [Changes.Unclear] = []
    private(set) var addedParticipants: [ParticipantID] = []
    private(set) var withdrawnParticipants: [ParticipantID] = []
    private(set) var renamedParticipants: [Changes.Renamed<ParticipantID>] = []
    /// What each quote was that is one of the earlier state.
    private(set) var former: [QuoteID: Snapshot.Quote] = [:]

    private var fates: [QuoteID: Ledger.Fate] = [:]
    private var successors: [QuoteID: [QuoteID]] = [:]

    init(_ old: Snapshot, _ new: Snapshot, _ ledger: Ledger) {
        let present = Dictionary(new.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for quote in old.quotes where present[quote.id] != nil { former[quote.id] = quote }
        var unexplained: [Snapshot.Quote] = []
        for quote in old.quotes where present[quote.id] == nil {
            let (fate, ids) = ledger.end(of: .quote(quote.id))
            let live = ids.map { QuoteID($0) }.filter { present[$0] != nil }
            if fate == .withdrawn || fate == .removed {
                fates[quote.id] = fate
            } else if fate.hasSuccessors, !live.isEmpty {
                note(quote.id, fate, live)
            } else {
                unexplained.append(quote)
            }
        }
        let taken = Set(successors.values.joined())
        match(unexplained, new.quotes.filter { former[$0.id] == nil && !taken.contains($0.id) })
        compareParticipants(old, new)
        gather(old, new)
        for quote in new.quotes {
            guard let before = former[quote.id] else { continue }
            let rewording = Self.rewording(before.print, quote.print)
            if rewording != .same { reworded.append(Changes.Reworded(quote: quote.id, rewording: rewording)) }
        }
    }

    private mutating func note(_ id: QuoteID, _ fate: Ledger.Fate, _ now: [QuoteID]) {
        fates[id] = fate
        successors[id] = now
    }

    private mutating func match(_ old: [Snapshot.Quote], _ new: [Snapshot.Quote]) {
        guard !old.isEmpty else { return }
        let matching = Matching(old: old, new: new)
        for pair in matching.pairs { note(old[pair.old].id, .renamed, [new[pair.new].id]) }
        for split in matching.splits { note(old[split.old].id, .split, split.new.map { new[$0].id }) }
        for merge in matching.merges {
            for part in merge.old { note(old[part].id, .merged, [new[merge.new].id]) }
        }
        unclear = matching.ambiguities.map { ambiguity in
            Changes.Unclear(from: ambiguity.old.map { old[$0].id }, to: ambiguity.new.map { new[$0].id })
        }
        renamedParticipants = matching.renamed.sorted { $0.key < $1.key }
            .map { Changes.Renamed(from: $0.key, to: $0.value) }
    }

    /// Whoever is no more in the list of participants withdrew, unless another name stands for them.
    private mutating func compareParticipants(_ old: Snapshot, _ new: Snapshot) {
        let before = Set(old.participants.map(\.id))
        let after = Set(new.participants.map(\.id))
        renamedParticipants.removeAll { after.contains($0.from) || !before.contains($0.from) }
        // Quotes whose ids were kept tell of new names, too.
        var names: [ParticipantID: Set<ParticipantID>] = [:]
        for quote in new.quotes {
            guard let former = former[quote.id], former.participant != quote.participant else { continue }
            if !after.contains(former.participant), !before.contains(quote.participant) {
                names[former.participant, default: []].insert(quote.participant)
            }
        }
        for (name, others) in names.sorted(by: { $0.key < $1.key }) {
            guard others.count == 1, let other = others.first, !renamedParticipants.contains(where: { $0.from == name })
            else { continue }
            renamedParticipants.append(Changes.Renamed(from: name, to: other))
        }
        let newNames = Set(renamedParticipants.map(\.to))
        let oldNames = Set(renamedParticipants.map(\.from))
        addedParticipants = new.participants.map(\.id).filter { !before.contains($0) && !newNames.contains($0) }
        withdrawnParticipants = old.participants.map(\.id).filter { !after.contains($0) && !oldNames.contains($0) }
    }

    private mutating func gather(_ old: Snapshot, _ new: Snapshot) {
        let stayed = Set(former.keys)
        let gonePeople = Set(withdrawnParticipants)
        let open = Set(unclear.flatMap(\.from))
        var parts: [QuoteID: [Snapshot.Quote]] = [:]
        for quote in old.quotes where former[quote.id] == nil {
            switch fates[quote.id] {
            case .withdrawn: withdrawn.append(quote.id)
            case .renamed, .merged:
                for id in successors[quote.id] ?? [] { parts[id, default: []].append(quote) }
            case .split: split.append(Changes.Split(from: quote.id, to: successors[quote.id] ?? []))
            case .live, .removed, nil:
                if gonePeople.contains(quote.participant) {
                    withdrawn.append(quote.id)
                } else if !open.contains(quote.id) {
                    removed.append(quote.id)
                }
            }
        }
        withdrawn += old.withdrawn
        let openNew = Set(unclear.flatMap(\.to))
        let fromSplit = Set(split.flatMap(\.to))
        for quote in new.quotes where former[quote.id] == nil {
            if let whole = parts[quote.id] {
                if whole.count == 1, fates[whole[0].id] == .renamed {
                    renamed.append(Changes.Renamed(from: whole[0].id, to: quote.id))
                    former[quote.id] = whole[0]
                } else {
                    merged.append(Changes.Merged(from: whole.map(\.id), to: quote.id))
                }
            } else if !openNew.contains(quote.id), !fromSplit.contains(quote.id) {
                added.append(quote.id)
            }
        }
        // What was merged into a quote that was there before.
        for quote in new.quotes where stayed.contains(quote.id) {
            guard let others = parts[quote.id] else { continue }
            merged.append(Changes.Merged(from: others.map(\.id), to: quote.id))
        }
    }

    private static func rewording(_ old: TextPrint, _ new: TextPrint) -> Rewording {
        if old.whole == new.whole { return .same }
        return old.pieces == new.pieces ? .mended : Overlap(old, new).rewording
    }
}
