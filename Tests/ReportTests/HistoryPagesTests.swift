import Recoding
import Study
import StudyFiles
import TestSupport
import Testing

@testable import Report

/// The studies are invented; see TinyStudy.
@Suite("What was published before")
struct HistoryPagesTests {
    private func folder(_ changes: [String: String?] = [:], ledger: String = "") -> StudyFolder {
        let header = "kind,id,state,now,since\n"
        return TinyStudy.folder(changes.merging(["ledger.csv": header + ledger], uniquingKeysWith: { $1 }))
    }

    /// The study after changes, with a release of what it was before.
    private func site(
        before: [String: String?] = [:],
        after: [String: String?],
        limits: PageLimits = .standard
    ) throws -> Site {
        let former = try #require(StudyReader.read(TinyStudy.folder(before)).study)
        let draft = ReleaseDraft(name: "first", date: PartialDate("2025-11"), of: former)
        var folder = TinyStudy.folder(after)
        folder.texts[ReleaseFile.path(of: "first")] = ReleaseFile.bytes(of: draft.release)
        folder.texts[LedgerFile.path] = LedgerFile.bytes(of: draft.ledger)
        return try Site(folder, limits: limits)
    }

    @Test("leads on by itself from an address that only has another name")
    func renamed() throws {
        let site = try Site(
            folder(ledger: "quote,old,renamed,older,\nquote,older,renamed,m1-1,\ntheme,x,renamed,waiting,\n")
        )
        for (address, target) in [
            ("quote-old.html", "quote-m1-1.html"), ("quote-older.html", "quote-m1-1.html"),
            ("theme-x.html", "theme-waiting.html"),
        ] {
            let page = try #require(site.pages[address])
            #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
            #expect(page.contains("<li><a href=\"\(target)\">"))
        }
        #expect(site.pages["quote-old.html"]?.contains("M1, tea maker: It tastes better, together.") == true)
    }

    @Test("says what became of it where that is more than a name, and leads on only when asked")
    func divided() throws {
        let site = try Site(
            folder(ledger: "quote,a,split,m1-1; d1-1,\nquote,b,merged,m1-1,\nquote,c,removed,,\nquote,d,live,,\n")
        )
        let split = try #require(site.pages["quote-a.html"])
        #expect(split.contains("<h1>This quote was divided</h1>"))
        #expect(split.contains("href=\"quote-m1-1.html\"") && split.contains("href=\"quote-d1-1.html\""))
        #expect(site.pages["quote-b.html"]?.contains("<h1>This quote is part of another one now</h1>") == true)
        for address in ["quote-c.html", "quote-d.html"] {
            #expect(site.pages[address]?.contains("<h1>This quote was taken out</h1>") == true)
        }
        for address in ["quote-a.html", "quote-b.html", "quote-c.html"] {
            #expect(site.pages[address]?.contains("refresh") == false)
        }
    }

    @Test("says of what was withdrawn nothing but that, and nothing else in the site knows of it")
    func withdrawn() throws {
        let site = try Site(folder(ledger: "quote,z9-1,withdrawn,,\nquote,z9-0,renamed,z9-1,\n"))
        for address in ["quote-z9-1.html", "quote-z9-0.html"] {
            let page = try #require(site.pages[address])
            #expect(page.contains("<h1>This quote was withdrawn</h1>"))
            #expect(!page.contains("z9"))
        }
        for (address, text) in site.pages.merging(site.files, uniquingKeysWith: { $1 })
        where !address.hasPrefix("quote-z9") {
            #expect(!text.contains("z9"), "\(address)")
        }
    }

    @Test("is seen before the ledger says it, by the latest release")
    func silent() throws {
        var after: [String: String?] = ["themes/waiting.md": "It.\n", "theory.md": nil]
        after["quotes/all.csv"] = TinyStudy.files["quotes/all.csv"]?
            .replacing("d1-1,D1,comfort code,I wait for it.\n", with: "").replacing("m1-1,", with: "m1-9,")
        after["participants.csv"] = TinyStudy.files["participants.csv"]?.replacing("D1,drinkers\n", with: "")
        after["themes/comfort.md"] = "Tea.\n"
        after["logic-model.yml"] = TinyStudy.files["logic-model.yml"]?.replacing("m1-1", with: "m1-9")
        let site = try site(after: after)
        #expect(site.pages["quote-d1-1.html"]?.contains("<h1>This quote was withdrawn</h1>") == true)
        #expect(site.pages["quote-m1-1.html"]?.contains("content=\"0; url=quote-m1-9.html\"") == true)
    }

