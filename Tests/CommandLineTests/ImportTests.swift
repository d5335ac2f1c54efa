import Foundation
import TestSupport
import Testing

/// The study is invented; see TinyStudy. So is the table, which looks like a highlights table of Taguette.
@Suite("verbatim import")
struct ImportTests {
    private static let table = """
        id,document,tag,content
        1,M1.txt,company,"It tastes better, together."
        2,D1.txt,comfort code,I wait for it.
        3,D2.txt,waiting,It takes its time. Always.
        3,D2.txt,warm hands,It takes its time. Always.
        4,D2.txt,company,We sat down.

        """

    private func project() throws -> Folder {
        let folder = try Folder(tinyStudy: [:])
        try folder.write("highlights.csv", Self.table)
        return folder
    }

    @Test("tells everything first, writes nothing when told so, and then writes just that")
    func dryRun() throws {
        let folder = try project()
        let before = try folder.contents("content")
        let dry = try Program.run("import", "highlights.csv", "--dry-run", in: folder)
        #expect(dry.status == 0, "\(dry.messages)")
        #expect(try folder.contents("content") == before)
        let run = try Program.run("import", "highlights.csv", in: folder)
        #expect(run.status == 0)
        let told = run.output.split(separator: "\n").dropLast()
        #expect(dry.output.split(separator: "\n").dropLast() == told)
        #expect(dry.output.hasSuffix("Nothing was written: this is what would change.\n"))
        #expect(run.output.hasSuffix("2 files were written.\n"))
        #expect(told.contains("  1 kept, 1 moved, 1 extended, 1 added"))
        #expect(told.contains("  m1-1: no longer ‘Waiting for it’"))
        #expect(told.contains("  ‘warm hands’: 1 quote"))
        #expect(try Program.run("check", in: folder).status == 0)
        let again = try Program.run("import", "highlights.csv", in: folder)
        #expect(again.status == 0 && again.output.hasSuffix("Nothing changes.\n"))
        #expect(try folder.read("content/quotes/all.csv").contains(",D2,Waiting for it,It takes its time. Always.\n"))
    }

    @Test("gives the account as JSON")
    func json() throws {
        let folder = try project()
        let run = try Program.run("import", "highlights.csv", "--dry-run", "--format", "json", in: folder)
        #expect(run.status == 0)
        let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(document?["version"] as? Int == 1)
        let quotes = document?["quotes"] as? [String: Any]
        #expect(quotes?["kept"] as? Int == 1)
        #expect((quotes?["added"] as? [String])?.count == 1)
    }

    @Test("refuses what it does not know, what is not there and what only hostile files do, with status 1")
    func refusals() throws {
        let folder = try project()
        let before = try folder.contents("content")
        try folder.write("unknown.csv", "a,b,c\n1,2,3\n")
        try folder.write(
            "hostile.qde",
            "<?xml version=\"1.0\"?><!DOCTYPE Project [<!ENTITY a \"b\">]><Project>&a;</Project>"
        )
        try folder.write("folder/x.txt", "")
        for (file, words) in [
            ("unknown.csv", "unknown-columns"), ("none.csv", "there is no file ‘none.csv’"),
            ("hostile.qde", "hostile"), ("folder", "holds no data.qda"),
        ] {
            let run = try Program.run("import", file, in: folder)
            #expect(run.status == 1, "\(file)")
            #expect(run.messages.contains(words), "\(run.messages)")
            #expect(run.output == "Nothing was imported: 1 error.\n")
        }
        #expect(try Program.run("import", "highlights.csv", "--whole", "--partial", in: folder).status == 2)
        #expect(try Program.run("import", "highlights.csv", "--decide", "m1-1", in: folder).status == 2)
        #expect(try folder.contents("content") == before)
    }

    @Test("leaves everything as it was when a file cannot be written")
    func failure() throws {
        let folder = try project()
        // A folder stands where the ledger has to be, which is written last.
        try folder.write("content/ledger.csv/x", "")
        let before = try folder.contents("content")
        let run = try Program.run("import", "highlights.csv", in: folder)
        #expect(run.status == 2)
        #expect(try folder.contents("content") == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "content").path())
                .allSatisfy { !$0.hasPrefix(".") }
        )
    }

    @Test("says nothing of what those said who withdrew, and leaves nothing of it")
    func withdrawal() throws {
        let folder = try project()
        try folder.remove("content/theory.md")
        #expect(try Program.run("release", "first", in: folder).status == 0)
        let without = Self.table.split(separator: "\n").filter { !$0.contains("M1") }.joined(separator: "\n")
        try folder.write("highlights.csv", without + "\n")
        let run = try Program.run("import", "highlights.csv", "--withdrawn", "M1", in: folder)
        #expect(run.status == 0, "\(run.messages)")
        #expect(!run.output.contains("tastes") && !run.messages.contains("tastes"))
        #expect(run.output.contains("Withdrawn (1)\n  m1-1"))
        #expect(try folder.read("content/ledger.csv").contains("quote,m1-1,withdrawn,,\n"))
        for path in ["participants.csv", "quotes/all.csv", "releases/first.json"] {
            #expect(!(try folder.read("content/" + path)).contains("M1"), "\(path)")
        }
        // What the prose still says is for people to mend.
        #expect(run.output.contains("‘verbatim check’ shows them"))
    }
}
