import Foundation
import Testing

@testable import Publishing

/// Nothing that Verbatim did not make is ever removed, written to or written over.
@Suite struct ForeignFilesTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func areKept() throws {
        try publish(["a.html": "one", "q/b.html": "two"], to: desk.site)
        try desk.put("site/CNAME", "example.org")
        try desk.put("site/q/notes/Über uns.txt", "mine")
        try desk.put("site/.git/objects/x", "blob")
        try desk.makeFolder("site/empty/inner")
        try desk.link("site/link", to: "../nowhere")
        try desk.link("site/q/up", to: "..")
        let names = ["site/CNAME", "site/q/notes/Über uns.txt", "site/.git/objects/x", "site/link", "site/q/up"]
        let before = try names.map(desk.identity)
        let past = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: desk.site + "/empty")

        try publish(["a.html": "ONE"], to: desk.site)
        #expect(
            desk.tree() == [
                "a.html": "ONE", "CNAME": "example.org", "q": "/", "q/notes": "/", "q/notes/Über uns.txt": "mine",
                ".git": "/", ".git/objects": "/", ".git/objects/x": "blob", "empty": "/", "empty/inner": "/",
                "link": "→ ../nowhere", "q/up": "→ ..",
            ]
        )
        #expect(try names.map(desk.identity) == before)
        #expect(try desk.identity("site/empty").seconds == 1_000_000_000)
        #expect(desk.names == ["site"])
    }

    @Test func withANameThatIsNotUTF8() throws {
        try publish(["a.html": "one"], to: desk.site)
        let name = Array((desk.site + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
        let file = open(name, O_WRONLY | O_CREAT, 0o644)
        // Some file systems take only UTF-8; then there is nothing to keep.
        guard file >= 0 else { return }
        close(file)
        try publish(["a.html": "two"], to: desk.site)
        #expect(access(name, F_OK) == 0)
    }

    @Test func andThatSomebodyPutsThereMeanwhile() throws {
        try publish(["a.html": "one", "q/b.html": "two"], to: desk.site)
        let desk = desk
        // Just before the exchange, when the new site has been put together already.
        try publish(["a.html": "ONE"], to: desk.site) { operation, _ in
            if operation == .exchange {
                try? desk.put("site/late.txt", "late")
                try? desk.put("site/q/new/later.txt", "later")
                try? desk.put("site/more/last.txt", "last")
            }
            return 0
        }
        #expect(desk.tree()["a.html"] == "ONE")
        #expect(desk.tree()["late.txt"] == "late")
        #expect(desk.tree()["more/last.txt"] == "last")
        // Its folder went with the page in it, so it stays where it is, and is not taken for Verbatim's.
        let kept = try #require(desk.names.first { $0 != "site" })
        #expect(desk.tree(kept)["q/new/later.txt"] == "later")
        try publish(["a.html": "two"], to: desk.site)
        #expect(desk.tree(kept)["q/new/later.txt"] == "later")
    }

    @Test func aFolderThatIsNotASite() throws {
        try desk.put("site/thesis.docx", "years of work")
        try desk.put("site/zoo.txt", "z")
        let before = try desk.identity("site")
        let error = PublishingError.notASite(folder: desk.site, found: "thesis.docx")
        #expect(throws: error) { try publish(["a.html": "one"], to: desk.site) }
        #expect(desk.tree() == ["thesis.docx": "years of work", "zoo.txt": "z"])
        #expect(try desk.identity("site") == before)
        #expect(desk.names == ["site"])
    }

    @Test func aFile() throws {
        try desk.put("site", "text")
        #expect(throws: PublishingError.notAFolder(path: desk.site)) { try publish(["a": "one"], to: desk.site) }
        #expect(desk.text("site") == "text")
    }

    @Test func aLinkToNowhere() throws {
        try desk.link("site", to: "nowhere")
        #expect(throws: PublishingError.notAFolder(path: desk.site)) { try publish(["a": "one"], to: desk.site) }
        #expect(desk.names == ["site"])
    }

    @Test(arguments: ["", "/", ".."])
    func noFolderToSpeakOf(output: String) {
        #expect(throws: PublishingError.self) { try publish(["a": "one"], to: output) }
    }

    /// What stands in the way, and what is refused because of it.
    @Test(arguments: [("new.html", "new.html"), ("new", "new"), ("q/new.html", "q/new.html")])
    func whereAPageMustGo(foreign: String, page: String) throws {
        try publish(["a.html": "one", "q/b.html": "two"], to: desk.site)
        try desk.put("site/" + foreign, "mine")
        let before = desk.tree()
        let error = PublishingError.foreignFileInTheWay(path: desk.site + "/" + foreign)
        #expect(throws: error) {
            try publish(["a.html": "ONE", "q/b.html": "two", page: "page"], to: desk.site)
        }
        #expect(desk.tree() == before)
        #expect(desk.names == ["site"])
    }

    @Test func aFolderWhereAPageMustGo() throws {
        try publish(["a.html": "one", "page/b.html": "two"], to: desk.site)
        try desk.put("site/page/mine.txt", "mine")
        let before = desk.tree()
        let error = PublishingError.foreignFileInTheWay(path: desk.site + "/page")
        #expect(throws: error) { try publish(["page": "page"], to: desk.site) }
        #expect(desk.tree() == before)
    }

    @Test func aLinkWhereAFolderMustGo() throws {
        try publish(["a.html": "one"], to: desk.site)
        try desk.makeFolder("elsewhere")
        try desk.link("site/q", to: "../elsewhere")
        let error = PublishingError.foreignFileInTheWay(path: desk.site + "/q")
        #expect(throws: error) { try publish(["a.html": "one", "q/b.html": "two"], to: desk.site) }
        #expect(desk.tree("elsewhere") == [:])
    }

    @Test func aLinkInThePlaceOfAPage() throws {
        try publish(["a.html": "one", "b.html": "two"], to: desk.site)
        try desk.put("secret", "one")
        try desk.remove("site/a.html")
        try desk.link("site/a.html", to: "../secret")
        let error = PublishingError.foreignFileInTheWay(path: desk.site + "/a.html")
        #expect(throws: error) { try publish(["a.html": "one", "b.html": "TWO"], to: desk.site) }
        // If the page is no longer made, the link stays: Verbatim did not make it.
        try publish(["b.html": "TWO"], to: desk.site)
        #expect(desk.tree() == ["a.html": "→ ../secret", "b.html": "TWO"])
        #expect(desk.text("secret") == "one")
    }

    @Test(arguments: [
        "verbatim-site 1 1\n../outside.txt\n", "verbatim-site 1 1\n/etc/passwd\n", "nonsense", "",
        "verbatim-site 1 9\na.html\n",
    ])
    func aListThatCannotBeTrusted(list: String) throws {
        try publish(["a.html": "one"], to: desk.site)
        try desk.put("outside.txt", "mine")
        try desk.put("site/.verbatim-site", list)
        #expect(throws: PublishingError.self) { try publish(["b.html": "two"], to: desk.site) }
        #expect(desk.tree() == ["a.html": "one"])
        #expect(desk.text("outside.txt") == "mine")
    }

    @Test func aListThatNamesAFolderOrALink() throws {
        try desk.put("outside/mine.txt", "mine")
        try desk.put("site/folder/mine.txt", "mine")
        try desk.link("site/way", to: "../outside")
        try desk.put("site/.verbatim-site", "verbatim-site 1 3\nfolder\nway\nway/mine.txt\n")
        try publish(["a.html": "one"], to: desk.site)
        #expect(
            desk.tree() == ["a.html": "one", "folder": "/", "folder/mine.txt": "mine", "way": "→ ../outside"]
        )
        #expect(desk.tree("outside") == ["mine.txt": "mine"])
    }

    @Test func aListThatIsALink() throws {
        try desk.put("list", "verbatim-site 1 0\n")
        try desk.makeFolder("site")
        try desk.link("site/.verbatim-site", to: "../list")
        #expect(throws: PublishingError.damagedManifest(path: desk.site + "/.verbatim-site", line: 1)) {
            try publish(["a.html": "one"], to: desk.site)
        }
    }

    @Test func aSiteOfAnotherVersion() throws {
        try desk.put("site/.verbatim-site", "verbatim-site 9 0\n")
        #expect(throws: PublishingError.unknownManifest(path: desk.site + "/.verbatim-site")) {
            try publish(["a.html": "one"], to: desk.site)
        }
    }

    @Test func foldersNestedTooDeeply() throws {
        try publish(["a.html": "one"], to: desk.site)
        try desk.put("site/" + String(repeating: "d/", count: 70) + "x", "deep")
        let before = desk.tree()
        #expect(throws: PublishingError.self) { try publish(["a.html": "two"], to: desk.site) }
        #expect(desk.tree() == before)
        #expect(try publish(["a.html": "one"], to: desk.site) == summary(unchanged: 1))
    }

    @Test func aFolderThatOnlyHasTheNameOfOurs() throws {
        try publish(["a.html": "one"], to: desk.site)
        try desk.put(".site.verbatim-new-1/mine.txt", "mine")
        try desk.put(".site.verbatim-old-1/mine.txt", "mine")
        try desk.put(".site.verbatim-new-mine/.verbatim-unfinished", "")
        try publish(["a.html": "two"], to: desk.site)
        #expect(
            desk.names == [".site.verbatim-new-1", ".site.verbatim-new-mine", ".site.verbatim-old-1", "site"]
        )
        #expect(desk.text(".site.verbatim-new-1/mine.txt") == "mine")
    }
}
