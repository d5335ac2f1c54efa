import StudyFiles
import TestSupport
import Testing

@testable import Report

/// The study is invented: who has tea with what.
@Suite("Themes that occur together")
struct TogetherTests {
    /// Three people on milk and sugar, two of them on lemon; nobody on honey.
    private let together: Together

    init() throws {
        let rows = [
            "M1,milk; sugar", "M1,lemon", "D1,milk", "D1,sugar; lemon", "D2,milk", "D2,sugar", "D2,things",
        ]
        let folder = TinyStudy.folder([
            "codebook.yml": """
            themes:
              - id: things
                title: Things in tea
                themes:
                  - {id: milk, title: Milk}
                  - {id: sugar, title: Sugar}
              - {id: lemon, title: Lemon}
              - {id: honey, title: Honey}

            """,
            "quotes/all.csv": "participant,codes,text\n"
                + rows.enumerated().map { "\($1.replacing(",", with: ",\"")) \",Said \($0).\n" }.joined(),
            "themes/comfort.md": nil, "themes/company.md": nil, "themes/waiting.md": nil, "theory.md": nil,
            "logic-model.yml": nil,
        ])
        let study = try #require(StudyReader.read(folder).study)
        together = Together(EvidenceGraph(study))
    }

    @Test("are pairs of themes without sub-themes, the most shared first, each once")
    func pairs() {
        let pairs = [
            Together.Pair(first: 1, second: 2, people: 3, quotes: 1),
            Together.Pair(first: 2, second: 3, people: 2, quotes: 1),
            Together.Pair(first: 1, second: 3, people: 2, quotes: 0),
        ]
        #expect(together.pairs(atMost: 20) == pairs)
        #expect(together.pairs(atMost: 2) == Array(pairs.prefix(2)))
        #expect(together.pairs(atMost: 0) == [])
    }

    @Test("are told on a theme's page if they lie as deep as it, by who speaks on both")
    func with() {
        #expect(together.with(0) == [Together.Other(theme: 3, people: 2)])
        #expect(together.with(1) == [Together.Other(theme: 2, people: 3)])
        #expect(together.with(4) == [])
    }

    @Test("are the first of all if only a few are wanted, in the same order")
    func few() throws {
        // The number of people who speak on both goes up and down, with equals among them.
        let rows = (0..<12).flatMap { theme in
            ["M1", "D1", "D2"].prefix(1 + (theme * 5 + 1) % 3).map { "\($0),t\(theme),Said \(theme)." }
        }
        let themes = (0..<12).map { "  - {id: t\($0), title: Theme \($0)}\n" }.joined()
        let folder = TinyStudy.folder([
            "codebook.yml": "themes:\n\(themes)",
            "quotes/all.csv": "participant,codes,text\n" + rows.map { "\($0)\n" }.joined(),
            "themes/comfort.md": nil, "themes/company.md": nil, "themes/waiting.md": nil, "theory.md": nil,
            "logic-model.yml": nil,
        ])
        let study = try #require(StudyReader.read(folder).study)
        let together = Together(EvidenceGraph(study))
        for theme in study.themes.indices {
            let all = together.with(theme)
            #expect(all.map(\.people) == all.map(\.people).sorted(by: >))
            #expect(zip(all, all.dropFirst()).allSatisfy { $0.people > $1.people || $0.theme < $1.theme })
            for limit in 0...12 { #expect(together.with(theme, limit: limit) == Array(all.prefix(limit))) }
        }
        #expect(together.with(2).map(\.people).contains(3))
        #expect(together.with(2).map(\.people).contains(2))
    }
}
