import Fingerprints
import StudyFiles
import TestSupport
import Testing

@testable import Report

/// A page that shows what it showed is not made again. So of two states of a study, a page with one fingerprint has to have
/// one content.
@Suite("The fingerprint of a page")
struct FingerprintTests {
    @Test("stands for its bytes, whatever is edited, also where everything is divided", arguments: [1, 2, 3])
    func property(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        var study = EditedStudy(&chance)
        let limits = PageLimits(quotes: 12, reportBytes: 9_000)
        // What was made of each page under each fingerprint, in any state so far.
        var made: [String: String] = [:]
        var kept: [String: Int] = [:]
        for step in 0..<40 {
            let edit = step == 0 ? "nothing" : study.edit(&chance)
            guard let report = Plan(study.folder, limits: limits).report else {
                throw NoSite(findings: Plan(study.folder, limits: limits).findings())
            }
            for page in report.pages {
                guard let fingerprint = page.prepare().fingerprint() else { continue }
                let text = page.text
                let former = made.updateValue(text, forKey: "\(page.address) \(fingerprint.text)")
                #expect(former == nil || former == text, "\(page.address), after \(edit), step \(step)")
                if former == text, step > 0 { kept[page.address.split(separator: "-")[0].description, default: 0] += 1 }
            }
        }
        // It would be no use if hardly any page were ever kept.
        for kind in ["theme", "quote", "report", "participant"] {
            #expect(kept[kind, default: 0] > 100, "\(kind): \(kept[kind] ?? 0)")
        }
    }
}

extension FingerprintTests {
    @Test("of a text that shows the logic model changes with all that is drawn", arguments: ["warms", "cools"])
    func drawing(label: String) throws {
        func page(_ label: String) throws -> (fingerprint: Fingerprint?, text: String) {
            var chance = SeededGenerator(seed: 1)
            var study = EditedStudy(&chance)
            study.showModel(arrow: label)
            let pages = try #require(Plan(study.folder, limits: .standard).report).pages
            let page = try #require(pages.first { $0.address == "theme-t0.html" })
            return (page.prepare().fingerprint(), page.text)
        }
        let (one, other) = (try page(label), try page("feeds"))
        #expect(one.text != other.text)
        #expect(one.fingerprint != other.fingerprint)
        #expect(try page(label).fingerprint == one.fingerprint)
    }
}

/// An invented study of some hundred quotes that is edited at random. Nobody said any of this.
private struct EditedStudy {
    private struct Quote {
        let id: String
        let participant: Int
        var themes: [Int]
        var words: String
        var context: String
    }

    private static let themeCount = 12
    private var quotes: [Quote] = []
    private var titles = (0..<themeCount).map { "Theme number \($0)" }
    private var prose = (0..<themeCount).map { "What was said on \($0)." }
    private var groupTitles = ["Bakers", "Guests", "Neighbours"]
    private var claims = ["Bread helps.", "Time matters."]
    private var claimQuotes: [[Int]] = [[0, 1], [2]]
    /// The topmost themes in the order of the codebook, each with the construct that it is aligned with.
    private var tops = Array(stride(from: 0, to: themeCount, by: 3))
    private var constructs = Array(repeating: 0, count: themeCount)
    private var summaries = Array(repeating: "", count: themeCount)
    private var roles = Array(repeating: "host", count: 9)
    private var subtitle = "A study"
    private var arrow = "warms"
    private var box = "An oven"
    private var nextID = 0

    init(_ chance: inout SeededGenerator) {
        for _ in 0..<90 { addQuote(&chance) }
    }

    /// Lets the text of the first theme show the logic model.
    mutating func showModel(arrow label: String) {
        prose[0] = "![](logic:)"
        arrow = label
    }

