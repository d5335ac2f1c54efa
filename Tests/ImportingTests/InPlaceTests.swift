// The studies are invented; nobody said any of this.

import Diagnostics
import Importing
import Interchange
import Study
import StudyFiles
import TestSupport
import Testing

/// A project as a tool would give it, in few words.
private func project(
    _ quotations: [(participant: String, codes: [String], text: String)],
    groups: [String: String] = [:],
    format: Origin.Format = .taguetteDatabase
) -> CodedProject {
    let names = quotations.map(\.participant).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    // A code comes after the one above it.
    let codes = quotations.flatMap(\.codes).reduce(into: [String]()) { codes, code in
        let above = code.split(separator: ".").dropLast().joined(separator: ".")
        for name in [above, code] where !name.isEmpty && !codes.contains(name) { codes.append(name) }
    }
    return CodedProject(
        origin: Origin(format: format, tool: .other),
        codes: codes.map { code in
            let path = code.split(separator: ".").map(String.init)
            let parent = codes.firstIndex(of: path.dropLast().joined(separator: "."))
            return CodedProject.Code(path: path, parent: parent, label: code)
        },
        documents: names.map { CodedProject.Document(name: $0 + ".txt") },
        participants: names.map { CodedProject.Participant(name: $0, group: groups[$0]) },
        quotations: quotations.map { quotation in
            CodedProject.Quotation(
                text: quotation.text,
                document: names.firstIndex(of: quotation.participant) ?? 0,
                codes: quotation.codes.compactMap { codes.firstIndex(of: $0) },
                participant: names.firstIndex(of: quotation.participant)
            )
        }
    )
}

private let tea: [(participant: String, codes: [String], text: String)] = [
    ("M1", ["company", "waiting"], "It tastes better, together."), ("D1", ["comfort code"], "I wait for it."),
    ("D2", ["waiting"], "It takes its time."),
]

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

@Suite("An import asks where it cannot know")
struct QuestionTests {
    @Test("to which group somebody belongs who is new")
    func groups() {
        var desk = Desk(folder: TinyStudy.folder())
        let recoded = tea + [("D9", ["waiting"], "A new voice.")]
        let before = desk.folder.texts
        #expect(
            Desk.errors(desk.take(project(recoded))) == [
                "import-no-group: ‘D9’ is new, and the file does not say to which group they belong (the file names no groups)"
            ]
        )
        #expect(
            Desk.errors(desk.take(project(recoded, groups: ["D9": "cooks"]))) == [
                "import-no-group: ‘D9’ is in the group ‘cooks’, which study.yml does not have"
            ]
        )
        #expect(desk.folder.texts == before)
        let plan = desk.take(project(recoded, groups: ["D9": "TEA_drinker"]))
        #expect(Desk.errors(plan) == [])
        #expect(
            String(decoding: desk.folder.texts["participants.csv"] ?? [], as: UTF8.self).hasSuffix("\nD9,drinkers\n")
        )
    }

    @Test("whether a file is all there is, if much is not in it")
    func parts() {
        var desk = Desk(folder: TinyStudy.folder())
        let part = project([tea[1]], format: .taguetteHighlights)
        #expect(Desk.errors(desk.take(part)) == ["import-part: 2 of 3 quotes are not in the file"])
        let before = desk.folder.texts
        let kept = desk.take(part) { $0.scope = .part }
        #expect(Desk.errors(kept) == [] && kept.account.notMentioned == 2)
        #expect(desk.folder.texts.filter { $0.key != "ledger.csv" } == before)
        let whole = desk.take(part) { $0.scope = .whole }
        #expect(Desk.errors(whole) == [])
        #expect(whole.account.removed.count == 2 && whole.account.withdrawn.isEmpty)
        #expect(whole.account.remarks.contains { $0.contains("‘M1’") && $0.contains("--withdrawn M1") })
    }

    @Test("whether a group is no more, or has a project of its own")
    func groupOfItsOwn() {
        let more = (0..<4).map { ("D1", ["waiting"], "More of it, number \($0), with some other words.") }
        var desk = Desk(folder: TinyStudy.folder())
        _ = desk.take(project(tea + more))
        let without = project(Array(tea.dropFirst()) + more)
        #expect(Desk.errors(desk.take(without)) == ["import-part: nothing of the group ‘makers’ is in the file"])
        let plan = desk.take(without) { $0.scope = .whole }
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.withdrawnParticipants == ["M1"] && plan.account.withdrawn == ["m1-1"])
    }

    @Test("who withdrew: not those whose documents are still there")
    func stillThere() {
        var desk = Desk(folder: TinyStudy.folder())
        var rest = project(Array(tea.dropLast()))
        rest.documents.append(CodedProject.Document(name: "D2.docx"))
        let plan = desk.take(rest)
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.withdrawnParticipants.isEmpty && plan.account.removed.count == 1)
        #expect(StudyReader.read(desk.folder).study?.participants.count == 3)
        let unknown = desk.take(rest) { $0.withdrawn = ["D3"] }
        #expect(Desk.errors(unknown) == ["import-decision: there is no participant ‘D3’"])
    }

    @Test("in a part, themes that it does not mention keep their quotes")
    func partialCodes() {
        var desk = Desk(folder: TinyStudy.folder())
        let part = project([("M1", ["comfort code"], "It tastes better, together.")], format: .taguetteHighlights)
        _ = desk.take(part) { $0.scope = .part }
        #expect(StudyReader.read(desk.folder).study?.quotes[0].themes == ["comfort", "company", "waiting"])
    }

    @Test("one tag's table removes nothing by itself")
    func oneTag() throws {
        var desk = Desk(folder: try Sample.firstStudy())
        _ = desk.take(try Sample.project("v1/tool/taguette/project.sqlite3"))
        let before = desk.folder.texts
        let part = try Sample.project("v1/tool/taguette/highlights_tag_trust.csv")
        #expect(Desk.errors(desk.take(part)).map { $0.prefix(12) } == ["import-part:"])
        let plan = desk.take(part) { $0.scope = .part }
        #expect(Desk.errors(plan) == [] && plan.files.isEmpty)
        #expect(desk.folder.texts == before)
    }

    @Test("which quote is which, and takes the answer")
    func decisions() throws {
        let words = "We always met in the garden behind the clinic, with coffee, and talked about hope"
        let quotes =
            "id,participant,codes,text\nm1-1,M1,company; waiting,\"It tastes better, together.\"\n"
            + "d1-1,D1,comfort code,\"\(words) slowly.\"\n,D2,Waiting for it,It takes its time.\n"
        var recoded = tea
        recoded[1] = ("D1", ["waiting"], "\(words) quietly.")
        recoded.append(("D1", ["waiting"], "\(words) together."))
        var desk = Desk(folder: TinyStudy.folder(["quotes/all.csv": quotes]))
        let asked = desk.take(project(recoded))
        #expect(asked.files.isEmpty && Desk.errors(asked).count == 1)
        #expect(Desk.errors(asked)[0].contains("may be any of the quotations 2 ("))
        #expect(asked.diagnostics.all.last?.help?.contains("--decide d1-1=2") == true)
        let wrong = desk.take(project(recoded)) { $0.decisions = [.init(quote: "d1-1", recoded: 9)] }
        #expect(Desk.errors(wrong).contains("import-decision: there is no quotation 10; the file has 4"))
        let plan = desk.take(project(recoded)) { $0.decisions = [.init(quote: "d1-1", recoded: 3)] }
        #expect(Desk.errors(plan) == [])
        let study = try #require(StudyReader.read(desk.folder).draft)
        #expect(study.quotes.first { $0.id == "d1-1" }?.text == "\(words) together.")
        #expect(study.quotes.count == 4)
    }
}

