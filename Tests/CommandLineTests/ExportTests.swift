import Foundation
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("verbatim export")
struct ExportTests {
    private func project(_ changes: [String: String] = [:]) throws -> Folder { try Folder(tinyStudy: changes) }

    @Test("writes a project, a codebook and a table into a folder, says so in one line, and leaves all else alone")
    func plain() throws {
        let folder = try project()
        let before = try folder.contents("content")
        let result = try Program.run("export", in: folder)
        #expect(result.messages == "")
        #expect(result.status == 0)
        #expect(
            result.output
                == "export/project.qdpx, export/codebook.qdc, export/quotes.csv: 3 quotes, 3 participants, 3 codes.\n"
        )
        #expect(try Set(folder.contents("export").keys) == ["project.qdpx", "codebook.qdc", "quotes.csv"])
        #expect(try folder.contents("content") == before)
    }

    @Test("writes the same bytes whenever and wherever it is run, and touches no file that is right already")
    func deterministic() throws {
        let folder = try project()
        #expect(try Program.run("export", in: folder).status == 0)
        let first = try folder.snapshot("export")
        #expect(try Program.run("export", in: folder).status == 0)
        #expect(try folder.snapshot("export") == first)
        let other = try project()
        #expect(try Program.run("export", "--study", "content", "--to", "elsewhere/", in: other).status == 0)
        #expect(try other.contents("elsewhere") == folder.contents("export"))
    }

    @Test("writes the one file that is named", arguments: ["a.qdpx", "b.QDC", "new/c.csv"])
    func oneFile(name: String) throws {
        let folder = try project()
        let result = try Program.run("export", "--to", name, in: folder)
        #expect(result.status == 0)
        #expect(result.output == "\(name): 3 quotes, 3 participants, 3 codes.\n")
        #expect(folder.has(name))
        #expect(!folder.has("export"))
    }

    @Test("replaces no other file unless it is told to, and then all or none")
    func existing() throws {
        let folder = try project()
        try folder.write("export/quotes.csv", "years of work")
        let refused = try Program.run("export", in: folder)
        #expect(refused.status == 1)
        #expect(refused.output == "Nothing was exported.\n")
        #expect(
            refused.messages == """
                verbatim: there is another file ‘export/quotes.csv’
                  help: name another place with --to, or add --replace

                """
        )
        #expect(try folder.contents("export") == ["quotes.csv": Data("years of work".utf8)])
        #expect(try Program.run("export", "--replace", in: folder).status == 0)
        #expect(try folder.contents("export")["quotes.csv"]?.starts(with: Data("\u{FEFF}id,participant".utf8)) == true)
    }

    @Test(
        "does not write where the study keeps its own files, even if it is told to replace them",
        arguments: [
            "content/quotes/all.csv", "content/quotes/new.csv", "content/participants.csv",
            "content/../content/ledger.csv",
        ]
    )
    func ownFiles(path: String) throws {
        let folder = try project()
        let before = try folder.contents("content")
        let result = try Program.run("export", "--to", path, "--replace", in: folder)
        #expect(result.status == 1)
        #expect(result.messages.contains("is where the study keeps its own files"))
        #expect(try folder.contents("content") == before)
    }

    @Test("does not write among the files of a site")
    func site() throws {
        let folder = try project()
        #expect(try Program.run("build", in: folder).status == 0)
        let before = try folder.contents("site")
        let result = try Program.run("export", "--to", "site", "--replace", in: folder)
        #expect(result.status == 1)
        #expect(result.messages.contains("‘site/quotes.csv’ would stand among the files of a site"))
        #expect(try folder.contents("site") == before)
    }

    @Test("says what is wrong with the place that was named")
    func places() throws {
        let folder = try project()
        try folder.write("dir.csv/inside", "")
        let notAFile = try Program.run("export", "--to", "dir.csv", in: folder)
        #expect(notAFile.status == 1 && notAFile.messages == "verbatim: ‘dir.csv’ is there and is not a file\n")
        let deep = try Program.run("export", "--to", "no/where/at/all", in: folder)
        #expect(deep.status == 1 && deep.messages.contains("there is no folder ‘no/where/at’"))
        #expect(try Program.run("export", "--to", "", in: folder).status == 2)
        #expect(try Program.run("export", "--to", "/proc/export.csv", in: folder).status == 2)
    }

    @Test("exports nothing of a study that is wrong, or that is doubtful where that counts")
    func mistakes() throws {
        let folder = try project(["themes/comfort.md": "See [this](theme:wating).\n"])
        let wrong = try Program.run("export", in: folder)
        #expect(wrong.status == 1)
        #expect(wrong.output == "Nothing was exported: 1 error.\n")
        #expect(wrong.messages.contains("[unknown-theme]"))
        let doubtful = try project()
        try doubtful.remove("content/themes/waiting.md")
        #expect(try Program.run("export", "--strict", in: doubtful).status == 1)
        #expect(!folder.has("export") && !doubtful.has("export"))
        #expect(try Program.run("export", in: doubtful).status == 0)
    }

    @Test("says where a character stands that the files cannot hold")
    func lost() throws {
        let quotes = TinyStudy.files["quotes/all.csv"] ?? ""
        let folder = try project(["quotes/all.csv": quotes.replacing("I wait for it.", with: "I wait\u{FFFE} for it.")])
        let result = try Program.run("export", in: folder)
        #expect(result.status == 0)
        #expect(result.messages.contains("content/quotes/all.csv:3:"))
        #expect(result.messages.contains("[export-lost-character]"))
    }
}