    @Test("stands back where another quote or theme has the address now")
    func addresses() throws {
        let site = try Site(folder(ledger: "quote,M1-1,renamed,m1-1,\nquote,A,removed,,\nquote,a,removed,,\n"))
        #expect(site.pages["quote-m1-1.html"]?.contains("It tastes better, together.") == true)
        #expect(site.addresses.filter { $0 == "quote-a.html" }.count == 1)
    }

    @Test("is compared with what is now on a page that every foot leads to")
    func changes() throws {
        let quotes = """
            id,participant,codes,text
            m1-1,M1,company,"It tastes better."
            d1-1,D1,comfort code,I wait for it.
            ,D2,Waiting for it,It takes its time.
            m1-2,M1,waiting,Another cup <b>never</b> hurts.

            """
        let site = try site(after: ["quotes/all.csv": quotes])
        let page = try #require(site.pages["changes.html"])
        #expect(page.contains("<p class=\"lead\">Since first (November 2025)</p>"))
        #expect(page.contains(">M1, tea maker: Another cup &lt;b&gt;never&lt;/b&gt; hurts.</a>"))
        #expect(page.contains("<span class=\"change-label\">No longer:</span> <span><a href=\"theme-waiting.html\">"))
        #expect(page.contains("<span class=\"change-label\">Its words:</span> <span>shortened</span>"))
        #expect(page.contains("See one maker and ."))
        #expect(page.contains("<a href=\"box-kettle.html\">"))
        for (address, text) in site.pages { #expect(text.contains("href=\"changes.html\""), "\(address)") }
        #expect(try Site(TinyStudy.folder()).pages["changes.html"] == nil)
        #expect(try Site(TinyStudy.folder()).pages["index.html"]?.contains("changes.html") == false)
    }

    @Test("says that nothing changed, or what is new in the latest release")
    func unchanged() throws {
        let same = try site(after: [:])
        #expect(same.pages["changes.html"]?.contains("Nothing changed since first.") == true)
        let longer = "I wait for it and for all the others."
        let quotes = TinyStudy.files["quotes/all.csv"]?.replacing("I wait for it.", with: longer)
        let first = ReleaseDraft(name: "first", of: try #require(StudyReader.read(TinyStudy.folder()).study))
        var folder = TinyStudy.folder(["quotes/all.csv": quotes])
        folder.texts[ReleaseFile.path(of: "first")] = ReleaseFile.bytes(of: first.release)
        let second = ReleaseDraft(name: "second", of: try #require(StudyReader.read(folder).study))
        folder.texts[ReleaseFile.path(of: "second")] = ReleaseFile.bytes(of: second.release)
        let page = try #require(try Site(folder).pages["changes.html"])
        #expect(page.contains("Since first") && page.contains("lengthened"))
    }

    @Test("tells how many were withdrawn, and not who, on what or from which group")
    func withdrawnSince() throws {
        var after: [String: String?] = ["themes/waiting.md": "It.\n", "theory.md": nil]
        after["quotes/all.csv"] = TinyStudy.files["quotes/all.csv"]?
            .replacing("d1-1,D1,comfort code,I wait for it.\n", with: "")
        after["participants.csv"] = TinyStudy.files["participants.csv"]?.replacing("D1,drinkers\n", with: "")
        let page = try #require(try site(after: after).pages["changes.html"])
        let main = try #require(page.components(of: "main"))
        #expect(main.contains("1 quote withdrawn. Nothing of what was withdrawn is kept."))
        #expect(!main.contains("D1") && !main.contains("d1-1") && !main.contains("Comfort"))
        #expect(!main.contains("drinker") && !main.contains("wait"))
    }

    @Test("keeps the page of changes short where everything changed")
    func limits() throws {
        let rows = (1...30).map { "n-\($0),M1,company,Words number \($0) of all that was said." }.joined(
            separator: "\n"
        )
        let quotes = (TinyStudy.files["quotes/all.csv"] ?? "") + rows + "\n"
        var limits = PageLimits.standard
        limits.changes = 10
        let page = try #require(try site(after: ["quotes/all.csv": quotes], limits: limits).pages["changes.html"])
        #expect(page.contains("<li>and 20 more</li>"))
        let links = try #require(page.components(of: "main")).ranges(of: "href=\"quote-n-").count
        #expect(links == 10)
    }
}

extension String {
    /// What stands inside the first element of a name.
    fileprivate func components(of element: String) -> Substring? {
        guard let start = firstRange(of: "<\(element)"),
            let end = self[start.upperBound...].firstRange(of: "</\(element)>")
        else { return nil }
        return self[start.upperBound..<end.lowerBound]
    }
}
