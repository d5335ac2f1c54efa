import StudyFiles
import TestSupport
import Testing

@testable import Report

/// The studies are invented; see TinyStudy.
@Suite("A report that is too large for one page")
struct DividedReportTests {
    @Test("is divided, and every link and id is whole in every part", arguments: Example.all)
    func sound(_ example: Example) throws {
        let site = try Site(example.folder, limits: PageLimits(reportBytes: 4_000))
        #expect(site.faults == [])
        let hollows = Self.parts(of: site).flatMap { address in site[address].hollows.map { "\(address): \($0)" } }
        #expect(hollows == [])
        #expect(Self.parts(of: site).count > 2)
    }

    @Test("has the same contents at the head of each part, and says which part it is")
    func contents() throws {
        let site = try Site(TinyStudy.folder(), limits: PageLimits(reportBytes: 4_000))
        let parts = Self.parts(of: site)
        let lists = parts.map { site[$0].section(named: "nav", around: "part-contents")?.text }
        #expect(Set(lists).count == 1)
        #expect(lists.first??.contains("1.1 Tea is company") == true)
        expect(site["report-2.html"], shows: "<h1 id=\"part-title\">Tea at work</h1><p>Part 2 of \(parts.count)</p>")
        expect(site["report-2.html"], shows: "<a href=\"report.html#part-")
        expect(site["report.html"], shows: "<a rel=\"next\" href=\"report-2.html\">")
    }

    @Test("leads from one part to a quote in another")
    func across() throws {
        let site = try Site(TinyStudy.folder(), limits: PageLimits(reportBytes: 4_000))
        let home = try #require(Self.parts(of: site).first { site[$0].ids.contains("quote-m1-1") })
        let others = Self.parts(of: site).filter { $0 != home && site[$0].content.contains("\(home)#quote-m1-1") }
        #expect(others.count > 1)
    }

    @Test("has every quote once, keeps to its size, and cuts even one theme with very many quotes")
    func large() throws {
        let count = 900
        let rows = (1...count).map {
            "q\($0),\($0.isMultiple(of: 2) ? "M1" : "D1"),comfort; company,Said \($0) times.\n"
        }
        let site = try Site(
            TinyStudy.folder([
                "quotes/all.csv": "id,participant,codes,text\n" + rows.joined(),
                "themes/comfort.md": "Prose.\n",
                "themes/company.md": "Prose.\n",
                "themes/waiting.md": "Prose.\n",
                "theory.md": nil,
                "logic-model.yml": nil,
            ]),
            limits: PageLimits(reportBytes: 100_000)
        )
        let parts = Self.parts(of: site)
        let quotes = parts.flatMap { site[$0].ids.filter { $0.hasPrefix("quote-") } }
        #expect(quotes.count == count && Set(quotes).count == count)
        let sizes = parts.map { site.pages[$0]?.utf8.count ?? 0 }
        #expect(sizes.allSatisfy { $0 <= 100_000 }, "\(sizes)")
        // A cautious estimate may not be a wasteful one.
        #expect(sizes.contains { $0 > 60_000 }, "\(sizes)")
        expect(
            site["report-3.html"],
            shows: "<h2>Findings (continued)</h2></div><div><h3><span>1</span> Comfort in a cup (continued)</h3>"
        )
        #expect(site.faults == [])
    }

    @Test("keeps themes of one depth at one level of heading, wherever a part begins")
    func levels() throws {
        let codebook = """
            themes:
              - id: comfort
                title: Comfort
                codes: [comfort code]
                themes:
                  - id: company
                    title: Company
                    themes: [{id: deep, title: Deep}]
                  - {id: calm, title: Calm}
              - {id: waiting, title: Waiting, codes: [Waiting for it]}

            """
        var seen: Set<[String]> = []
        for limit in [20_000, 60_000] {
            let site = try Site(TinyStudy.folder(["codebook.yml": codebook]), limits: PageLimits(reportBytes: limit))
            for part in Self.parts(of: site) {
                let themes = site[part].tags.filter { $0["id"]?.hasPrefix("theme-") == true && $0.name.hasPrefix("h") }
                seen.insert(themes.map { "\($0.name) \($0["id"]?.dropFirst("theme-".count) ?? "")" })
            }
            #expect(site.faults == [])
        }
        #expect(seen.contains(["h3 comfort", "h4 company", "h5 deep", "h4 calm", "h3 waiting"]))
        #expect(seen.contains { $0.starts(with: ["h3 deep", "h3 calm"]) }, "\(seen)")
    }

    private static func parts(of site: Site) -> [String] { site.addresses.filter { $0.hasPrefix("report") } }
}
