import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("Making a site")
struct RenderingTests {
    @Test("gives the same bytes each time")
    func determinism() throws {
        let first = try Site(TinyStudy.folder())
        let second = try Site(TinyStudy.folder())
        #expect(first.addresses == second.addresses)
        #expect(first.pages == second.pages)
        #expect(first.files == second.files)
    }

    @Test("gives the same bytes when all pages are made at once, twice each")
    func concurrency() async throws {
        let site = try Site(TinyStudy.folder())
        let report = try #require(Plan(TinyStudy.folder()).report)
        let pages = await withTaskGroup(of: (String, String).self) { group in
            for page in report.pages + report.pages {
                group.addTask { (page.address, page.text) }
            }
            var pages: [String: Set<String>] = [:]
            for await (address, text) in group { pages[address, default: []].insert(text) }
            return pages
        }
        let all = site.pages.merging(site.files, uniquingKeysWith: { page, _ in page })
        #expect(pages == all.mapValues { [$0] })
    }

    @Test("uses a study's own template in place of the built-in one")
    func ownTemplate() throws {
        let folder = TinyStudy.folder()
        let own = try Site(folder, templates: ["quote": "<p>{{quote.participant.name}} in {{site.title}}</p>\n"])
        #expect(own.pages["quote-m1-1.html"] == "<p>M1 in Tea at work</p>\n")
        #expect(own.pages["theme-comfort.html"] == (try Site(folder)).pages["theme-comfort.html"])
    }

    @Test("uses a study's own partial wherever it is included")
    func ownPartial() throws {
        let site = try Site(TinyStudy.folder(), templates: ["embed-quote": "<p>{{quote.attribution}} spoke.</p>\n"])
        expect(site["theme-waiting.html"], shows: "<p>Waiting is part of it.</p><p>D1, tea drinker spoke.</p>")
    }

    @Test("names each wrong name in a template where it stands")
    func unknownNames() {
        let plan = Plan(
            TinyStudy.folder(),
            templates: ["quote": "<p>\n  {{heding}} {{words.skip-to-contents}}\n</p>\n{{> partials/qote}}\n"]
        )
        #expect(plan.report == nil)
        #expect(
            plan.findings() == [
                "templates/quote.mustache:2:5 template-unknown-name: there is no name ‘heding’ here "
                    + "(did you mean ‘heading’?)",
                "templates/quote.mustache:2:22 template-unknown-word: there is no interface word ‘skip-to-contents’ "
                    + "(did you mean ‘skip-to-content’?)",
                "templates/quote.mustache:4:5 template-unknown-partial: there is no template ‘partials/qote’ "
                    + "(did you mean ‘partials/quote’?)",
            ]
        )
    }
}
