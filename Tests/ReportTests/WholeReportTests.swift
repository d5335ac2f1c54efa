import StudyFiles
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The whole report")
struct WholeReportTests {
    @Test("has everything on one page, in reading order, with a list of contents")
    func order() throws {
        let page = try Site(TinyStudy.folder())["report.html"]
        expect(
            page,
            shows: "<h1 id=\"part-title\">Tea at work</h1>",
            "<h2 id=\"part-contents\">Contents</h2>",
            "<h2 id=\"part-opening\">In brief</h2>",
            "<h2 id=\"part-groups\">Who was asked</h2>",
            "<h3 id=\"group-makers\">",
            "Tea makers</h3><p>1 participant, 1 quote</p>",
            "<h2 id=\"part-framework\">Theory of Brewing</h2>",
            "<h2 id=\"part-findings\">Findings</h2>",
            "<h3 id=\"theme-comfort\"><span>1</span> Comfort in a cup</h3><p>Tea comforts.</p>",
            "<h4 id=\"theme-company\"><span>1.1</span> Tea is company</h4>",
            "<h3 id=\"theme-waiting\"><span>2</span> Waiting for it</h3>",
            "<h2 id=\"part-logic-model\">Logic model</h2>",
            "<h2 id=\"part-theory\">Theory</h2>",
            "<h2 id=\"part-guides\">Interview guides</h2>",
            "<h2 id=\"page-methods\">Methods</h2>",
            "<h2 id=\"part-references\">References</h2>",
            "<h2 id=\"part-index\">Index of quotes by participant</h2>"
        )
        expect(
            page,
            shows: "<li><a href=\"#part-findings\">Findings</a><ol><li><a href=\"#theme-comfort\"><span>1</span> "
                + "Comfort in a cup</a><ol><li><a href=\"#theme-company\"><span>1.1</span> Tea is company</a></li></ol>"
                + "</li><li><a href=\"#theme-waiting\"><span>2</span> Waiting for it</a></li></ol></li>"
        )
    }

