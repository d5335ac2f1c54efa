import Recoding
import Study
import StudyFiles
import TestSupport
import Testing

/// The studies are invented; see TinyStudy.
@Suite("A release")
struct ReleaseTests {
    private func text(_ release: Release) -> String { String(decoding: ReleaseFile.bytes(of: release), as: UTF8.self) }

    private func study(_ changes: [String: String?] = [:], after drafts: ReleaseDraft...) throws -> Study {
        var files = TinyStudy.folder(changes).texts
        for draft in drafts {
            for release in draft.forgetting + [draft.release] {
                files[ReleaseFile.path(of: release.name)] = ReleaseFile.bytes(of: release)
            }
            files[LedgerFile.path] = LedgerFile.bytes(of: draft.ledger)
        }
        return try Invented.study(files)
    }

    @Test("is read back as it was written, and so is the ledger")
    func roundTrip() throws {
        let draft = ReleaseDraft(name: "2025-11", date: PartialDate("2025-11-30"), of: try study())
        let again = try study(after: draft)
        #expect(again.releases == [draft.release])
        #expect(again.ledger == draft.ledger)
        #expect(draft.release.date == PartialDate("2025-11-30") && draft.release.number == 1)
        #expect(ReleaseFile.bytes(of: again.releases[0]) == ReleaseFile.bytes(of: draft.release))
        #expect(Changes(from: draft.release.snapshot, to: Snapshot(again)).isEmpty)
    }

    @Test("holds none of the words that people said")
    func words() throws {
        let text = text(ReleaseDraft(name: "one", of: try study()).release).lowercased()
        for word in ["tastes", "better", "together", "wait for", "takes", "its time"] { #expect(!text.contains(word)) }
        #expect(text.contains("m1-1"))
    }

    @Test("writes a ledger that merges line by line")
    func ledger() throws {
        let draft = ReleaseDraft(name: "one", of: try study())
        let lines = String(decoding: LedgerFile.bytes(of: draft.ledger), as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "kind,id,state,now,since")
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",live,,one") })
        #expect(lines.dropFirst() == lines.dropFirst().sorted()[...])
        #expect(lines.contains("theme,company,live,,one"))
    }

    @Test("forgets who withdrew, in earlier releases too, and keeps nothing but the ids of what they said")
    func withdrawal() throws {
        let first = ReleaseDraft(name: "one", of: try study())
        #expect(text(first.release).contains("\"D1\""))
        var changes: [String: String?] = ["themes/waiting.md": "It.\n", "theory.md": nil]
        changes["quotes/all.csv"] = TinyStudy.files["quotes/all.csv"]?
            .replacing("d1-1,D1,comfort code,I wait for it.\n", with: "")
        changes["participants.csv"] = TinyStudy.files["participants.csv"]?.replacing("D1,drinkers\n", with: "")
        let second = ReleaseDraft(name: "two", of: try study(changes, after: first))
        #expect(second.changes?.quotesWithdrawn == ["d1-1"])
        #expect(second.ledger[.quote("d1-1")] == Ledger.Entry(.withdrawn))
        #expect(second.forgetting.map(\.name) == ["one"])
        for release in second.forgetting + [second.release] { #expect(!text(release).contains("\"D1\"")) }
        let quote = try #require(first.release.snapshot.quotes.first { $0.id == "d1-1" })
        let mark = String(quote.print.whole, radix: 36)
        #expect(text(first.release).contains(mark) && !text(second.forgetting[0]).contains(mark))

        // Compared once more, the same is told as before, and nothing but that.
        let after = try study(changes, after: first, second)
        let again = Changes(from: after.releases[0].snapshot, to: Snapshot(after), ledger: after.ledger)
        #expect(again.quotesWithdrawn == ["d1-1"] && again.participantsWithdrawn.isEmpty)
        #expect(again.shifts.isEmpty && again.quotesRemoved.isEmpty)
        // A further release has nothing left to forget.
        #expect(ReleaseDraft(name: "three", of: after).forgetting.isEmpty)
    }

    @Test("writes down what became of ids, once")
    func fates() throws {
        let first = ReleaseDraft(name: "one", of: try study())
        let edited = TinyStudy.files["quotes/all.csv"]?.replacing("It takes its time.", with: "It takes its tima.")
        let second = ReleaseDraft(name: "two", of: try study(["quotes/all.csv": edited], after: first))
        let renamed = second.ledger.names.compactMap { second.ledger[$0] }.filter { $0.fate == .renamed }
        #expect(renamed.map(\.since) == ["two"])
        let third = ReleaseDraft(name: "three", of: try study(["quotes/all.csv": edited], after: first, second))
        #expect(third.ledger == second.ledger)
        #expect(third.release.number == 3)
        let replaced = ReleaseDraft(name: "two", of: try study(["quotes/all.csv": edited], after: first, second))
        #expect(replaced.release.number == 2)
    }

    @Test("has a name that is a file's on every system")
    func names() {
        for name in ["2025-11", "v1.0", "first_draft"] { #expect(ReleaseDraft.isName(name)) }
        for name in ["", "..", "../x", "a/b", "a b", "-x", "ä", "x.", String(repeating: "x", count: 81)] {
            #expect(!ReleaseDraft.isName(name))
        }
    }
}

/// All ids are invented.
@Suite("The ledger")
struct LedgerTests {
    private let ledger = Ledger([
        .quote("a"): .init(.renamed, successors: ["b"]),
        .quote("b"): .init(.split, successors: ["c", "d"]),
        .quote("c"): .init(.live),
        .quote("d"): .init(.removed),
        .quote("e"): .init(.merged, successors: ["w"]),
        .quote("w"): .init(.withdrawn),
        .quote("x"): .init(.renamed, successors: ["y"]),
        .quote("y"): .init(.renamed, successors: ["x"]),
    ])

    @Test("follows what became of something to its end")
    func ends() {
        #expect(ledger.end(of: .quote("a")) == (.renamed, ["c"]))
        #expect(ledger.end(of: .quote("c")) == (.live, ["c"]))
        #expect(ledger.end(of: .quote("d")) == (.removed, []))
        #expect(ledger.end(of: .quote("e")) == (.withdrawn, []))
        #expect(ledger.end(of: .quote("x")) == (.removed, []))
        #expect(ledger.end(of: .quote("unknown")) == (.live, ["unknown"]))
    }

    @Test("never lets go of a withdrawal, and remembers nothing beside it")
    func withdrawn() {
        var ledger = ledger
        ledger.record(.quote("w"), .init(.live, since: "two"))
        #expect(ledger[.quote("w")] == .init(.withdrawn))
        ledger.record(.quote("a"), .init(.withdrawn, successors: ["b"], since: "two"))
        #expect(ledger[.quote("a")] == .init(.withdrawn))
    }
}
