import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The page of a quote")
struct QuotePageTests {
    @Test("says who said it, what it supports, where it is used and which quotes stand beside it")
    func whole() throws {
        let page = try Site(TinyStudy.folder())["quote-m1-1.html"]
        expect(
            page,
            shows: "<title>M1, tea maker: It tastes better, together. – Tea at work</title>",
            "<h1>Quote from M1, tea maker</h1>",
            "<blockquote><p>It tastes better, together.</p></blockquote>",
            "<figcaption><span><a href=\"participant-m1.html\">M1</a>, "
                + "<a href=\"group-makers.html\">tea maker</a></span></figcaption>",
            "<li><a href=\"theme-comfort.html\">Comfort in a cup</a><a href=\"theme-company.html\">Tea is company</a></li>"
                + "<li><a href=\"theme-waiting.html\">Waiting for it</a></li>",
            "<a href=\"box-calm.html\">Calm</a><span>Outcomes</span>",
            "<h3>Mentioned in</h3><ul><li><a href=\"theme-comfort.html\">Comfort in a cup</a></li></ul>",
            "<h2>More on <a href=\"theme-waiting.html\">Waiting for it</a></h2>",
            "<span>Next</span> D2: It takes its time.</a>"
        )
    }

    @Test("says which proposition the quote speaks against")
    func against() throws {
        expect(
            try Site(TinyStudy.folder())["quote-d1-1.html"],
            shows:
                "<a href=\"proposition-slow.html\">1. Slowness helps.</a><span>this quote speaks against it</span>",
            "<a href=\"theme-waiting.html\">Waiting for it</a>"
        )
    }

    @Test("leads to the quotes before and after it, of the participant and of each theme")
    func neighbours() throws {
        let site = try Site(
            TinyStudy.folder([
                "quotes/all.csv": """
                id,participant,codes,text,source,context
                m1-1,M1,company,One.,Interview 3,Asked about tea
                d1-1,D1,company,Two.,,
                m1-2,M1,waiting,Three.,,
                m1-3,M1,company; comfort,Four.,,

                """
            ])
        )
        expect(
            site["quote-m1-3.html"],
            shows: "<h2>More from <a href=\"participant-m1.html\">M1</a></h2>"
                + "<ul><li><a rel=\"prev\" href=\"quote-m1-2.html\"><span>Previous</span> M1: Three.</a></li></ul>",
            "<h2>More on <a href=\"theme-company.html\">Tea is company</a></h2>"
                + "<ul><li><a rel=\"prev\" href=\"quote-m1-1.html\"><span>Previous</span> M1: One.</a></li>"
                + "<li><a rel=\"next\" href=\"quote-d1-1.html\"><span>Next</span> D1: Two.</a></li></ul>"
        )
        expect(
            site["quote-m1-1.html"],
            shows: "<p>Asked about tea</p><blockquote><p>One.</p></blockquote>",
            "<p>Source: Interview 3</p>"
        )
    }

    @Test("does not exist for a withheld quote, nor does any page hold its words, nor notes for the team")
    func withheld() throws {
        let site = try Site(
            TinyStudy.folder([
                "quotes/all.csv": """
                id,participant,codes,text,status,note
                m1-1,M1,company; waiting,Yes.,publish,for the team only
                d1-1,D1,comfort,I wait.,,
                d2-9,D2,waiting,Keep me secret.,withhold,
                ,D2,waiting,Me too.,publish,
                ,D2,comfort,Me too.,withhold,

                """
            ])
        )
        #expect(site.pages["quote-d2-9.html"] == nil)
        for address in site.addresses {
            #expect(!(site.pages[address] ?? "").contains("Keep me secret"), "\(address)")
            #expect(!(site.pages[address] ?? "").contains("Me too"), "\(address)")
            #expect(!(site.pages[address] ?? "").contains("for the team only"), "\(address)")
        }
    }
}
