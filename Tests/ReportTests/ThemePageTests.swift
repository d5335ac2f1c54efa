import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The page of a theme")
struct ThemePageTests {
    @Test("shows the quotes by group, with counts and the sub-theme of each")
    func quotes() throws {
        let page = try Site(TinyStudy.folder())["theme-comfort.html"]
        expect(
            page,
            shows: "<p>Theme</p><h1>Comfort in a cup</h1><p>Tea comforts.</p><p>2 quotes from 2 participants</p>",
            "Construct: <a href=\"construct-warmth.html\">Warmth</a>",
            "<p>See <a href=\"quote-m1-1.html\">one maker</a> and <a href=\"theme-waiting.html\">Waiting for it</a>.</p>",
            "<h2 id=\"sub-themes\">Sub-themes</h2>",
            "<a href=\"theme-company.html\">Tea is company</a><span>1 quote from 1 participant</span>",
            "<h3 id=\"group-makers\"><a href=\"group-makers.html\">Tea makers</a><span>1 quote, 1 of 1 participant</span></h3>",
            "<blockquote><p>It tastes better, together.</p></blockquote><figcaption>"
                + "<a href=\"quote-m1-1.html\">M1, tea maker</a><a href=\"theme-company.html\">Tea is company</a></figcaption>",
            "<h3 id=\"group-drinkers\"><a href=\"group-drinkers.html\">Tea drinkers</a>"
                + "<span>1 quote, 1 of 2 participants</span></h3>",
            "<blockquote><p>I wait for it.</p></blockquote><figcaption>"
                + "<a href=\"quote-d1-1.html\">D1, tea drinker</a></figcaption>"
        )
        expect(page, hides: "supports this theme")
    }

    @Test("says which group is silent")
    func silence() throws {
        let site = try Site(TinyStudy.folder())
        expect(
            site["theme-company.html"],
            shows: "<p>Sub-theme</p><h1>Tea is company</h1>",
            "<h3 id=\"group-drinkers\"><a href=\"group-drinkers.html\">Tea drinkers</a>"
                + "<span>0 quotes, 0 of 2 participants</span></h3><p>No quote from tea drinkers supports this theme.</p></section>"
        )
        expect(
            site["group-drinkers.html"],
            shows: "Has no quotes on",
            "<a href=\"theme-company.html\">Tea is company</a>"
        )
    }

    @Test("shows a quote once that is coded to it and to its sub-theme, and counts each participant once")
    func once() throws {
        let site = try Site(
            TinyStudy.folder([
                "quotes/all.csv": """
                id,participant,codes,text
                m1-1,M1,comfort; company; waiting,Both at once.
                m1-2,M1,company,And again.
                d1-1,D1,company,I too.

                """
            ])
        )
        let page = site["theme-comfort.html"]
        expect(page, shows: "<p>3 quotes from 2 participants</p>", "<span>2 quotes, 1 of 1 participant</span>")
        #expect(page.content.split(separator: "Both at once.").count == 2)
        #expect(page.ids.filter { $0.hasPrefix("quote-") } == ["quote-m1-1", "quote-m1-2", "quote-d1-1"])
        expect(site["theme-company.html"], shows: "<p>3 quotes from 2 participants</p>")
        expect(
            site["index.html"],
            shows: "<span>3</span><span>participants</span>",
            "<span>3</span><span>quotes</span>"
        )
    }

    @Test("says where the theme is used")
    func used() throws {
        expect(
            try Site(TinyStudy.folder())["theme-waiting.html"],
            shows: "<h2 id=\"used-in\">Where this is used</h2>",
            "<a href=\"proposition-slow.html\">1. Slowness helps.</a>",
            "<a href=\"box-kettle.html\">A kettle</a><span>Inputs</span>",
            "<a href=\"theme-comfort.html\">Comfort in a cup</a>"
        )
    }

    @Test("shows an embedded quote whole, with its attribution")
    func embed() throws {
        expect(
            try Site(TinyStudy.folder())["theme-waiting.html"],
            shows: "<p>Waiting is part of it.</p><figure><blockquote><p>I wait for it.</p></blockquote>"
                + "<figcaption><a href=\"quote-d1-1.html\">D1, tea drinker</a></figcaption></figure>"
        )
    }

    @Test("keeps the words of a quote: paragraphs at blank lines, line ends within")
    func words() throws {
        let folder = TinyStudy.folder(
            "quotes/all.csv",
            replacing: "I wait for it.",
            with: "\"Well,\nI < you.\n\nBye.\""
        )
        expect(
            try Site(folder)["theme-comfort.html"],
            shows: "<blockquote><p>Well,<br>I &lt; you.</p><p>Bye.</p></blockquote>"
        )
    }
}
