// The studies are invented; nobody said any of this.

import Diagnostics
import Importing
import Interchange
import Study
import StudyFiles
import TestSupport
import Testing

@Suite("An import keeps addresses")
struct AddressTests {
    @Test("also of quotes whose ids are made of their words")
    func madeIDs() throws {
        var desk = Desk(folder: try Sample.firstStudy(withIDs: false))
        let before = try #require(StudyReader.read(desk.folder).study)
        _ = desk.take(try Sample.project("v1/tool/taguette/project.sqlite3"))
        let plan = desk.take(try Sample.project("v2/tool/qualcoder/peer_support_default_endings.qdpx")) {
            $0.addsThemes = true
        }
        #expect(Desk.errors(plan) == [])
        let after = Set(try #require(StudyReader.read(desk.folder).study).quotes.map(\.id))
        let gone = Set(plan.account.removed + plan.account.withdrawn)
        #expect(gone.count == 2)
        for quote in before.quotes { #expect(after.contains(quote.id) != gone.contains(quote.id), "\(quote.id)") }
    }

    @Test("of people whom the tool calls by another name, without asking for their group")
    func renamed() throws {
        var desk = Desk(folder: TinyStudy.folder())
        let id = QuoteIdentity.short("D2", "It takes its time.")
        var recoded = tea
        recoded[2].participant = "Drinker 2"
        let plan = desk.take(project(recoded))
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.renamedParticipants.map { "\($0.from) \($0.to)" } == ["D2 Drinker 2"])
        let study = try #require(StudyReader.read(desk.folder).study)
        #expect(study.quotes.last?.id == id && study.quotes.last?.participant == "Drinker 2")
        #expect(study.participants.map(\.id) == ["M1", "D1", "Drinker 2"])
        #expect(desk.take(project(recoded)).files.isEmpty)
    }

    @Test("when quotes that shared an id are parted, and when one is split or several are merged")
    func divided() throws {
        let first = "We sat in the garden until the evening came, and nobody wanted to leave the table."
        let second = "Then the rain began, so we carried all the cups inside and went on talking there."
        let table =
            "participant,codes,text,note\nM1,company,\"\(first)\",mine\nM1,waiting,\"\(second)\",\n"
            + "D1,waiting,Tea!,\nD1,company,Tea?,\nD2,comfort,No.,\n"
        var desk = Desk(
            folder: TinyStudy.folder([
                "quotes/all.csv": table, "themes/comfort.md": nil, "themes/waiting.md": nil, "theory.md": nil,
                "logic-model.yml": nil,
            ])
        )
        let study = try #require(StudyReader.read(desk.folder).study)
        let one = QuoteIdentity.long("D1", "Tea!")
        #expect(study.quotes.contains { $0.id == one })
        let recoded = [
            ("M1", ["company"], first + " " + second), ("D1", ["waiting"], "Tea!"), ("D2", ["comfort"], "No."),
        ]
        let plan = desk.take(project(recoded)) { $0.scope = .whole }
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.merged.map(\.from.count) == [2])
        let merged = try #require(plan.account.merged.first?.to)
        let after = try #require(StudyReader.read(desk.folder).study)
        #expect(Set(after.quotes.map(\.id)) == [merged, one, QuoteIdentity.short("D2", "No.")])
        #expect(after.ledger[.quote(QuoteIdentity.short("M1", first))]?.successors == [merged.rawValue])
        #expect(
            String(decoding: desk.folder.texts["quotes/all.csv"] ?? [], as: UTF8.self).contains(",mine,\(merged)\n")
        )
        let back = desk.take(project([("M1", ["company"], first), ("M1", ["company"], second)] + recoded.dropFirst()))
        #expect(Desk.errors(back) == [])
        #expect(back.account.split.map(\.from) == [merged])
    }
}