@Suite("A study begins with an import")
struct BeginningTests {
    @Test("also where tables stand ready that have no rows yet")
    func headers() throws {
        let study = try #require(try Sample.firstStudy().texts["study.yml"])
        var desk = Desk(
            folder: StudyFolder(texts: [
                "study.yml": study, "participants.csv": Array("participant;group;age\n".utf8),
                "quotes/all.csv": Array("participant;text;codes;id\n".utf8),
                "quotes/more.csv": Array("participant,codes,text\n".utf8),
            ])
        )
        let plan = desk.take(try Sample.project("v1/tool/taguette/project.sqlite3")) { $0.addsThemes = true }
        #expect(Desk.errors(plan) == [])
        #expect(desk.folder.texts["quotes/more.csv"] == nil)
        #expect(StudyReader.read(desk.folder).study?.quotes.count == 33)
        #expect(
            String(decoding: desk.folder.texts["participants.csv"] ?? [], as: UTF8.self).contains("C1;clinicians;\n")
        )
    }

    @Test(
        "or with a codebook alone, and the quotes come later",
        arguments: ["tool/taguette/codebook.csv", "tool/qualcoder/Codebook-peer_support.qdc"]
    )
    func codebookFirst(file: String) throws {
        let study = try #require(try Sample.firstStudy().texts["study.yml"])
        var desk = Desk(folder: StudyFolder(texts: ["study.yml": study]))
        let plan = desk.take(try Sample.project("v1/" + file)) { $0.addsThemes = true }
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.newThemes.count == 13)
        let quotes = desk.take(try Sample.project("v1/tool/qualcoder/peer_support_default_endings.qdpx"))
        #expect(Desk.errors(quotes) == [])
        #expect(StudyReader.read(desk.folder).study?.quotes.count == 33)
    }

    @Test(
        "from nothing but study.yml",
        arguments: ["", "# Ours.\n", "themes: []\n", "themes:\n"],
        EveryToolTests.files.prefix(6).map(\.path)
    )
    func beginning(codebook: String, file: String) throws {
        let sample = try Sample.firstStudy()
        var desk = Desk(folder: StudyFolder(texts: ["study.yml": sample.texts["study.yml"] ?? []]))
        if !codebook.isEmpty { desk.folder.texts["codebook.yml"] = Array(codebook.utf8) }
        let refused = desk.take(try Sample.project("v1/" + file))
        #expect(Desk.errors(refused) == [] && refused.account.added.isEmpty && refused.account.leftOut.count == 33)
        #expect(refused.files.isEmpty)
        let plan = desk.take(try Sample.project("v1/" + file)) { $0.addsThemes = true }
        #expect(Desk.errors(plan) == [])
        let study = try #require(StudyReader.read(desk.folder).study)
        #expect(study.quotes.count == 33 && study.participants.count == 18)
        #expect(study.themes.count == 13 && study.themes.filter { $0.parent == nil }.count == 4)
        #expect(study.quotes.reduce(0) { $0 + $1.themes.count } == 35)
        #expect(desk.folder.texts.keys.filter { $0.hasPrefix("quotes/") }.count == 3)
        #expect(desk.take(try Sample.project("v1/" + file)) { $0.addsThemes = true }.files.isEmpty)
        // The team moves on with another tool.
        let next = desk.take(try Sample.project("v2/tool/qualcoder/peer_support_default_endings.qdpx")) {
            $0.addsThemes = true
        }
        #expect(Desk.errors(next) == [])
        #expect(next.account.removed.count == 1 && next.account.withdrawn.count == 1 && next.account.added.count == 1)
    }
}
