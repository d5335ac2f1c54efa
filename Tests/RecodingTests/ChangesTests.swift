import Study
import StudyFiles
import TestSupport
import Testing

@testable import Recoding

/// The studies are invented; see TinyStudy.
@Suite("Changes tell")
struct ChangesTests {
    private func study(_ changes: [String: String?] = [:]) throws -> Study {
        try Invented.study(TinyStudy.folder(changes).texts)
    }

    private func quotes(_ old: String, _ new: String) -> [String: String?] {
        ["quotes/all.csv": TinyStudy.files["quotes/all.csv"]?.replacing(old, with: new)]
    }

    private func changes(_ edits: [String: String?], ledger: Ledger = Ledger()) throws -> Changes {
        Changes(from: Snapshot(try study()), to: Snapshot(try study(edits)), ledger: ledger)
    }

    @Test("nothing where nothing is different, in whatever order the rows stand")
    func nothing() throws {
        #expect(try changes([:]).isEmpty)
        let reordered = """
            text,codes,id,participant
            It takes its time.,Waiting for it,,D2
            I wait for it.,comfort code,d1-1,D1
            "It tastes better, together.",waiting; company,m1-1,M1
            """
        #expect(try changes(["quotes/all.csv": reordered]).isEmpty)
    }

    @Test("that a quote moved, and how the evidence shifted")
    func moved() throws {
        let changes = try changes(quotes("D1,comfort code", "D1,waiting"))
        #expect(changes.quotesRecoded == [Changes.Recoded(quote: "d1-1", from: ["comfort"], to: ["waiting"])])
        #expect(
            changes.shifts == [
                Shift(theme: "comfort", group: "drinkers", before: count(1, 1), after: count(0, 0)),
                Shift(theme: "waiting", group: "drinkers", before: count(1, 1), after: count(2, 2)),
            ]
        )
    }

    private func count(_ quotes: Int, _ participants: Int) -> Shift.Count {
        Shift.Count(quotes: quotes, participants: participants)
    }

    @Test("that words were mended, trimmed or extended")
    func reworded() throws {
        func rewording(_ new: String) throws -> [Rewording] {
            try changes(quotes("It tastes better, together.", new)).quotesReworded.map(\.rewording)
        }
        #expect(try rewording("It tastes better together!") == [.mended])
        #expect(try rewording("It  tastes better,\ntogether.") == [])
        #expect(try rewording("It tastes better.") == [.trimmed])
        #expect(try rewording("It tastes better, together, with all the others in the room.") == [.extended])
    }

    @Test("that a quote without a given id has another one because its words were mended")
    func renamed() throws {
        let changes = try changes(quotes("It takes its time.", "It takes its tima."))
        #expect(changes.quotesRenamed.count == 1)
        #expect(changes.quotesReworded.map(\.rewording) == [.mended])
        #expect(changes.quotesAdded.isEmpty && changes.quotesRemoved.isEmpty)
    }

    @Test("what was added, removed and withdrawn, and nothing more of what was withdrawn")
    func fates() throws {
        let added = try changes(quotes("I wait for it.", "I wait for it.\nd1-2,D1,waiting,Some more of my words."))
        #expect(added.quotesAdded == ["d1-2"])
        let removed = try changes(
            quotes("d1-1,D1,comfort code,I wait for it.\n", ""),
            in: ["themes/waiting.md": "It.\n", "theory.md": nil]
        )
        #expect(removed.quotesRemoved == ["d1-1"] && removed.quotesWithdrawn.isEmpty)
        #expect(!removed.shifts.isEmpty)
        var edits = quotes("d1-1,D1,comfort code,I wait for it.\n", "")
        edits["participants.csv"] = TinyStudy.files["participants.csv"]?.replacing("D1,drinkers\n", with: "")
        let withdrawn = try changes(edits, in: ["themes/waiting.md": "It.\n", "theory.md": nil])
        #expect(withdrawn.quotesWithdrawn == ["d1-1"] && withdrawn.quotesRemoved.isEmpty)
        #expect(withdrawn.participantsWithdrawn == ["D1"])
        #expect(withdrawn.shifts.isEmpty)
    }

    private func changes(_ edits: [String: String?], in others: [String: String?]) throws -> Changes {
        try changes(edits.merging(others, uniquingKeysWith: { first, _ in first }))
    }

    @Test("that themes were renamed, retitled, merged and split, which moves no quote")
    func themes() throws {
        let old = Snapshot(
            groups: [.init(id: "g", title: "G")],
            participants: [.init(id: "A", group: "g")],
            themes: ["a", "b", "c", "stays"].map { .init(id: ThemeID($0), title: "Title of \($0)") },
            quotes: [("1", "a"), ("2", "a"), ("3", "b"), ("4", "c"), ("5", "c")].map { id, theme in
                quote(id, [ThemeID(theme)])
            }
        )
        func with(_ themes: [(String, String)], _ codings: [(String, [ThemeID])]) -> Changes {
            var new = old
            new.themes = themes.map { .init(id: ThemeID($0.0), title: $0.1) }
            new.quotes = codings.map { quote($0.0, $0.1) }
            return Changes(from: old, to: new)
        }
        let stay = [("3", ["b"] as [ThemeID]), ("4", ["c"]), ("5", ["c"])]
        let rest = [("b", "Title of b"), ("c", "Title of c"), ("stays", "Another title")]
        let renamed = with([("x", "Title of x")] + rest, [("1", ["x"]), ("2", ["x"])] + stay)
        #expect(renamed.themesRenamed.map { [$0.from, $0.to] } == [["a", "x"]])
        #expect(renamed.themesRetitled.map(\.theme) == ["x", "stays"])
        #expect(renamed.quotesRecoded.isEmpty && renamed.themesAdded.isEmpty && renamed.themesRemoved.isEmpty)
        #expect(renamed.shifts.isEmpty)
        let merged = with(
            [("ab", "Both"), ("c", "Title of c"), ("stays", "Title of stays")],
            [("1", ["ab"]), ("2", ["ab"]), ("3", ["ab"]), ("4", ["c"]), ("5", ["c"])]
        )
        #expect(merged.themesMerged.map(\.from) == [["a", "b"]] && merged.themesMerged.map(\.to) == ["ab"])
        #expect(merged.quotesRecoded.isEmpty && merged.shifts.isEmpty)
        let split = with(
            [("c1", "One"), ("c2", "Two"), ("a", "Title of a"), ("b", "Title of b"), ("stays", "Title of stays")],
            [("1", ["a"]), ("2", ["a"]), ("3", ["b"]), ("4", ["c1"]), ("5", ["c2"])]
        )
        #expect(split.themesSplit.map(\.from) == ["c"] && split.themesSplit.map(\.to) == [["c1", "c2"]])
        #expect(split.quotesRecoded.isEmpty)
        let absorbed = with(
            [("b", "Title of b"), ("c", "Title of c"), ("stays", "Title of stays")],
            [("1", ["b"]), ("2", ["b"])] + stay
        )
        #expect(absorbed.themesMerged.map(\.from) == [["a"]] && absorbed.themesMerged.map(\.to) == ["b"])
        let gone = with(
            [("b", "Title of b"), ("c", "Title of c"), ("stays", "Title of stays")],
            [("1", ["b"]), ("2", ["c"])] + stay
        )
        #expect(gone.themesRemoved == ["a"])
        #expect(gone.quotesRecoded.map(\.quote) == ["1", "2"])
    }

    private func quote(_ id: String, _ themes: [ThemeID]) -> Snapshot.Quote {
        var printer = TextPrinter()
        return Snapshot.Quote(
            id: QuoteID(id),
            participant: "A",
            themes: themes,
            print: printer.print(of: "These are the words of quote number \(id), and no others.")
        )
    }

    @Test("what the ledger says, against what could be guessed")
    func ledger() throws {
        let edits = quotes("d1-1,D1,comfort code,I wait for it.", "d1-9,D1,comfort code,I wait for it.")
        let others: [String: String?] = ["themes/waiting.md": "It.\n", "theory.md": nil]
        let guessed = try changes(edits, in: others)
        #expect(guessed.quotesRenamed == [Changes.Renamed(from: "d1-1", to: "d1-9")])
        let removed = Ledger([.quote("d1-1"): Ledger.Entry(.removed)])
        let told = Changes(
            from: Snapshot(try study()),
            to: Snapshot(try study(edits.merging(others, uniquingKeysWith: { first, _ in first }))),
            ledger: removed
        )
        #expect(told.quotesRenamed.isEmpty && told.quotesRemoved == ["d1-1"] && told.quotesAdded == ["d1-9"])
    }

    @Test("which sentences, claims, boxes and arrows rest on what changed")
    func dependents() throws {
        let before = try study()
        let edits = quotes("m1-1,M1,company; waiting", "m1-1,M1,company")
        let after = try study(edits)
        let changes = Changes(from: Snapshot(before), to: Snapshot(after))
        let found = changes.dependents(in: after, since: Snapshot(before)).map { dependent in
            "\(dependent.subject): \(dependent.reasons.map { "\($0.quote) \($0.happening)" }.joined(separator: ", "))"
        }
        #expect(
            found == [
                "sentence(\"See one maker and .\"): m1-1 recoded",
                "proposition(slow): m1-1 lost",
                "box(kettle): m1-1 lost",
                "box(calm): m1-1 recoded",
            ]
        )
    }

    @Test("of prose that still speaks of a quote that is gone")
    func gone() throws {
        var files = TinyStudy.files
        files["quotes/all.csv"] = files["quotes/all.csv"]?.replacing("d1-1,D1,comfort code,I wait for it.\n", with: "")
        files["pages/methods.md"] = """
            ---
            title: Methods
            ---
            We asked. Was it *long*? We think that [somebody](quote:d1-1) **waited**, e.g. for tea. And so on.

            """
        let reading = StudyReader.read(StudyFolder(files))
        #expect(reading.study == nil)
        let draft = try #require(reading.draft)
        let before = Snapshot(try study())
        let changes = Changes(from: before, to: Snapshot(draft))
        let found = changes.dependents(in: draft, since: before).filter {
            $0.reasons.contains { $0.happening == .gone }
        }
        #expect(
            found.map(\.subject) == [
                .sentence(""), .sentence("We think that somebody waited, e.g. for tea."),
                .proposition(PropositionID("slow")),
            ]
        )
    }
}
