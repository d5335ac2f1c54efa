import Diagnostics
import StudyFiles
import TestSupport
import Testing

/// One thing broken in a study that is otherwise in order, and exactly what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let folder: StudyFolder
    let findings: [String]

    var testDescription: String { name }

    /// A text replaced in one file.
    init(_ name: String, in path: String, _ old: String, _ new: String, _ findings: String...) {
        self.name = name
        folder = TinyStudy.folder(path, replacing: old, with: new)
        self.findings = findings
    }

    /// Whole files changed.
    init(_ name: String, _ changes: [String: String?], others: Set<String> = [], _ findings: String...) {
        self.name = name
        folder = TinyStudy.folder(changes, others: others)
        self.findings = findings
    }
}

@Suite("A mistake")
struct MistakeTests {
    @Test("is named where it was made, with the mend", arguments: [Mistake].inFiles)
    func files(_ mistake: Mistake) { expect(mistake) }

    @Test("in YAML is named where it was made, with the mend", arguments: [Mistake].inYAML)
    func yaml(_ mistake: Mistake) { expect(mistake) }

    @Test("in a table is named where it was made, with the mend", arguments: [Mistake].inTables)
    func tables(_ mistake: Mistake) { expect(mistake) }

    @Test("in a link is named where it was made, with the mend", arguments: [Mistake].inLinks)
    func links(_ mistake: Mistake) { expect(mistake) }

    @Test("of coverage is named where it was made, with the mend", arguments: [Mistake].ofCoverage)
    func coverage(_ mistake: Mistake) { expect(mistake) }

    private func expect(_ mistake: Mistake) {
        #expect(findings(mistake.folder) == mistake.findings)
        let hasError = mistake.findings.contains { !$0.contains(" warning ") }
        #expect((StudyReader.read(mistake.folder).study == nil) == hasError)
    }
}

