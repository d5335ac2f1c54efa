import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The matrix")
struct MatrixTests {
    @Test("counts the quotes of each group on each theme, with those of its sub-themes")
    func counts() throws {
        let rows = try cells().map { "\($0.href): \($0.number)" }
        #expect(
            rows == [
                "theme-comfort.html#group-makers: 1", "theme-comfort.html#group-drinkers: 1", "theme-comfort.html: 2",
                "theme-company.html#group-makers: 1", "theme-company.html#group-drinkers: 0", "theme-company.html: 1",
                "theme-waiting.html#group-makers: 1", "theme-waiting.html#group-drinkers: 1", "theme-waiting.html: 2",
            ]
        )
    }

    @Test("leads from each number to just as many quotes, and from 0 to the sentence that says so")
    func cellsLeadToQuotes() throws {
        let site = try Site(TinyStudy.folder())
        for cell in try cells(of: site) {
            let parts = cell.href.split(separator: "#").map(String.init)
            let page = site[parts[0]]
            let target = parts.count == 1 ? page : page.section(named: "section", around: parts[1])
            let section = try #require(target, "\(cell.href)")
            #expect(section.ids.count { $0.hasPrefix("quote-") } == Int(cell.number), "\(cell.href)")
            let isSilent = section.content.contains("<p>No quote from tea drinkers supports this theme.</p>")
            #expect(isSilent == section.content.contains("<span>0 quotes, "), "\(cell.href)")
            if parts.count == 2 { #expect(isSilent == (cell.number == "0"), "\(cell.href)") }
        }
    }

    @Test("says in words what each number means")
    func labels() throws {
        expect(
            try Site(TinyStudy.folder())["matrix.html"],
            shows: "aria-label=\"Tea drinkers, Comfort in a cup: 1 quote\"",
            "aria-label=\"Tea drinkers, Tea is company: 0 quotes\"",
            "aria-label=\"Waiting for it: 2 quotes from 2 participants\""
        )
    }

    private func cells(of site: Site? = nil) throws -> [(href: String, number: String)] {
        let page = try (site ?? Site(TinyStudy.folder()))["matrix.html"]
        let tokens = try #require(page.section(named: "section", around: "by-group")).tokens
        var cells: [(href: String, number: String)] = []
        for (position, token) in tokens.enumerated() where token.tag?.name == "td" && token.tag?.kind == .start {
            let link = try #require(tokens[position + 1].tag?["href"])
            guard case .text(let number) = tokens[position + 2] else { continue }
            cells.append((link, number))
        }
        return cells
    }
}
