// The studies are invented; nobody said any of this.

import Diagnostics
import Importing
import Interchange
import Study
import StudyFiles
import TestSupport
import Testing

@Suite("An import changes only what has to change")
struct InPlaceTests {
    private func text(_ desk: Desk, _ path: String) -> String {
        String(decoding: desk.folder.texts[path] ?? [], as: UTF8.self)
    }

    @Test("the same quotes leave every file as it is, but for a ledger that is new")
    func nothing() {
        var desk = Desk(folder: TinyStudy.folder())
        let before = desk.folder.texts
        let plan = desk.take(project(tea))
        #expect(Desk.errors(plan) == [])
        #expect(plan.files.map(\.path) == ["ledger.csv"])
        #expect(desk.folder.texts.filter { $0.key != "ledger.csv" } == before)
        #expect(plan.account.kept == 3)
        #expect(desk.take(project(tea)).files.isEmpty)
    }

    @Test("a moved quote changes one cell, and codes that still hold stay as they are written")
    func cell() {
        var desk = Desk(folder: TinyStudy.folder())
        var recoded = tea
        recoded[0].codes = ["waiting", "comfort code"]
        _ = desk.take(project(recoded))
        #expect(
            text(desk, "quotes/all.csv") == """
                id,participant,codes,text
                m1-1,M1,waiting; comfort,"It tastes better, together."
                d1-1,D1,comfort code,I wait for it.
                ,D2,Waiting for it,It takes its time.

                """
        )
    }

    @Test("the delimiter, line ends, own columns, notes, blank lines and the encoding stay")
    func shape() throws {
        let table =
            "participant;text;codes;note;mine\r\n\"M1\";It tastes better, together.;company;a note;x \r\n\r\n"
            + "D1;I wait for it, caf\u{e9}.;comfort;;\r\nD2;It takes its time.;waiting\r\n"
        let narrow = table.unicodeScalars.map { UInt8($0.value) }
        var desk = Desk(
            folder: TinyStudy.folder([
                "quotes/all.csv": nil, "themes/waiting.md": nil, "themes/comfort.md": nil,
                "theory.md": nil, "logic-model.yml": nil,
            ])
        )
        desk.folder.texts["quotes/all.csv"] = narrow
        var recoded = tea
        recoded[0].codes = ["company"]
        recoded[1] = ("D1", ["comfort", "waiting"], "I wait for it, café.")
        recoded[2] = ("D2", ["waiting"], "It takes its time. Really; it does.")
        recoded.append(("D2", ["waiting"], "Another “one”, then."))
        let plan = desk.take(project(recoded))
        #expect(Desk.errors(plan) == [])
        let id = try #require(plan.account.added.first?.quote)
        let former = QuoteIdentity.short("D2", "It takes its time.")
        let expected = [
            "participant;text;codes;note;mine;id", "\"M1\";It tastes better, together.;company;a note;x ", "",
            "D1;I wait for it, caf\u{e9}.;\"comfort; waiting\";;",
            "D2;\"It takes its time. Really; it does.\";waiting;;;\(former)",
            "D2;Another \u{93}one\u{94}, then.;waiting;;;\(id)", "",
        ].joined(separator: "\r\n")
        #expect(desk.folder.texts["quotes/all.csv"] == expected.unicodeScalars.map { UInt8($0.value) })
        #expect(plan.account.reworded.map { "\($0.quote) \($0.how)" } == ["\(former) extended"])
    }

    @Test("UTF-16 and a byte order mark stay, and Windows-1252 gives way to what it cannot hold")
    func encodings() {
        let table =
            "id,participant,codes,text\nm1-1,M1,company; waiting,\"It tastes better, together.\"\n"
            + "d1-1,D1,comfort code,I wait for it.\n,D2,Waiting for it,It takes its time.\n"
        let units: [UInt8] = table.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + units
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(table.utf8)
        var recoded = tea
        recoded.append(("D1", ["waiting"], "Tea 🙂"))
        for bytes in [wide, marked] {
            var desk = Desk(folder: TinyStudy.folder())
            desk.folder.texts["quotes/all.csv"] = bytes
            #expect(Desk.errors(desk.take(project(recoded))) == [])
            #expect(desk.folder.texts["quotes/all.csv"]?.starts(with: bytes) == true)
            #expect(StudyReader.read(desk.folder).study?.quotes.last?.text == "Tea 🙂")
        }
        var desk = Desk(folder: TinyStudy.folder())
        desk.folder.texts["quotes/all.csv"] = Array(table.utf8) + Array("x1,D1,waiting,Th".utf8) + [0xE9, 0x0A]
        recoded.append(("D1", ["waiting"], "Thé"))
        #expect(Desk.errors(desk.take(project(recoded))) == [])
        #expect(StudyReader.read(desk.folder).study?.quotes.suffix(2).map(\.text) == ["Thé", "Tea 🙂"])
    }

    @Test("what is withheld stays where it is, and is not published by being imported")
    func withheld() {
        let rows =
            "id,participant,codes,text,status\nm1-1,M1,company; waiting,\"It tastes better, together.\",\n"
            + "d1-1,D1,comfort code,I wait for it.,\n,D2,Waiting for it,It takes its time.,\nx,D2,company,Not for print.,withhold\n"
        var desk = Desk(folder: TinyStudy.folder(["quotes/all.csv": rows]))
        let plan = desk.take(project(tea + [("D2", ["waiting"], "Not for print.")]))
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.withheld == 1 && plan.account.added.isEmpty)
        #expect(text(desk, "quotes/all.csv") == rows)
    }

    @Test("a quote of several rows stays so, and rows are removed whose codes are gone")
    func rows() {
        let rows =
            "id,participant,codes,text\nm1-1,M1,company,\"It tastes better, together.\"\n"
            + "m1-1,M1,waiting,\"It tastes better, together.\"\nd1-1,D1,comfort code,I wait for it.\n,D2,Waiting for it,It takes its time.\n"
        var desk = Desk(folder: TinyStudy.folder(["quotes/all.csv": rows]))
        _ = desk.take(project(tea))
        #expect(text(desk, "quotes/all.csv") == rows)
        var recoded = tea
        recoded[0].codes = ["company"]
        let plan = desk.take(project(recoded))
        #expect(Desk.errors(plan) == [])
        #expect(
            text(desk, "quotes/all.csv")
                == rows.replacing("m1-1,M1,waiting,\"It tastes better, together.\"\n", with: "")
        )
    }

    @Test("a code with another name is added to its theme, and nothing else of the codebook changes")
    func codebook() {
        let codebook = """
            # Ours.
            themes:
              - id: comfort   # first
                title: 'Comfort in a cup'
                codes:
                  - comfort code  # from the first round
                  # - an old one

                themes:
                  - {id: company, title: "Tea is company", codes: [together, "with, others"]}
              - id: waiting
                title: Waiting
                  for it
                constructs: [patience]
            """
        var recoded = tea
        recoded[0].codes = ["fellowship"]
        recoded[1].codes = ["cosiness: warm"]
        recoded[2].codes = ["patience"]
        let quotes =
            "id,participant,codes,text\nm1-1,M1,company,\"It tastes better, together.\"\n"
            + "d1-1,D1,comfort code,I wait for it.\n,D2,Waiting for it,It takes its time.\n"
        var desk = Desk(folder: TinyStudy.folder(["codebook.yml": codebook, "quotes/all.csv": quotes]))
        let plan = desk.take(project(recoded))
        #expect(Desk.errors(plan) == [])
        let expected = codebook.replacing("first round\n", with: "first round\n      - \"cosiness: warm\"\n")
            .replacing("\"with, others\"]", with: "\"with, others\", fellowship]")
            .replacing("      for it\n", with: "      for it\n    codes: [patience]\n")
        #expect(text(desk, "codebook.yml") == expected)
        #expect(
            plan.account.renamedCodes.map { "\($0.code) \($0.theme)" } == [
                "cosiness: warm comfort", "fellowship company", "patience waiting",
            ]
        )
        #expect(text(desk, "quotes/all.csv") == quotes)
    }

    @Test("new themes stand under the theme of their parent, as the codebook is written")
    func newThemes() {
        var desk = Desk(folder: TinyStudy.folder())
        var recoded = tea
        recoded[1].codes = ["comfort code", "comfort.The cup's warmth"]
        recoded[2].codes = ["waiting", "waiting.Long, long", "Else"]
        let plan = desk.take(project(recoded)) { $0.addsThemes = true }
        #expect(Desk.errors(plan) == [])
        #expect(
            text(desk, "codebook.yml") == """
                themes:
                  - id: comfort
                    title: Comfort in a cup
                    constructs: [warmth]
                    codes: [comfort code]
                    themes:
                      - id: company
                        title: Tea is company
                      - id: the-cups-warmth
                        title: "The cup's warmth"
                        codes: ["comfort.The cup's warmth"]
                  - id: waiting
                    title: Waiting for it
                    constructs: [patience]
                    themes:
                      - id: long-long
                        title: "Long, long"
                        codes: ["waiting.Long, long"]
                  - id: else
                    title: Else

                """
        )
        #expect(
            StudyReader.read(desk.folder).study?.quotes.map { $0.themes.map(\.rawValue) } == [
                ["company", "waiting"], ["comfort", "the-cups-warmth"], ["waiting", "long-long", "else"],
            ]
        )
    }

    @Test("codes below one whose whole path was renamed are those of the themes below its theme")
    func belowRenamed() {
        let codebook = """
            themes:
              - id: top
                title: Top
                codes: [upper]
                themes:
                  - id: comfort
                    title: Comfort in a cup
                    codes: [comfort code, upper.cosy]
                    themes:
                      - {id: company, title: Tea is company}
              - {id: waiting, title: Waiting for it}

            """
        var recoded = tea
        recoded[0].codes = ["upper.cosy.company", "waiting"]
        recoded[1].codes = ["upper.cosy"]
        var desk = Desk(folder: TinyStudy.folder(["codebook.yml": codebook]))
        let plan = desk.take(project(recoded)) { $0.addsThemes = true }
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.kept == 3 && plan.account.newThemes.isEmpty && plan.account.renamedCodes.isEmpty)
        #expect(text(desk, "codebook.yml") == codebook)
    }

    @Test("words that a team edited for publication are not undone")
    func edited() {
        let quotes =
            "id,participant,codes,text\nm1-1,M1,company; waiting,\"I met Anna in [a town], and it ... tastes better, together.\"\n"
            + "d1-1,D1,comfort code,I wait for it [laughs].\n,D2,Waiting for it,It takes its time.\n"
        var recoded = tea
        recoded[0].text = "I met Anna in Ashford, and it, as I told my sister then, tastes better, together."
        recoded[1].text = "I wait for it [laughs]. Always."
        var desk = Desk(folder: TinyStudy.folder(["quotes/all.csv": quotes]))
        let plan = desk.take(project(recoded))
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.edited == ["m1-1"])
        #expect(plan.account.reworded.map { "\($0.quote) \($0.how)" } == ["d1-1 extended"])
        #expect(text(desk, "quotes/all.csv") == quotes.replacing("[laughs].\n", with: "[laughs]. Always.\n"))
    }

    @Test("words in brackets that stand in the transcript are not what a team edited")
    func transcribed() {
        let said = "I met Anna in [a town], and it ... tastes better, together."
        let quotes =
            "id,participant,codes,text\nm1-1,M1,company; waiting,\"\(said)\"\n"
            + "d1-1,D1,comfort code,I wait for it.\n,D2,Waiting for it,It takes its time.\n"
        var recoded = tea
        recoded[0].text = "it ... tastes better, together."
        var told = project(recoded)
        told.documents[0].text = "Well.\nI met Anna in [a town],\nand it ... tastes better, together."
        var desk = Desk(folder: TinyStudy.folder(["quotes/all.csv": quotes]))
        let plan = desk.take(told)
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.edited == [])
        #expect(plan.account.reworded.map { "\($0.quote) \($0.how)" } == ["m1-1 trimmed"])
        #expect(text(desk, "quotes/all.csv") == quotes.replacing(said, with: recoded[0].text))
    }

    @Test(
        "new themes also come into codebooks of other forms",
        arguments: [
            (
                "themes:\n- {id: comfort, title: Comfort, codes: [comfort code]}\n- {id: company, title: C, parent: comfort}\n"
                    + "- {id: waiting, title: Waiting for it}\n# end",
                "themes:\n- {id: comfort, title: Comfort, codes: [comfort code]}\n- {id: company, title: C, parent: comfort}\n"
                    + "- {id: waiting, title: Waiting for it}\n"
                    + "- {id: long, title: Long, codes: [waiting.Long], parent: waiting}\n# end"
            ),
            (
                "themes: [{id: comfort, title: Comfort, codes: comfort code, themes: [{id: company, title: C}]},\n"
                    + "  {id: waiting, title: 'It''s [waiting]'}]\n",
                "themes: [{id: comfort, title: Comfort, codes: comfort code, themes: [{id: company, title: C}]},\n"
                    + "  {id: waiting, title: 'It''s [waiting]', themes: [{id: long, title: Long, codes: [waiting.Long]}]}]\n"
            ),
        ]
    )
    func otherForms(before: String, after: String) {
        let files = [
            "codebook.yml": before,
            "quotes/all.csv": TinyStudy.files["quotes/all.csv"]?.replacing("Waiting for it", with: "waiting"),
        ]
        var desk = Desk(folder: TinyStudy.folder(files))
        var recoded = tea
        recoded[2].codes = ["waiting", "waiting.Long"]
        let plan = desk.take(project(recoded)) { $0.addsThemes = true }
        #expect(Desk.errors(plan) == [])
        #expect(text(desk, "codebook.yml") == after)
    }

    @Test("without being told so, codes that no theme claims leave quotes as they are, and say so")
    func unknownCodes() {
        var desk = Desk(folder: TinyStudy.folder())
        var recoded = tea
        recoded[0].codes = ["company", "waitin"]
        recoded[2].codes = ["waitin"]
        recoded.append(("D1", ["waitin"], "A new thing."))
        recoded.append(("D1", ["waiting"], "Another new thing."))
        let before = text(desk, "quotes/all.csv")
        let plan = desk.take(project(recoded))
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.unknownCodes.map { "\($0.code) \($0.quotes) \($0.nearest ?? "")" } == ["waitin 3 waiting"])
        #expect(
            plan.account.leftOut.map { "\($0.quote?.rawValue ?? "new"): \($0.words)" } == [
                "\(QuoteIdentity.short("D2", "It takes its time.")): It takes its time.", "new: A new thing.",
            ]
        )
        let id = plan.account.added[0].quote
        #expect(
            text(desk, "quotes/all.csv") == before.replacing("company; waiting", with: "company")
                + "\(id),D1,waiting,Another new thing.\n"
        )
        #expect(!text(desk, "ledger.csv").contains(QuoteIdentity.short("D1", "A new thing.").rawValue))
    }
}
