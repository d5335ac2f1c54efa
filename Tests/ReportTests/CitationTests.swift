import TestSupport
import Testing

/// The works and the people are invented.
@Suite("A citation")
struct CitationTests {
    @Test("names authors and year", arguments: Citation.all)
    func citation(_ citation: Citation) throws {
        let site = try citation.site()
        expect(site["methods.html"], shows: "<p>So \(citation.shown).</p>")
    }

    @Test("leads to an entry of the list", arguments: Citation.all)
    func entry(_ citation: Citation) throws {
        expect(try citation.site()["references.html"], shows: citation.entry)
    }

    @Test("tells works of one author and year apart by letters, in the order of their titles")
    func letters() throws {
        let site = try Site(
            TinyStudy.folder([
                "references.json": """
                [{"id": "brewer2020", "title": "On brewing", "author": [{"family": "Brewer", "given": "B."}],
                  "issued": {"date-parts": [[2020]]}},
                 {"id": "later", "title": "A kettle", "author": [{"family": "Brewer", "given": "B."}],
                  "issued": {"date-parts": [[2020, 5]]}},
                 {"id": "other", "title": "Cups", "author": [{"family": "Brewer", "given": "B."}],
                  "issued": {"date-parts": [[2021]]}}]
                """,
                "pages/methods.md": "---\ntitle: Methods\n---\nSo [@brewer2020; @later; @other].\n",
            ])
        )
        expect(
            site["methods.html"],
            shows: "<p>So (<a href=\"references.html#ref-brewer2020\">Brewer, 2020b</a>; "
                + "<a href=\"references.html#ref-later\">Brewer, 2020a</a>; "
                + "<a href=\"references.html#ref-other\">Brewer, 2021</a>).</p>"
        )
        #expect(
            site["references.html"].ids.filter { $0.hasPrefix("ref-") } == ["ref-later", "ref-brewer2020", "ref-other"]
        )
        expect(
            site["references.html"],
            shows: "(2020a). <cite>A kettle",
            "(2020b). <cite>On brewing",
            "(2021). <cite>Cups"
        )
    }

    @Test("is led back to from the list, each place once")
    func backReferences() throws {
        let folder = TinyStudy.folder(
            "pages/methods.md",
            replacing: "We asked",
            with: "[@brewer2020] and @brewer2020 asked"
        )
        expect(
            try Site(folder)["references.html"],
            shows:
                "<p>Mentioned in <a href=\"theme-company.html\">Tea is company</a>, <a href=\"methods.html\">Methods</a></p></li>"
        )
        let uncited = TinyStudy.folder("themes/company.md", replacing: " [@brewer2020]", with: "")
        expect(try Site(uncited)["references.html"], hides: "Mentioned in")
    }
}

/// A work, how it is cited and what that looks like.
struct Citation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The fields of CSL-JSON besides the id.
    let work: String
    let written: String
    let shown: String
    let entry: String

    init(_ name: String, _ work: String, _ written: String, _ shown: String, _ entry: String) {
        testDescription = name
        self.work = work
        self.written = written
        self.shown = shown
        self.entry = entry
    }

    func site() throws -> Site {
        try Site(
            TinyStudy.folder([
                "references.json": "[{\"id\": \"w\", \(work)}]",
                "themes/company.md": "Company matters.\n",
                "pages/methods.md": "---\ntitle: Methods\n---\nSo \(written).\n",
            ])
        )
    }

    private static func link(_ text: String) -> String { "<a href=\"references.html#ref-w\">\(text)</a>" }

    private static func authors(_ names: String...) -> String {
        "\"author\": [" + names.map { "{\"family\": \"\($0)\", \"given\": \"Ann Bo\"}" }.joined(separator: ",") + "]"
    }

    private static let year = "\"title\": \"Tea\", \"issued\": {\"date-parts\": [[2020, 3, 1]]}"

    static let all = [
        Citation(
            "one author",
            "\(authors("Brewer")), \(year)",
            "[@w]",
            "(\(link("Brewer, 2020")))",
            "<li id=\"ref-w\">Brewer, A. B. (2020). <cite>Tea</cite>. "
        ),
        Citation(
            "two authors",
            "\(authors("Brewer", "Cup")), \(year)",
            "[@w]",
            "(\(link("Brewer &amp; Cup, 2020")))",
            "Brewer, A. B., &amp; Cup, A. B. (2020). <cite>Tea</cite>. "
        ),
        Citation(
            "three authors",
            "\(authors("Brewer", "Cup", "Pot")), \(year)",
            "[@w]",
            "(\(link("Brewer et al., 2020")))",
            "Brewer, A. B., Cup, A. B., &amp; Pot, A. B. (2020). <cite>Tea</cite>. "
        ),
        Citation(
            "an institution",
            "\"author\": [{\"literal\": \"Office of Tea\"}], \(year)",
            "[@w]",
            "(\(link("Office of Tea, 2020")))",
            "Office of Tea. (2020). "
        ),
        Citation(
            "a hyphen and a particle",
            "\"author\": [{\"family\": \"Teh\", \"non-dropping-particle\": \"van\", \"given\": \"Anne-Lise\"}], \(year)",
            "[@w]",
            "(\(link("van Teh, 2020")))",
            "van Teh, A.-L. (2020). "
        ),
        Citation(
            "no date",
            "\(authors("Brewer")), \"title\": \"Tea\"",
            "[@w]",
            "(\(link("Brewer, n.d.")))",
            "Brewer, A. B. (n.d.). <cite>Tea</cite>. "
        ),
        Citation("no author", year, "[@w]", "(\(link("Tea, 2020")))", "(2020)"),
        Citation(
            "a narrative",
            "\(authors("Brewer")), \(year)",
            "says @w",
            "says \(link("Brewer (2020)"))",
            "Brewer, A. B. (2020)"
        ),
        Citation(
            "the year alone",
            "\(authors("Brewer")), \(year)",
            "[-@w]",
            "(\(link("2020")))",
            "Brewer, A. B. (2020)"
        ),
        Citation(
            "words around it",
            "\(authors("Brewer")), \(year)",
            "[see @w, p. 3]",
            "(see \(link("Brewer, 2020")), p. 3)",
            "Brewer, A. B. (2020)"
        ),
        Citation(
            "an article with a DOI",
            "\(authors("Brewer")), \(year), \"container-title\": \"Leaves\", \"volume\": 4, \"issue\": \"2\", "
                + "\"page\": \"10–12\", \"DOI\": \"10.1234/tea\", \"URL\": \"https://example.org/\"",
            "[@w]",
            "(\(link("Brewer, 2020")))",
            "Brewer, A. B. (2020). Tea. <cite>Leaves</cite>, 4(2), 10–12. "
                + "<a rel=\"noopener noreferrer\" href=\"https://doi.org/10.1234/tea\">https://doi.org/10.1234/tea</a>"
        ),
        Citation(
            "an address and when it was seen",
            "\(authors("Brewer")), \(year), \"publisher\": \"Pot Press\", \"publisher-place\": \"Leith\", "
                + "\"URL\": \"https://example.org/?a=1&b=2\", \"accessed\": {\"date-parts\": [[2021, 2, 3]]}",
            "[@w]",
            "(\(link("Brewer, 2020")))",
            "<cite>Tea</cite>. Leith: Pot Press. <a rel=\"noopener noreferrer\" href=\"https://example.org/?a=1&amp;b=2\">"
                + "https://example.org/?a=1&amp;b=2</a> (accessed 3 February 2021)"
        ),
    ]
}
