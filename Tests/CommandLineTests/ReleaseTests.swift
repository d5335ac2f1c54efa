import Foundation
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("verbatim release and verbatim changes")
struct ReleaseTests {
    private func project() throws -> Folder { try Folder(tinyStudy: [:]) }

    private func edit(_ folder: Folder, _ path: String, _ old: String, _ new: String) throws {
        let text = try folder.read("content/" + path)
        #expect(text.contains(old), "\(path)")
        try folder.write("content/" + path, text.replacing(old, with: new))
    }

    @Test("fix a state, and say what changed since")
    func changes() throws {
        let folder = try project()
        let before = try folder.contents("content")
        let release = try Program.run("release", "first", in: folder)
        #expect(release.status == 0 && release.messages == "")
        #expect(release.output == "content/releases/first.json: 3 quotes, 3 themes.\n")
        // Nothing else was touched, and nothing is left lying about.
        var after = try folder.contents("content")
        #expect(after.removeValue(forKey: "ledger.csv") != nil)
        #expect(after.removeValue(forKey: "releases/first.json") != nil)
        #expect(after == before)

        #expect(try Program.run("changes", in: folder).output == "Nothing changed since first.\n")
        try edit(folder, "quotes/all.csv", "M1,company; waiting", "M1,company")
        let changes = try Program.run("changes", in: folder)
        #expect(changes.status == 0 && changes.messages == "")
        #expect(
            changes.output == """
                Since first:

                Quotes on other themes (1)
                  m1-1: no longer ‘Waiting for it’

                Evidence by group (1)
                  Waiting for it, Tea makers: 1 quote from 1 → 0 quotes from 0

                Rests on what changed (4)
                  content/themes/comfort.md:4: “See one maker and .”: m1-1 supports other themes
                  content/theory.md:4: proposition ‘slow’: m1-1 left it
                  content/logic-model.yml:5: box ‘kettle’: m1-1 left it
                  content/logic-model.yml:9: box ‘calm’: m1-1 supports other themes

                """
        )
        let json = try Program.run("changes", "--json", in: folder)
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(document?["version"] as? Int == 1)
        let quotes = document?["quotes"] as? [String: Any]
        #expect(((quotes?["recoded"] as? [[String: Any]])?.first?["from"] as? [String]) == ["waiting"])
        #expect((document?["affected"] as? [Any])?.count == 4)
    }

    @Test("make the same bytes of the same study")
    func deterministic() throws {
        let one = try project()
        let other = try project()
        for folder in [one, other] { #expect(try Program.run("release", "a", in: folder).status == 0) }
        #expect(try one.contents("content") == other.contents("content"))
    }

    @Test("refuse to overwrite a release unless told to, to name one badly, and to fix what is wrong")
    func refusals() throws {
        let folder = try project()
        #expect(try Program.run("release", "first", in: folder).status == 0)
        let before = try folder.contents("content")
        let again = try Program.run("release", "first", in: folder)
        #expect(again.status == 1)
        #expect(again.messages.contains("there is a release ‘first’ already"))
        // Systems that do not tell capitals from small letters would lose the first one.
        #expect(try Program.run("release", "First", "--replace", in: folder).status == 1)
        #expect(try Program.run("release", "../first", in: folder).status == 2)
        #expect(try Program.run("release", "second", "--date", "yesterday", in: folder).status == 2)
        try edit(folder, "themes/company.md", "Company", "[Company](quote:gone)")
        #expect(try Program.run("release", "second", in: folder).status == 1)
        try edit(folder, "themes/company.md", "[Company](quote:gone)", "Company")
        #expect(try folder.contents("content") == before)
        #expect(try Program.run("release", "first", "--replace", "--date", "2025-11", in: folder).status == 0)
        #expect(try folder.read("content/releases/first.json").contains("\"date\": \"2025-11\""))
    }

    @Test("ask a person what became of quotes that cannot be told apart, and take the answer from the ledger")
    func unclear() throws {
        let folder = try project()
        let words = "We always met in the garden behind the clinic, with coffee, and talked about hope"
        try edit(folder, "quotes/all.csv", "It takes its time.", "\"\(words) slowly.\"")
        #expect(try Program.run("release", "first", in: folder).status == 0)
        let rows = "\"\(words) quietly.\"\nd2-a,D2,waiting,\"\(words) together.\""
        try edit(folder, "quotes/all.csv", ",D2,Waiting for it,\"\(words) slowly.\"", "d2-b,D2,waiting," + rows)
        let refused = try Program.run("release", "second", in: folder)
        #expect(refused.status == 1)
        #expect(refused.messages.contains("may have become any of ‘d2-b’, ‘d2-a’"))
        #expect(!folder.has("content/releases/second.json"))
        let ledger = try folder.read("content/ledger.csv")
        let line = String(try #require(ledger.split(separator: "\n").first { $0.hasPrefix("quote,d2-") }))
        try edit(folder, "ledger.csv", line, line.replacing("live,,first", with: "renamed,d2-a,"))
        #expect(try Program.run("release", "second", in: folder).status == 0)
        #expect(try Program.run("build", in: folder).status == 0)
        let id = line.split(separator: ",")[1]
        #expect(try folder.read("site/quote-\(id).html").contains("quote-d2-a.html"))
    }

    @Test("say that there is nothing to compare with, or which releases there are")
    func nothing() throws {
        let folder = try project()
        let none = try Program.run("changes", in: folder)
        #expect(none.status == 1 && none.messages.contains("there is no release to compare with"))
        #expect(try Program.run("release", "first", in: folder).status == 0)
        let unknown = try Program.run("changes", "--since", "frist", in: folder)
        #expect(unknown.status == 1 && unknown.messages.contains("did you mean ‘first’?"))
        try edit(folder, "quotes/all.csv", "id,participant", "id,partner")
        let broken = try Program.run("changes", in: folder)
        #expect(broken.status == 1 && broken.output.hasPrefix("The study cannot be compared"))
    }
}
