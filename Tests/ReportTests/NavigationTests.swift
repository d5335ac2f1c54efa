import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The navigation")
struct NavigationTests {
    private let folder = TinyStudy.folder(
        "study.yml",
        replacing: "title: Tea at work",
        with: """
            title: Tea at work
            navigation:
              - page:methods
              - title: Findings
                parts: [themes, logic-model]
              - quotes
            """
    )

    @Test("has menus of parts that stand together, and marks where the reader is")
    func menus() throws {
        expect(
            try Site(folder)["theme-comfort.html"],
            shows: "<li><a href=\"methods.html\">Methods</a></li>",
            "<li><details name=\"nav\"><summary aria-current=\"true\">Findings</summary>",
            "<li><a href=\"themes.html\" aria-current=\"true\">Themes</a></li>",
            "<li><a href=\"logic-model.html\">Logic model</a></li></ul></details></li>",
            "<li><a href=\"quotes.html\">Quotes</a></li>"
        )
        expect(try Site(folder)["quotes.html"], shows: "<summary>Findings</summary>", "aria-current=\"page\">Quotes")
    }

    @Test("stands on the home page as ways in, under the same titles")
    func ways() throws {
        expect(
            try Site(folder)["index.html"].section(named: "section", around: "ways-in"),
            shows: "<a href=\"methods.html\">Methods</a>",
            "<h3>Findings</h3><ul><li><a href=\"themes.html\">Themes</a>",
            "<a href=\"quotes.html\">Quotes</a>"
        )
    }
}
