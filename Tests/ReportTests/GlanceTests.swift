import TestSupport
import Testing

@testable import Report

/// The studies are invented; see TinyStudy.
@Suite("Evidence at a glance")
struct GlanceTests {
    @Test("draws who speaks and who does not, a mark for each person")
    func people() throws {
        let page = try #require(try Site(TinyStudy.folder()).pages["theme-comfort.html"])
        // One of two tea drinkers: their mark is a square.
        #expect(
            page.contains(
                #"<path class="person" d="M0.5 0.5h9v9h-9z"/>"#
                    + #"<path class="person person-silent" d="M0.5 0.5h9v9h-9z" transform="translate(15)"/></svg>"#
            )
        )
        #expect(page.contains(#"<span class="share-count">1 quote, 1 of 2 participants</span>"#))
    }

    @Test("draws bars for all groups where one has too many people, each as long as the part that speaks")
    func bars() throws {
        let site = try Site(TinyStudy.folder(), limits: PageLimits(people: 1))
        let page = try #require(site.pages["theme-comfort.html"])
        #expect(!page.contains(#"class="people""#))
        let makers = #"<rect class="share-fill" width="100" height="8"/>"#
        let drinkers = #"<rect class="share-fill" width="50" height="8"/>"#
        let first = try #require(page.firstRange(of: makers))
        #expect(page[first.upperBound...].contains(drinkers))
    }

    @Test("counts the quotes of each participant on each theme")
    func byParticipant() throws {
        let site = try Site(TinyStudy.folder())
        expect(
            site["matrix.html"].section(named: "section", around: "by-participant"),
            shows:
                "<th scope=\"colgroup\" colspan=\"1\"> Tea makers</th><th scope=\"colgroup\" colspan=\"2\"> Tea drinkers</th>",
            "<th scope=\"col\"><a href=\"participant-m1.html\">M1</a></th>",
            "<a href=\"theme-comfort.html\">Comfort in a cup</a></th><td>1</td><td>1</td><td><span>0</span></td>",
            "<a href=\"theme-company.html\">Tea is company</a></th><td>1</td><td><span>0</span></td><td><span>0</span></td>",
            "<a href=\"theme-waiting.html\">Waiting for it</a></th><td>1</td><td><span>0</span></td><td>1</td>"
        )
        #expect(
            site.files["participant-matrix.csv"] == """
                \u{FEFF}id,title,M1,D1,D2\r
                comfort,Comfort in a cup,1,1,0\r
                company,Tea is company,1,0,0\r
                waiting,Waiting for it,1,0,1\r

                """
        )
    }

    @Test("says which themes occur together, on the matrix and on their pages")
    func together() throws {
        let site = try Site(TinyStudy.folder())
        expect(
            site["matrix.html"].section(named: "section", around: "together"),
            shows: "<th scope=\"row\"><a href=\"theme-company.html\">Tea is company</a></th>"
                + "<td><a href=\"theme-waiting.html\">Waiting for it</a></td><td>1 participant</td><td>1 quote</td>"
        )
        // What one person shares is chance.
        #expect(site["theme-comfort.html"].section(named: "section", around: "together") == nil)
        let more = TinyStudy.folder("quotes/all.csv", replacing: "D2,Waiting", with: "D1,Waiting")
        expect(
            try Site(more)["theme-comfort.html"].section(named: "section", around: "together"),
            shows: "<a href=\"theme-waiting.html\">Waiting for it</a><span>2 participants</span>"
        )
    }

    @Test("says how evenly people are quoted")
    func evenly() throws {
        expect(
            try Site(TinyStudy.folder())["matrix.html"].section(named: "section", around: "evenly"),
            shows: "<p>Quoted: 3 of 3 participants. Most from one person: 1 of 3 quotes (33%). "
                + "Half of the quotes come from 2 participants.</p>",
            "Tea makers</h3><p>Quoted: 1 of 1 participant. "
        )
    }

    @Test(
        "counts a spread",
        arguments: [
            ([3, 1, 0], 2, 3, 1, 75), ([1, 1, 1, 1], 4, 1, 2, 25), ([], 0, 0, 0, 0), ([0, 0], 0, 0, 0, 0),
        ]
    )
    func spread(_ quotes: [Int], quoted: Int, most: Int, half: Int, percent: Int) {
        let spread = Spread(quotes)
        #expect(spread.quoted == quoted && spread.most == most && spread.peopleWithHalf == half)
        #expect(spread.percent(spread.most) == percent)
    }
}
