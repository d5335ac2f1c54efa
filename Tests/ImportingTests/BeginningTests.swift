// The study is real, its recoding and all lines of interviewers are invented; see the fixtures of InterchangeTests.

import Diagnostics
import Importing
import Interchange
import Study
import StudyFiles
import TestSupport
import Testing

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
