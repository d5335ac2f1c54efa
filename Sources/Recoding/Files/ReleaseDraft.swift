import Study

/// A release before it is written: the present state of a study, and what the ledger has to remember from now on.
public struct ReleaseDraft: Sendable {
    /// The release.
    public let release: Release
    /// The ledger as it has to be.
    public let ledger: Ledger
    /// Earlier releases that have to forget what was withdrawn.
    public let forgetting: [Release]
    /// What changed since the release before; nil for the first one.
    public let changes: Changes?

    /// Whether a name can be that of a release, and so of a file on any system.
    public static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 80, isWord(first), name.utf8.last != UInt8(ascii: ".")
        else { return false }
        return name.utf8.allSatisfy {
            isWord($0) || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// The present state of a study as a release. One of the same name is replaced.
    ///
    /// Quotes that are gone and whose fate cannot be known are among `changes.unclear`; then the release must not be
    /// written before the ledger says what became of them.
    public init(name: String, date: PartialDate? = nil, of study: Study) {
        let others = study.releases.filter { $0.name != name }
        let replaced = study.releases.first { $0.name == name }
        let snapshot = Snapshot(study)
        let before = others.last { $0.number < replaced?.number ?? Int.max }
        release = Release(
            name: name,
            number: replaced?.number ?? (others.map(\.number).max() ?? 0) + 1,
            date: date ?? replaced?.date,
            snapshot: snapshot
        )
        let changes = before.map { Changes(from: $0.snapshot, to: snapshot, ledger: study.ledger) }
        self.changes = changes

        var ledger = study.ledger
        changes?.record(in: &ledger, since: name)
        let forgetting = Forgetting(others, of: Set(changes?.participantsWithdrawn ?? []), study, ledger)
        ledger = forgetting.ledger
        for theme in study.themes { ledger.recordLive(.theme(theme.id), since: name) }
        for quote in study.quotes { ledger.recordLive(.quote(quote.id), since: name) }
        self.ledger = ledger
        self.forgetting = forgetting.releases
    }
}

extension Changes {
    /// Writes down in a ledger what became of ids that are no more, unless it knows.
    public func record(in ledger: inout Ledger, since release: String?) {
        func record(_ name: Ledger.Name, _ fate: Ledger.Fate, _ successors: [String] = []) {
            if let known = ledger[name], known.fate != .live, fate != .withdrawn { return }
            ledger.record(name, Ledger.Entry(fate, successors: successors, since: release))
        }
        for renamed in quotesRenamed { record(.quote(renamed.from), .renamed, [renamed.to.rawValue]) }
        for merged in quotesMerged {
            for id in merged.from { record(.quote(id), .merged, [merged.to.rawValue]) }
        }
        for split in quotesSplit { record(.quote(split.from), .split, split.to.map(\.rawValue)) }
        for id in quotesRemoved { record(.quote(id), .removed) }
        for id in quotesWithdrawn { record(.quote(id), .withdrawn) }
        for renamed in themesRenamed { record(.theme(renamed.from), .renamed, [renamed.to.rawValue]) }
        for merged in themesMerged {
            for id in merged.from { record(.theme(id), .merged, [merged.to.rawValue]) }
        }
        for split in themesSplit { record(.theme(split.from), .split, split.to.map(\.rawValue)) }
        for id in themesRemoved { record(.theme(id), .removed) }
    }
}