    /// One edit, and what it was.
    mutating func edit(_ chance: inout SeededGenerator) -> String {
        let quote = Int.random(in: quotes.indices, using: &chance)
        let theme = Int.random(in: titles.indices, using: &chance)
        let other = Int.random(in: titles.indices, using: &chance)
        let number = Int.random(in: 0..<1_000, using: &chance)
        switch Int.random(in: 0..<20, using: &chance) {
        case 0, 1: quotes[quote].themes = [theme]
        case 2: quotes[quote].themes = Array(Set([theme, other])).sorted()
        case 3: quotes[quote].words += " And \(number) <times>."
        case 4: quotes[quote].context = "In room \(number)."
        case 5: addQuote(&chance)
        case 6 where quotes.count > 40 && !claimQuotes.joined().contains(quote) && quote == quotes.count - 1:
            quotes.removeLast()
        case 6: quotes.swapAt(quote, Int.random(in: quotes.indices, using: &chance))
        case 7: titles[theme] = "Theme renamed \(number)"
        case 8: prose[theme] = "Text \(number), see [](quote:\(quotes[quote].id)) and [](theme:t\(other))."
        case 9: prose[theme] = "Text \(number).\n\n![](quote:\(quotes[quote].id))\n\n## A heading \(number)\n\nMore."
        case 10: prose[theme] = "![](proposition:p\(number % 2))\n\n![](theme:t\(other))\n\n![](logic:)"
        case 11: claimQuotes[number % 2] = [quote]
        case 12: claims[number % 2] = "Claim \(number)."
        case 13: tops.swapAt(theme / 3, other / 3)
        case 14: constructs[theme / 3 * 3] = number % 2
        case 15: summaries[theme] = "In short, \(number)."
        case 16: roles[number % 9] = "role \(number)"
        case 17: if number % 3 == 0 { subtitle = "Study \(number)" } else { arrow = "arrow \(number)" }
        case 18: box = "Box \(number)"
        default: groupTitles[number % 3] = "Group \(number)"
        }
        return "\(quote) \(theme) \(other) \(number)"
    }

    private mutating func addQuote(_ chance: inout SeededGenerator) {
        let theme = Int.random(in: titles.indices, using: &chance)
        let words = (0..<Int.random(in: 3..<30, using: &chance)).map { "word\($0 % 7)" }.joined(separator: " ")
        let participant = Int.random(in: 0..<9, using: &chance)
        let id = "q\(nextID)"
        quotes.append(Quote(id: id, participant: participant, themes: [theme], words: words + ".", context: ""))
        nextID += 1
    }

    var folder: StudyFolder {
        let groups = groupTitles.enumerated().map { "  - {id: g\($0), title: \($1), singular: member \($0)}\n" }
        let themes = tops.map { top in
            "  - id: t\(top)\n    title: \(titles[top])\n"
                + "    constructs: [k\(constructs[top])]\n    themes:\n"
                + (top + 1..<top + 3).map {
                    "      - {id: t\($0), title: \(titles[$0]), short-title: T \(titles[$0].suffix(2))}\n"
                }
                .joined()
        }
        let participants = (0..<9).map { "P\($0),g\($0 % 3),\(roles[$0])\n" }
        let rows = quotes.map { quote in
            let codes = quote.themes.map { "t\($0)" }.joined(separator: "; ")
            return "\(quote.id),P\(quote.participant),\(codes),\"\(quote.words)\",\(quote.context)\n"
        }
        let propositions = claims.indices.map { claim in
            "  - id: p\(claim)\n    claim: \(claims[claim])\n    quotes: [\(ids(claimQuotes[claim]))]\n    themes: [t\(claim)]\n"
        }
        var files = [
            "study.yml": "title: Bread\nsubtitle: \(subtitle)\nlanguage: en\nauthors: [{name: A. Author}]\n"
                + "attributes: [{column: role, label: Role}]\nnavigation: [themes, 'theme:t3', quotes, report]\n"
                + "framework:\n  name: Baking\n  constructs:\n    - {id: k0, title: Dough}\n"
                + "    - {id: k1, title: Heat}\ngroups:\n" + groups.joined(),
            "codebook.yml": "themes:\n" + themes.joined(),
            "participants.csv": "participant,group,role\n" + participants.joined(),
            "quotes/all.csv": "id,participant,codes,text,context\n" + rows.joined(),
            "theory.md": "---\nstatement: Bread works.\npropositions:\n" + propositions.joined() + "---\nThe story.\n",
            "logic-model.yml": """
            columns: [{id: in, title: In}, {id: out, title: Out}]
            boxes:
              - {id: oven, column: in, title: \(box), themes: [t0]}
              - {id: calm, column: out, title: Calm, quotes: [\(ids(claimQuotes[0]))]}
            arrows: [{from: oven, to: calm, label: '\(arrow)'}]

            """,
        ]
        for (theme, text) in prose.enumerated() {
            files["themes/t\(theme).md"] = "---\nsummary: In brief. \(summaries[theme])\n---\n\(text)\n"
        }
        return StudyFolder(files)
    }

    private func ids(_ positions: [Int]) -> String { positions.map { quotes[$0].id }.joined(separator: ", ") }
}