    @Test("puts those pages first that come before the themes in the navigation")
    func navigation() throws {
        let page = try Site(
            TinyStudy.folder(
                "study.yml",
                replacing: "levels:",
                with: "navigation: [page:methods, themes, guides, theory, report]\nlevels:"
            )
        )["report.html"]
        let parts = page.tags("h2").compactMap { $0["id"] }.filter { $0.hasPrefix("part-") || $0.hasPrefix("page-") }
        #expect(
            parts == [
                "part-contents", "part-opening", "part-groups", "part-framework", "page-methods", "part-findings",
                "part-guides", "part-theory", "part-logic-model", "part-references", "part-index",
            ]
        )
    }

    @Test("numbers the quotes theme by theme and shows each in full once")
    func once() throws {
        let page = try Site(TinyStudy.folder())["report.html"]
        expect(
            page.section("quote-d1-1"),
            shows: "<blockquote><p>I wait for it.</p></blockquote>",
            "<a href=\"#participant-d1\">D1</a>, tea drinker</span><span>Quote 1:1</span>"
        )
        expect(
            page.section("quote-m1-1"),
            shows: "<blockquote><p>It tastes better, together.</p></blockquote>",
            "<span>Quote 1.1:1</span>",
            "Also supports <a href=\"#theme-waiting\" aria-label=\"2 Waiting for it\">2</a>"
        )
        #expect(page.content.split(separator: "<p>It tastes better, together.</p>").count == 2)
        #expect(page.ids.filter { $0.hasPrefix("quote-") && !$0.hasSuffix("1-1") }.count == 1)
    }

    @Test("keeps the numbers of quotes when one is recoded elsewhere")
    func numbersStand() throws {
        let rows =
            "m1-1,M1,company; waiting,It tastes better.\nm1-2,M1,company,It is warm.\nm1-3,M1,company,It is hot.\n"
        func numbers(_ code: String) throws -> [String] {
            let table =
                "id,participant,codes,text\nd1-1,D1,\(code),I wait for it.\n" + rows + "d2-1,D2,waiting,In time.\n"
            let page = try Site(TinyStudy.folder(["quotes/all.csv": table]))["report.html"]
            return ["m1-1", "m1-2", "m1-3", "d2-1", "d1-1"].map { id in
                let figure = page.section("quote-\(id)")?.content ?? ""
                return figure.split(separator: "<span>Quote ").last?.prefix { $0 != "<" }.description ?? ""
            }
        }
        #expect(try numbers("comfort code") == ["1.1:1", "1.1:2", "1.1:3", "2:1", "1:1"])
        #expect(try numbers("company") == ["1.1:1", "1.1:2", "1.1:3", "2:1", "1.1:4"])
        #expect(try numbers("waiting") == ["1.1:1", "1.1:2", "1.1:3", "2:2", "2:1"])
    }

    @Test("leads to a quote from the further themes that it supports")
    func seeAlso() throws {
        expect(
            try Site(TinyStudy.folder())["report.html"],
            shows: "<span>2</span> Waiting for it</h3>",
            "<h4>Tea makers</h4></div><p>See also <a href=\"#quote-m1-1\">Quote 1.1:1</a> (M1, tea maker)</p>"
        )
    }

    @Test("turns the links of prose to its own places, and puts the numbers of quotes and themes after them")
    func links() throws {
        let page = try Site(
            TinyStudy.folder(
                "pages/methods.md",
                replacing: "We asked",
                with: "[D1](participant:D1), [](guide:makers), [](construct:warmth), [](logic:calm), [](matrix:), "
                    + "[](page:methods#sampling), [](group:makers), [out](https://example.org/), [](downloads:). We asked"
            )
        )["report.html"]
        expect(
            page,
            shows: "<p>See <a href=\"#quote-m1-1\">one maker</a><span>[Quote 1.1:1]</span> and "
                + "<a href=\"#theme-waiting\">Waiting for it</a><span>[2]</span>.</p>"
        )
        expect(page, shows: "<a href=\"#ref-brewer2020\">Brewer, 2020</a>")
        expect(page, shows: "The long story, see <a href=\"#proposition-slow\">Proposition 1</a>.")
        expect(
            page,
            shows: "<h3 id=\"page-methods.text-sampling\">Sampling</h3>",
            "<a href=\"#participant-d1\">D1</a>, <a href=\"#guide-makers\">",
            "<a href=\"#construct-warmth\">Warmth</a>, <a href=\"#box-calm\">Calm</a>, <a href=\"#part-findings\">",
            "<a href=\"#page-methods.text-sampling\">Methods</a>, <a href=\"#group-makers\">Tea makers</a>",
            "<a href=\"https://example.org/\" rel=\"noopener noreferrer\">out</a>, <a href=\"downloads.html\">",
            "see <a href=\"#page-methods.text-sampling\">above</a>"
        )
    }

    @Test("shows a quote where prose embeds it, and then only its number in the theme's list")
    func embedded() throws {
        let page = try Site(TinyStudy.folder(["themes/company.md": "So:\n\n![](quote:m1-1)\n"]))["report.html"]
        expect(
            page,
            shows: "<h4 id=\"theme-company\">",
            "<p>So:</p><figure id=\"quote-m1-1\"><blockquote><p>It tastes better, together.</p></blockquote>",
            "<span>Quote 1.1:1</span>",
            "<h5>Tea makers</h5></div><p>In the text above: <a href=\"#quote-m1-1\">Quote 1.1:1</a> (M1, tea maker)</p>"
        )
        // Where its words stand already, the first of them and the way there are enough.
        expect(
            page,
            shows: "<p>Waiting is part of it.</p><figure><blockquote><p>I wait for it.</p></blockquote><figcaption>"
                + "<span>D1, tea drinker</span> See also <a href=\"#quote-d1-1\">Quote 1:1</a></figcaption></figure>"
        )
    }

    @Test("shows a quote in its list if a text embeds it twice, as no id may be there twice")
    func embeddedTwice() throws {
        let twice = "![](quote:m1-1)\n\nAgain:\n\n![](quote:m1-1)\n"
        let page = try Site(TinyStudy.folder(["themes/company.md": twice]))["report.html"]
        #expect(page.ids.filter { $0 == "quote-m1-1" }.count == 1)
        #expect(
            page.content.split(separator: "See also <a href=\"#quote-m1-1\">Quote 1.1:1</a></figcaption>").count == 3
        )
    }

    @Test("names the quotes behind a claim and a box by their numbers, and who is silent")
    func claims() throws {
        let page = try Site(TinyStudy.folder())["report.html"]
        expect(
            page,
            shows: "<h4 id=\"proposition-slow\">Proposition 1</h4><p>Slowness helps.</p>",
            "<h5>What it rests on</h5><p>Themes: <a href=\"#theme-waiting\">2 Waiting for it</a></p>",
            "Tea makers: 1 quote, 1 of 1 participant</li>",
            "<h5>What speaks against it</h5><p><a href=\"#quote-d1-1\">Quote 1:1</a> (D1, tea drinker)</p>",
            "<a href=\"#box-calm\">Calm</a>"
        )
        expect(
            page,
            shows: "<h4 id=\"box-kettle\">A kettle</h4>",
            "<p>Leads to: <a href=\"#box-calm\">Calm</a></p>",
            "<h4 id=\"box-calm\">Calm</h4>",
            "Tea makers: 1 quote, 1 of 1 participant; <a href=\"#quote-m1-1\">Quote 1.1:1</a> (M1)</li>",
            "<span>No quote from tea drinkers stands behind this.</span></li>"
        )
    }

    @Test("ends with an index of the quotes by who said them, with the page of each")
    func index() throws {
        let people = "participant,group\nM1,makers\nM2,makers\nD1,drinkers\nD2,drinkers\n"
        let page = try Site(TinyStudy.folder(["participants.csv": people]))["report.html"]
        expect(
            page,
            shows: "<h2 id=\"part-index\">",
            "<tr id=\"participant-m1\"><th scope=\"row\">M1</th><td><a href=\"#quote-m1-1\">Quote 1.1:1</a></td>"
                + "<td>It tastes better, together.</td><td><a href=\"quote-m1-1.html\">quote-m1-1.html</a></td></tr>",
            "<tr id=\"participant-m2\"><th scope=\"row\">M2</th><td colspan=\"3\">No published quote is from this "
                + "participant.</td></tr>"
        )
    }

    @Test("counts and reads in the order of the tree even if the codebook is flat and mixed")
    func mixedCodebook() throws {
        let codebook = """
            themes:
              - {id: comfort, title: Comfort, codes: [comfort code]}
              - {id: waiting, title: Waiting, codes: [Waiting for it]}
              - {id: company, title: Company, parent: comfort}

            """
        let page = try Site(TinyStudy.folder(["codebook.yml": codebook]))["report.html"]
        let headings = page.ids.filter { $0.hasPrefix("theme-") && !$0.contains(".") }
        #expect(headings == ["theme-comfort", "theme-company", "theme-waiting"])
        expect(page, shows: "<span>1.1</span> Company", "<span>2</span> Waiting")
    }
}