extension [Mistake] {
    static let inFiles: [Mistake] = [
        Mistake("a missing study.yml", ["study.yml": nil], others: ["stduy.yml"], ""),
        Mistake("a missing codebook", ["codebook.yml": nil], ""),
        Mistake("no participants", ["participants.csv": nil], ""),
        Mistake("no quotes", ["quotes/all.csv": nil], ""),
        Mistake("an empty study.yml", ["study.yml": ""], ""),
        Mistake("a file that nothing reads", [:], others: ["quotes.csv", "notes.txt", "picture.png"], ""),
        Mistake("a text for no theme", ["themes/compny.md": "Prose.\n"], ""),
        Mistake("a guide for no group", ["guides/maker5.md": "## Warmth\n\n- Why?\n"], ""),
        Mistake("a page with a reserved name", ["pages/themes.md": "---\ntitle: Themes\n---\nText.\n"], ""),
        Mistake("a page without a title", ["pages/more.md": "Text.\n"], ""),
        Mistake("front matter that never ends", ["pages/methods.md": "---\ntitle: Methods\n\nText.\n"], ""),
        Mistake("references that are not JSON", in: "references.json", "\"book\",", "\"book\" ", ""),
        Mistake("references that stop in the middle", ["references.json": "[{\"id\": \"a\""], ""),
        Mistake("a reference without a title", in: "references.json", "\"title\": \"On brewing\",", "", ""),
    ]
    static let inYAML: [Mistake] = [
        Mistake("an unknown key", in: "study.yml", "collected:", "colected:", ""),
        Mistake("a duplicate key", in: "study.yml", "language: en-GB", "language: en-GB\ntitle: Again", ""),
        Mistake("a tab", in: "study.yml", "  - name: A. Author", "\t- name: A. Author", ""),
        Mistake("an unclosed quote", in: "study.yml", "title: Tea at work", "title: \"Tea at work", ""),
        Mistake("a colon in a text", in: "study.yml", "title: Tea at work", "title: Tea: at work", ""),
        Mistake("a missing title", in: "study.yml", "title: Tea at work\n", "", ""),
        Mistake("an empty title", in: "study.yml", "title: Tea at work\n", "title:\n", ""),
        Mistake("a list where text belongs", in: "study.yml", "title: Tea at work", "title: [Tea, work]", ""),
        Mistake("a month that does not exist", in: "study.yml", "2024-10", "2024-13", ""),
        Mistake("dates in the wrong order", in: "study.yml", "to: 2025-01", "to: 2023-01", ""),
        Mistake("a language that is none", in: "study.yml", "en-GB", "English (UK)", ""),
        Mistake("a group twice", in: "study.yml", "id: drinkers", "id: makers", ""),
        Mistake("an id with a space", in: "study.yml", "id: makers", "id: the makers", ""),
        Mistake(
            "navigation to nowhere",
            in: "study.yml",
            "language: en-GB",
            "navigation: [themes, matrx, page:method]",
            ""
        ),
        Mistake("a theme twice", in: "codebook.yml", "id: company", "id: waiting", ""),
        Mistake("a theme without a title", in: "codebook.yml", "    title: Waiting for it\n", "", ""),
        Mistake("a theme with an unknown construct", in: "codebook.yml", "[patience]", "[patients]", ""),
        Mistake(
            "a code that means two themes",
            in: "codebook.yml",
            "id: waiting",
            "id: waiting\n    codes: [comfort code]",
            ""
        ),
        Mistake(
            "themes that are parts of each other",
            [
                "codebook.yml":
                    "themes:\n  - {id: comfort, title: C, parent: company, codes: comfort code}\n  - {id: company, title: D, parent: comfort}\n  - {id: waiting, title: Waiting for it}\n"
            ],
            ""
        ),
        Mistake(
            "a parent that does not exist",
            in: "codebook.yml",
            "  - id: waiting",
            "  - parent: comfrt\n    id: waiting",
            ""
        ),
        Mistake(
            "an alias bomb",
            [
                "logic-model.yml":
                    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n",
                "theory.md": "Story.\n",
            ],
            ""
        ),
        Mistake("an alias as a key", ["logic-model.yml": "a: &a [x]\n? *a\n: 1\n", "theory.md": "Story.\n"], ""),
        Mistake(
            "endless nesting",
            ["logic-model.yml": String(repeating: "[", count: 100_000), "theory.md": "Story.\n"],
            ""
        ),
    ]
    static let inTables: [Mistake] = [
        Mistake("an unknown participant", in: "quotes/all.csv", "D1,comfort", "D11,comfort", ""),
        Mistake("an unknown code", in: "quotes/all.csv", "company; waiting", "company; wating", ""),
        Mistake("a quote without a code", in: "quotes/all.csv", "comfort code,", ",", ""),
        Mistake("a quote without words", in: "quotes/all.csv", "I wait for it.", "", ""),
        Mistake("exchanged columns", in: "quotes/all.csv", "id,participant,codes", "id,codes,participant", ""),
        Mistake("a missing column", in: "quotes/all.csv", ",text", ",txet", ""),
        Mistake("an unclosed quote", in: "quotes/all.csv", "together.\"", "together.", ""),
        Mistake("a row with a field too many", in: "quotes/all.csv", "I wait for it.", "I wait, for it.", ""),
        Mistake("one id for two quotes", in: "quotes/all.csv", "d1-1,D1", "m1-1,D1", ""),
        Mistake(
            "the same row twice",
            in: "quotes/all.csv",
            "d1-1,D1,comfort code,I wait for it.",
            "d1-1,D1,comfort code,I wait for it.\nd1-1,D1,comfort code,I wait for it.",
            ""
        ),
        Mistake(
            "a status that means nothing",
            in: "quotes/all.csv",
            "id,participant,codes,text\nm1-1",
            "id,participant,codes,text,status\n,D2,waiting,So.,witheld\nm1-1",
            ""
        ),
        Mistake("a participant twice", in: "participants.csv", "D2,", "D1,", ""),
        Mistake("a participant without a group", in: "participants.csv", "D1,drinkers", "D1,", ""),
        Mistake("a participant of an unknown group", in: "participants.csv", "D1,drinkers", "D1,drinker5", ""),
        Mistake(
            "participants and groups exchanged",
            in: "participants.csv",
            "participant,group",
            "group,participant",
            ""
        ),
        Mistake(
            "an attribute without its column",
            in: "study.yml",
            "language: en-GB",
            "attributes: [{column: age, label: Age}]",
            ""
        ),
    ]
    static let inLinks: [Mistake] = [
        Mistake("a link to an unknown theme", in: "themes/comfort.md", "theme:waiting", "theme:wating", ""),
        Mistake(
            "a link to a quote that was removed",
            in: "quotes/all.csv",
            "d1-1,D1,comfort code,I wait for it.\n",
            "",
            ""
        ),
        Mistake(
            "a link to a quote that is withheld",
            in: "quotes/all.csv",
            "id,participant,codes,text\nm1-1",
            "id,participant,codes,text,status\nd1-1,D1,comfort,I wait for it.,withhold\nm1-1",
            ""
        ),
        Mistake("an unknown scheme", in: "themes/comfort.md", "theme:waiting", "thme:waiting", ""),
        Mistake("a scheme without an id", in: "themes/comfort.md", "theme:waiting", "theme:", ""),
        Mistake(
            "a link that could do harm",
            in: "themes/comfort.md",
            "[](theme:waiting)",
            "[x](javascript:alert(1))",
            ""
        ),
        Mistake("a link to an unknown heading", in: "pages/methods.md", "#sampling", "#sampl", ""),
        Mistake(
            "a link to an unknown heading elsewhere",
            in: "themes/comfort.md",
            "theme:waiting",
            "page:methods#sampels",
            ""
        ),
        Mistake("a missing picture", in: "themes/comfort.md", "[](theme:waiting)", "![A cup](images/cup.png)", ""),
        Mistake("a path out of the study", in: "themes/comfort.md", "[](theme:waiting)", "![](../../secret.png)", ""),
        Mistake("an embed in a sentence", in: "themes/comfort.md", "[](theme:waiting)", "![](quote:m1-1) too", ""),
        Mistake("an embed of a page", in: "themes/waiting.md", "quote:d1-1", "page:methods", ""),
        Mistake("an unknown citation", in: "themes/company.md", "@brewer2020", "@brewer2021", ""),
        Mistake("a footnote without text", in: "themes/company.md", "matters", "matters[^1]", ""),
        Mistake("an arrow to nowhere", in: "logic-model.yml", "to: calm", "to: clam", ""),
        Mistake("a box in no column", in: "logic-model.yml", "column: outcomes", "column: outcome", ""),
        Mistake("support by an unknown theme", in: "logic-model.yml", "themes: [waiting]", "themes: [wait]", ""),
        Mistake("a proposition about an unknown box", in: "theory.md", "[calm]", "[clam]", ""),
        Mistake("a proposition against an unknown quote", in: "theory.md", "against: [d1-1]", "against: [d1-2]", ""),
        Mistake("a guide heading that is no construct", in: "guides/makers.md", "## Patience", "## Patients", ""),
        Mistake(
            "text among the questions",
            in: "guides/makers.md",
            "## Patience\n",
            "## Patience\n\nAsk slowly.\n",
            ""
        ),
    ]
    static let ofCoverage: [Mistake] = [
        Mistake("a theme without prose", ["themes/company.md": nil, "references.json": nil], ""),
        Mistake(
            "a theme without quotes",
            in: "codebook.yml",
            "  - id: waiting",
            "  - {id: empty, title: Empty}\n  - id: waiting",
            ""
        ),
        Mistake(
            "a group without participants",
            in: "study.yml",
            "framework:",
            "  - {id: cups, title: Cups, singular: cup}\nframework:",
            ""
        ),
        Mistake("a page that nobody reaches", in: "study.yml", "language: en-GB", "navigation: [themes]", ""),
        Mistake("a claim that rests on nothing", in: "theory.md", "    themes: [waiting]\n", "", ""),
        Mistake(
            "a box without arrows",
            in: "logic-model.yml",
            "arrows:",
            "  - {id: sugar, column: inputs, title: Sugar, themes: [comfort]}\narrows:",
            ""
        ),
        Mistake(
            "a key quote from another theme",
            in: "codebook.yml",
            "title: Tea is company",
            "title: Tea is company\n        quote: d1-1",
            ""
        ),
    ]
}
