import Diagnostics
import Study

/// What the files say of what was published before, and the checks that it agrees with the study.
struct History {
    var ledger = LocatedLedger()
    private(set) var releases: [Release] = []
    private var sources: [String: SourceID] = [:]

    /// Keeps the releases in the order in which they were made.
    mutating func add(_ release: Release?, from source: SourceID, into findings: inout Findings) {
        guard let release else { return }
        sources[release.name] = source
        releases.append(release)
        releases.sort { ($0.number, $0.name) < ($1.number, $1.name) }
    }

    func check(_ study: Study, withheld: Set<QuoteID>, into findings: inout Findings) {
        guard !ledger.entries.isEmpty else { return }
        let quotes = Dictionary(
            study.quotes.map { ($0.id.rawValue, $0.place) },
            uniquingKeysWith: { first, _ in first }
        )
        let themes = Dictionary(
            study.themes.map { ($0.id.rawValue, $0.place) },
            uniquingKeysWith: { first, _ in first }
        )
        for name in ledger.entries.names {
            guard let entry = ledger.entries[name], let line = ledger.places[name] else { continue }
            if findings.lost.contains(name.kind == .quote ? .quote : .theme) { continue }
            let place = name.kind == .quote ? quotes[name.id] : themes[name.id]
            switch (entry.fate, place) {
            case (.withdrawn, let place?): reportRemains(name, at: place, line, into: &findings)
            case (.withdrawn, nil):
                if name.kind == .quote, withheld.contains(QuoteID(name.id)) {
                    reportRemains(name, at: line, nil, into: &findings)
                }
            case (.live, nil): reportSilence(name, at: line, into: &findings)
            case (.live, _?), (.removed, nil): break
            case (_, let place?): reportConflict(name, entry, at: line, place, into: &findings)
            case (_, nil): checkEnd(name, quotes, themes, at: line, into: &findings)
            }
        }
        for release in releases { check(release, into: &findings) }
    }

    private func reportRemains(
        _ name: Ledger.Name,
        at place: Place,
        _ line: Place?,
        into findings: inout Findings
    ) {
        findings.add(
            .withdrawnRemains,
            "the \(name.kind.rawValue) ‘\(name.id.shown)’ was withdrawn and is still among the study's files",
            at: place,
            help: "take its row away, and everything else of who said it",
            related: line.map { [.init("the ledger says so", at: $0)] } ?? []
        )
    }

    private func reportSilence(_ name: Ledger.Name, at line: Place, into findings: inout Findings) {
        findings.add(
            .ledgerSilent,
            "the \(name.kind.rawValue) ‘\(name.id.shown)’ was published and is gone, and the ledger does not say why",
            at: line,
            help: "write ‘removed’, ‘withdrawn’ or, with what took its place, ‘renamed’, ‘merged’ or ‘split’; the next "
                + "‘verbatim release’ writes down what it can see"
        )
    }

    private func reportConflict(
        _ name: Ledger.Name,
        _ entry: Ledger.Entry,
        at line: Place,
        _ place: Place,
        into findings: inout Findings
    ) {
        findings.add(
            .ledgerConflict,
            "the ledger says that the \(name.kind.rawValue) ‘\(name.id.shown)’ was \(entry.fate.rawValue), and the study has it",
            at: line,
            help: "write ‘live’ as its state",
            related: [.init("here it is", at: place)]
        )
    }

    /// What took something's place has to be part of the study, or its own line has to say what became of it.
    private func checkEnd(
        _ name: Ledger.Name,
        _ quotes: [String: Place],
        _ themes: [String: Place],
        at line: Place,
        into findings: inout Findings
    ) {
        let known = name.kind == .quote ? quotes : themes
        for id in ledger.entries[name]?.successors ?? [] {
            if known[id] != nil { continue }
            let next = Ledger.Name(name.kind, id)
            if ledger.entries[next] == nil {
                findings.add(
                    .ledgerTarget,
                    "there is no \(name.kind.rawValue) ‘\(id.shown)’ that could have taken the place of ‘\(name.id.shown)’",
                    at: line,
                    help: NearMiss.suggestion(for: id, in: known.keys.sorted())
                        ?? "write what it is now, or ‘removed’ as its state"
                )
            } else if isCircular(name, by: next) {
                findings.add(
                    .ledgerTarget,
                    "the lines of ‘\(name.id.shown)’ and ‘\(id.shown)’ lead to each other",
                    at: line,
                    help: "write what it is now, or ‘removed’ as its state"
                )
            }
        }
    }

    private func isCircular(_ name: Ledger.Name, by next: Ledger.Name) -> Bool {
        var seen: Set<Ledger.Name> = []
        var waiting = [next]
        while let one = waiting.popLast() {
            if one == name { return true }
            guard seen.insert(one).inserted, let entry = ledger.entries[one], entry.fate.hasSuccessors else { continue }
            waiting += entry.successors.map { Ledger.Name(name.kind, $0) }
        }
        return false
    }

    /// A release must not remember who said what was withdrawn.
    private func check(_ release: Release, into findings: inout Findings) {
        guard let source = sources[release.name] else { return }
        for quote in release.snapshot.quotes where ledger.entries.end(of: .quote(quote.id)).fate == .withdrawn {
            findings.add(
                .releaseRemembers,
                "the release ‘\(release.name)’ still remembers the quote ‘\(quote.id.rawValue.shown)’, which was withdrawn",
                at: Place(source: source, offset: 0, length: 0),
                help: "run ‘verbatim release’ to make a new one, which forgets it in the others, too"
            )
        }
    }
}
