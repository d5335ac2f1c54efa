import StudyFiles
import TestSupport
import Testing

@testable import Report

/// The study is invented: tea, with more quotes than fit on a page.
@Suite("Pages that would be too long")
struct DividedPagesTests {
    /// Five quotes of one group and one of the other, two to a page.
    private let site: Site

    init() throws {
        let rows = (1...5).map { "m\($0),M1,company,Cup \($0)." } + ["d1,D1,waiting; company,Late."]
        site = try Site(
            TinyStudy.folder([
                "quotes/all.csv": "id,participant,codes,text\n" + rows.joined(separator: "\n") + "\n",
                "themes/comfort.md": "Prose.\n",
                "themes/waiting.md": "Prose.\n",
                "theory.md": nil,
                "logic-model.yml": """
                columns: [{id: inputs, title: Inputs}]
                boxes: [{id: kettle, column: inputs, title: A kettle, themes: [comfort]}]

                """,
            ]),
            limits: PageLimits(quotes: 2, cells: 3, people: 1, pairs: 1)
        )
    }

    @Test("divide all quotes into pages that lead to each other")
    func quotes() {
        let pages = site.addresses.filter { $0.hasPrefix("quotes") }
        #expect(pages == ["quotes.html", "quotes-2.html", "quotes-3.html"])
        let words = pages.map { site[$0].quoted }
        #expect(words == [["Cup 1.", "Cup 2."], ["Cup 3.", "Cup 4."], ["Cup 5.", "Late."]])
        expect(
            site["quotes-2.html"],
            shows: "<h1>Quotes, page 2</h1>",
            "<a href=\"quotes.html\">1</a>",
            "<a href=\"quotes-2.html\" aria-current=\"page\">2</a>",
            "<a rel=\"prev\" href=\"quotes.html\">Previous page</a>",
            "<a rel=\"next\" href=\"quotes-3.html\">Next page</a>"
        )
        // The explorer works on the first page alone.
        #expect(site.pages["quotes.html"]?.contains("explorer.js") == true)
        #expect(site.pages["quotes-2.html"]?.contains("explorer.js") == false)
    }

    @Test("show the first quotes of each group on a theme, and lead to all of them")
    func theme() {
        let page = site["theme-company.html"]
        #expect(page.quoted == ["Cup 1.", "Late."])
        expect(page, shows: "<a href=\"theme-company.makers.html\">All 5 quotes from tea makers</a>")
        expect(page, hides: "theme-company.drinkers.html")
        let pages = ["theme-company.makers.html", "theme-company.makers-2.html", "theme-company.makers-3.html"]
        #expect(pages.map { site[$0].quoted } == [["Cup 1.", "Cup 2."], ["Cup 3.", "Cup 4."], ["Cup 5."]])
        expect(site[pages[0]], shows: "<h1>Tea makers on Tea is company</h1>")
    }

    @Test("of a group on a theme have no address that another theme could have")
    func addresses() throws {
        let rows = (1...3).map { "M1,company,Cup \($0).\n" } + ["M1,company-makers,One.\n", "M1,waiting,Two.\n"]
        let site = try Site(
            TinyStudy.folder([
                "codebook.yml": TinyStudy.files["codebook.yml"]?
                    .appending("  - {id: company-makers, title: Makers in company}\n"),
                "quotes/all.csv": "participant,codes,text\n" + rows.joined(),
                "themes/waiting.md": nil, "themes/comfort.md": nil, "theory.md": nil, "logic-model.yml": nil,
            ]),
            limits: PageLimits(quotes: 2)
        )
        expect(site["theme-company-makers.html"], shows: "<h1>Makers in company</h1>")
        expect(site["theme-company.makers.html"], shows: "<h1>Tea makers on Tea is company</h1>")
    }

    @Test("name the themes behind a claim and who speaks, where its quotes are too many")
    func claim() {
        let page = site["box-kettle.html"]
        #expect(page.quoted.isEmpty)
        expect(
            page,
            shows: "<a href=\"theme-comfort.html\">Comfort in a cup</a><span>6 quotes from 2 participants</span>",
            "<li id=\"group-makers\">"
        )
    }

    @Test("cut the matrix to the topmost themes, and say so")
    func matrix() {
        expect(
            site["matrix.html"],
            shows: "This one has the topmost; all are in <a href=\"matrix.csv\" download>matrix.csv</a>"
        )
        #expect(site["matrix.html"].section(named: "section", around: "by-participant") == nil)
    }

    @Test("are whole")
    func sound() {
        #expect(site.faults == [])
        #expect(site.addresses.flatMap { site[$0].hollows } == [])
    }
}

extension Page {
    /// The words of the quotes that it shows, in order.
    var quoted: [String] {
        var words: [String] = []
        for (position, token) in tokens.enumerated() where token.tag?.name == "blockquote" {
            guard token.tag?.kind == .start, case .text(let text) = tokens[position + 2] else { continue }
            words.append(text)
        }
        return words
    }
}
