import Diagnostics
import Study
import StudyFiles
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("A study that is in order")
struct StudyReaderTests {
    @Test(
        "shows its language before it is read",
        arguments: [
            ("title: Bus\nlanguage: nl # Dutch\n", "nl"), ("language: \"en-GB\"\r\ntitle: Bus", "en-GB"),
            ("language:   'ar'", "ar"), ("title: Bus\n  language: nl\n", "en"), ("", "en"),
        ]
    )
    func likelyLanguage(text: String, language: String) {
        #expect(StudyFolder(["study.yml": text]).likelyLanguage == language)
    }

    @Test("has no findings beyond notes")
    func nothingWrong() {
        #expect(findings(TinyStudy.folder()) == [])
    }

    @Test("comes out whole")
    func everything() throws {
        let study = try #require(StudyReader.read(TinyStudy.folder()).study)
        #expect(study.about.title == "Tea at work")
        #expect(study.about.collected?.from.description == "2024-10")
        #expect(study.groups.map(\.id) == [GroupID("makers"), GroupID("drinkers")])
        #expect(study.themes.map(\.id.rawValue) == ["comfort", "company", "waiting"])
        #expect(study.themes.map(\.depth) == [0, 1, 0])
        #expect(study.themes[1].parent == ThemeID("comfort"))
        #expect(study.themes[0].summary == "Tea comforts.")
        #expect(study.participants.map(\.group.rawValue) == ["makers", "drinkers", "drinkers"])
        #expect(study.quotes.map(\.text) == ["It tastes better, together.", "I wait for it.", "It takes its time."])
        #expect(study.quotes[0].themes == [ThemeID("company"), ThemeID("waiting")])
        #expect(study.quotes[1].themes == [ThemeID("comfort")])
        #expect(study.guides.map(\.group.rawValue) == ["makers", "drinkers"])
        let guide = try #require(study.guides.first)
        #expect(guide.sections.map(\.construct?.rawValue) == ["warmth", "patience"])
        #expect(guide.sections.first?.questions.map(\.text) == ["Why do you make tea?", "For whom?"])
        #expect(guide.sections.last?.questions.map(\.number) == [3])
        #expect(study.logicModel?.arrows.map(\.to) == [BoxID("calm")])
        #expect(study.theory?.propositions.map(\.against) == [[QuoteID("d1-1")]])
        #expect(study.pages.map(\.title) == ["Methods"])
        #expect(study.references.map(\.authors) == [[.person(family: "Brewer", given: "B.")]])
    }

    @Test("gives quotes without an id one that survives reordering, recoding and mended punctuation")
    func permanentIDs() throws {
        func ids(_ rows: String) throws -> [String: String] {
            let folder = TinyStudy.folder([
                "quotes/all.csv": "participant,codes,text\n" + rows, "themes/comfort.md": "Prose.",
                "themes/waiting.md": "Prose.", "theory.md": nil, "logic-model.yml": nil,
            ])
            let study = try #require(StudyReader.read(folder).study)
            return Dictionary(uniqueKeysWithValues: study.quotes.map { ($0.text, $0.id.rawValue) })
        }
        let before = try ids("D2,waiting,It takes its time.\nM1,company,Sit down.\nD1,comfort,Hot.\n")
        let after = try ids("D1,waiting,Hot!\nM1,company,Sit  down\nD2,comfort,\"It takes its time.\"\n")
        #expect(after["It takes its time."] == before["It takes its time."])
        #expect(after["Sit  down"] == before["Sit down."])
        #expect(after["Hot!"] == before["Hot."])
        #expect(before["Hot."]?.hasPrefix("d1-") == true)
        #expect(Set(before.values).count == 3)
    }

    @Test("makes one quote of rows that repeat it, with the codes of all")
    func mergedRows() throws {
        let folder = TinyStudy.folder(
            "quotes/all.csv",
            replacing: ",D2,Waiting for it,It takes its time.",
            with: ",D2,waiting,It takes its time.\n,D2,company,It takes its time."
        )
        let study = try #require(StudyReader.read(folder).study)
        #expect(study.quotes.map(\.themes.count) == [2, 1, 2])
    }

    @Test("never lets a withheld quote in, whichever of its rows says so")
    func withheld() throws {
        let rows = """
            participant,codes,text,status
            M1,company,Keep this.,
            D1,comfort,Never this.,
            D1,waiting,Never this.,withhold
            D2,,Nor this.,withhold

            """
        let folder = TinyStudy.folder([
            "quotes/all.csv": rows, "themes/comfort.md": "Prose.", "themes/waiting.md": "Prose.", "theory.md": nil,
            "logic-model.yml": nil,
        ])
        let study = try #require(StudyReader.read(folder).study)
        #expect(study.quotes.map(\.text) == ["Keep this."])
    }

    @Test("may be written as a flat codebook with parents")
    func flatCodebook() throws {
        let folder = TinyStudy.folder([
            "codebook.yml": """
            themes:
              - {id: company, title: Tea is company, parent: comfort}
              - {id: waiting, title: Waiting for it}
              - {id: comfort, title: Comfort in a cup, codes: comfort code}
            """
        ])
        let study = try #require(StudyReader.read(folder).study)
        #expect(study.themes.map(\.id.rawValue) == ["waiting", "comfort", "company"])
        #expect(study.themes.map(\.depth) == [0, 0, 1])
    }

    @Test("is read from any encoding and delimiter that spreadsheets write", arguments: Spreadsheet.all)
    func encodings(_ spreadsheet: Spreadsheet) throws {
        var folder = TinyStudy.folder([
            "quotes/all.csv": "participant,codes,text\nM1,comfort,Hot.\n", "themes/comfort.md": "Prose.",
            "themes/waiting.md": "Prose.", "theory.md": nil, "logic-model.yml": nil,
        ])
        folder.texts["participants.csv"] = spreadsheet.bytes
        let study = try #require(StudyReader.read(folder).study)
        #expect(study.participants.map(\.id.rawValue) == ["M1"])
    }
}

/// One way in which a spreadsheet writes a table of participants.
struct Spreadsheet: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    static let all: [Spreadsheet] = [
        Spreadsheet(
            testDescription: "UTF-8 with BOM, semicolons, CRLF",
            bytes: [0xEF, 0xBB, 0xBF] + Array("participant;group\r\nM1;makers\r\n".utf8)
        ),
        Spreadsheet(
            testDescription: "UTF-16 little-endian, tabs",
            bytes: [0xFF, 0xFE] + utf16("participant\tgroup\nM1\tmakers\n").flatMap { [$0.low, $0.high] }
        ),
        Spreadsheet(
            testDescription: "UTF-16 big-endian, CR",
            bytes: [0xFE, 0xFF] + utf16("participant,group\rM1,makers\r").flatMap { [$0.high, $0.low] }
        ),
        Spreadsheet(testDescription: "a sep= line", bytes: Array("sep=;\nparticipant;group\nM1;makers\n".utf8)),
    ]

    private static func utf16(_ text: String) -> [(high: UInt8, low: UInt8)] {
        text.utf16.map { (UInt8($0 >> 8), UInt8($0 & 0xFF)) }
    }
}
