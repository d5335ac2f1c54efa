import Study

/// Releases without those who withdrew.
struct Forgetting {
    /// The releases that remembered something of them, without it.
    let releases: [Release]
    /// The ledger, which has all that they ever said as withdrawn.
    let ledger: Ledger

    /// Whoever said what the ledger has as withdrawn, and is no more among the participants, withdrew as well.
    init(_ releases: [Release], of withdrawn: Set<ParticipantID>, _ study: Study, _ ledger: Ledger) {
        let present = Set(study.participants.map(\.id)).subtracting(withdrawn)
        var people = withdrawn
        var ledger = ledger
        for release in releases {
            for quote in release.snapshot.quotes where !present.contains(quote.participant) {
                if ledger.end(of: .quote(quote.id)).fate == .withdrawn { people.insert(quote.participant) }
            }
        }
        // What they said and was removed before is withdrawn now, too.
        for release in releases {
            for quote in release.snapshot.quotes where people.contains(quote.participant) {
                ledger.record(.quote(quote.id), Ledger.Entry(.withdrawn))
            }
        }
        self.ledger = ledger
        self.releases = releases.compactMap { release in
            let ids = release.snapshot.quotes.map(\.id)
            let quotes = Set(ids.filter { ledger.end(of: .quote($0)).fate == .withdrawn })
            let rest = release.snapshot.without(people, quotes)
            guard rest != release.snapshot else { return nil }
            return Release(name: release.name, number: release.number, date: release.date, snapshot: rest)
        }
    }
}
