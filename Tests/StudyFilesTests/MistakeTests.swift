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

    /// A folder.
    init(_ name: String, folder: StudyFolder, findings: [String]) {
        self.name = name
        self.folder = folder
        self.findings = findings
    }

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
        Mistake(
            "a missing study.yml",
            ["study.yml": nil],
            others: ["stduy.yml"],
            "stduy.yml warning unexpected-file: nothing reads this file (did you mean ‘study.yml’?)",
            "study.yml missing-file: this file is missing (rename ‘stduy.yml’ to ‘study.yml’)"
        ),
        Mistake(
            "a missing codebook",
            ["codebook.yml": nil],
            "codebook.yml missing-file: this file is missing (see the list of content files in the README)"
        ),
        Mistake(
            "no participants",
            ["participants.csv": nil],
            "participants.csv missing-file: this file is missing (see the list of content files in the README)"
        ),
        Mistake(
            "no quotes",
            ["quotes/all.csv": nil],
            "quotes missing-file: there are no quotes (put at least one CSV file with the columns participant, codes and text into this folder)"
        ),
        Mistake(
            "an empty study.yml",
            ["study.yml": ""],
            "study.yml:1:1 missing-field: this file is empty"
        ),
        Mistake(
            "a file that nothing reads",
            [:],
            others: ["quotes.csv", "notes.txt", "picture.png"],
            "notes.txt warning unexpected-file: nothing reads this file (see the list of content files in the README)",
            "quotes.csv warning unexpected-file: nothing reads this file (see the list of content files in the README)"
        ),
        Mistake(
            "a text for no theme",
            ["themes/compny.md": "Prose.\n"],
            "themes/compny.md:1:1 unknown-theme: there is no theme ‘compny’ that this text could belong to (did you mean ‘company’?)"
        ),
        Mistake(
            "a guide for no group",
            ["guides/maker5.md": "## Warmth\n\n- Why?\n"],
            "guides/maker5.md:1:1 guide-without-group: there is no group ‘maker5’ that this guide could belong to (name the file after a group; did you mean ‘makers’?)"
        ),
        Mistake(
            "a page with a reserved name",
            ["pages/themes.md": "---\ntitle: Themes\n---\nText.\n"],
            "pages/themes.md:1:1 reserved-id: the site makes a page ‘themes’ itself (rename the file)"
        ),
        Mistake(
            "a page without a title",
            ["pages/more.md": "Text.\n"],
            "pages/more.md:1:1 missing-field: this page has no title (begin the file with three lines: ---, title: …, ---)"
        ),
        Mistake(
            "front matter that never ends",
            ["pages/methods.md": "---\ntitle: Methods\n\nText.\n"],
            "pages/methods.md:1:1 front-matter-unclosed: the front matter is never closed (write a line of --- after it)"
        ),
        Mistake(
            "references that are not JSON",
            in: "references.json",
            "\"book\",",
            "\"book\" ",
            "references.json:2:40 json-syntax: this is not JSON from here on (export the references again, as CSL-JSON)"
        ),
        Mistake(
            "references that stop in the middle",
            ["references.json": "[{\"id\": \"a\""],
            "references.json:1:12 json-syntax: this is not JSON from here on (export the references again, as CSL-JSON)"
        ),
        Mistake(
            "a reference without a title",
            in: "references.json",
            "\"title\": \"On brewing\",",
            "",
            "references.json:2:10 bad-reference: the reference ‘brewer2020’ has no title"
        ),
    ]
    static let inYAML: [Mistake] = [
        Mistake(
            "an unknown key",
            in: "study.yml",
            "collected:",
            "colected:",
            "study.yml:5:1 unknown-key: study.yml has no key ‘colected’ (did you mean ‘collected’?)"
        ),
        Mistake(
            "a duplicate key",
            in: "study.yml",
            "language: en-GB",
            "language: en-GB\ntitle: Again",
            "study.yml:3:1 yaml-duplicate-key: the key ‘title’ is given twice (keep one of them; the first is on line 1)"
        ),
        Mistake(
            "a tab",
            in: "study.yml",
            "  - name: A. Author",
            "\t- name: A. Author",
            "study.yml:4:1 yaml-tab: a tab cannot indent YAML (use spaces instead of the tab)"
        ),
        Mistake(
            "an unclosed quote",
            in: "study.yml",
            "title: Tea at work",
            "title: \"Tea at work",
            "study.yml:1:8 yaml-syntax: a quote is opened and never closed (close the quote, and double a quote that belongs to the text)"
        ),
        Mistake(
            "a colon in a text",
            in: "study.yml",
            "title: Tea at work",
            "title: Tea: at work",
            "study.yml:1:11 yaml-syntax: a colon cannot stand here (put a text that holds a colon between quotes, and check the indentation of this line)"
        ),
        Mistake(
            "a missing title",
            in: "study.yml",
            "title: Tea at work\n",
            "",
            "study.yml:1:1 missing-field: study.yml needs ‘title’"
        ),
        Mistake(
            "an empty title",
            in: "study.yml",
            "title: Tea at work\n",
            "title:\n",
            "study.yml:1:1 missing-field: ‘title’ of study.yml is empty"
        ),
        Mistake(
            "a list where text belongs",
            in: "study.yml",
            "title: Tea at work",
            "title: [Tea, work]",
            "study.yml:1:8 yaml-wrong-kind: ‘title’ must be text, but this is a list"
        ),
        Mistake(
            "a month that does not exist",
            in: "study.yml",
            "2024-10",
            "2024-13",
            "study.yml:5:19 bad-date: ‘2024-13’ is not a date (write a year, a month or a day: 2025, 2025-01 or 2025-01-31)"
        ),
        Mistake(
            "dates in the wrong order",
            in: "study.yml",
            "to: 2025-01",
            "to: 2023-01",
            "study.yml:5:32 bad-date: ‘to’ is before ‘from’ (exchange the two dates)"
        ),
        Mistake(
            "a language that is none",
            in: "study.yml",
            "en-GB",
            "English (UK)",
            "study.yml:2:11 bad-value: ‘English (UK)’ is not a language tag (write a tag such as en, en-GB, de or ar)"
        ),
        Mistake(
            "a group twice",
            in: "study.yml",
            "id: drinkers",
            "id: makers",
            "study.yml:10:9 duplicate-id: the group id ‘makers’ is used twice (give one of them another id)"
        ),
        Mistake(
            "an id with a space",
            in: "study.yml",
            "id: makers",
            "id: the makers",
            "study.yml:7:9 bad-id: ‘the makers’ cannot be the id of a group (use letters, digits, ‘-’, ‘_’ and ‘.’, and start with a letter or a digit)"
        ),
        Mistake(
            "navigation to nowhere",
            in: "study.yml",
            "language: en-GB",
            "navigation: [themes, matrx, page:method]",

            "study.yml:2:22 bad-value: ‘matrx’ is not a part of the site (did you mean ‘matrix’?)",
            "study.yml:2:29 unknown-page: there is no page ‘method’ (did you mean ‘methods’?)"
        ),
        Mistake(
            "a menu without parts, and one with a part that is none",
            in: "study.yml",
            "language: en-GB",
            "navigation: [{title: More}, {title: All, parts: [theme:wating]}, {parts: [themes], titel: X}]",

            "study.yml:2:14 missing-field: a menu needs ‘parts’",
            "study.yml:2:50 unknown-theme: there is no theme ‘wating’ (did you mean ‘waiting’?)",
            "study.yml:2:66 missing-field: a menu needs ‘title’",
            "study.yml:2:84 unknown-key: a menu has no key ‘titel’ (did you mean ‘title’?)"
        ),
        Mistake(
            "a theme twice",
            in: "codebook.yml",
            "id: company",
            "id: waiting",
            "codebook.yml:9:9 duplicate-id: the theme id ‘waiting’ is used twice (give one of them another id)"
        ),
        Mistake(
            "a theme without a title",
            in: "codebook.yml",
            "    title: Waiting for it\n",
            "",
            "codebook.yml:9:5 missing-field: a theme needs ‘title’"
        ),
        Mistake(
            "a theme with an unknown construct",
            in: "codebook.yml",
            "[patience]",
            "[patients]",
            "codebook.yml:11:18 unknown-construct: there is no construct ‘patients’ (did you mean ‘patience’?)"
        ),
        Mistake(
            "a code that means two themes",
            in: "codebook.yml",
            "id: waiting",
            "id: waiting\n    codes: [comfort code]",

            "codebook.yml:10:13 code-taken: the code ‘comfort code’ means the theme ‘comfort’ already (let it mean one of the two themes only)"
        ),
        Mistake(
            "themes that are parts of each other",
            [
                "codebook.yml":
                    "themes:\n  - {id: comfort, title: C, parent: company, codes: comfort code}\n  - {id: company, title: D, parent: comfort}\n  - {id: waiting, title: Waiting for it}\n"
            ],

            "codebook.yml:2:37 theme-cycle: the theme ‘comfort’ is a part of itself: ‘comfort’ is under ‘company’ is under ‘comfort’ (take one of these parents away)"
        ),
        Mistake(
            "a parent that does not exist",
            in: "codebook.yml",
            "  - id: waiting",
            "  - parent: comfrt\n    id: waiting",

            "codebook.yml:9:13 unknown-theme: there is no theme ‘comfrt’ (did you mean ‘comfort’?)"
        ),
        Mistake(
            "an alias bomb",
            [
                "logic-model.yml":
                    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n",
                "theory.md": "Story.\n",
            ],

            "logic-model.yml:1:1 yaml-alias: the aliases of this file unfold into more than 200000 values (write the values out instead of repeating them by aliases)"
        ),
        Mistake(
            "an alias as a key",
            ["logic-model.yml": "a: &a [x]\n? *a\n: 1\n", "theory.md": "Story.\n"],
            "logic-model.yml:2:1 yaml-alias: an alias cannot be a key here (write the key out)"
        ),
        Mistake(
            "endless nesting",
            ["logic-model.yml": String(repeating: "[", count: 100_000), "theory.md": "Story.\n"],

            "logic-model.yml:1:101 yaml-alias: brackets are nested more than 100 deep here (use indentation and fewer levels)"
        ),
    ]
    static let inTables: [Mistake] = [
        Mistake(
            "an unknown participant",
            in: "quotes/all.csv",
            "D1,comfort",
            "D11,comfort",
            "quotes/all.csv:3:6 unknown-participant: there is no participant ‘D11’ (did you mean ‘D1’?)"
        ),
        Mistake(
            "an unknown code",
            in: "quotes/all.csv",
            "company; waiting",
            "company; wating",
            "quotes/all.csv:2:18 unknown-code: no theme of the codebook has the code ‘wating’ (did you mean ‘waiting’?)"
        ),
        Mistake(
            "a quote without a code",
            in: "quotes/all.csv",
            "comfort code,",
            ",",
            "quotes/all.csv:3:1 quote-without-theme: this quote supports no theme (write a code into the column ‘codes’, or ‘withhold’ into a column ‘status’)"
        ),
        Mistake(
            "a quote without words",
            in: "quotes/all.csv",
            "I wait for it.",
            "",
            "quotes/all.csv:3:1 missing-cell: this row has no text"
        ),
        Mistake(
            "exchanged columns",
            in: "quotes/all.csv",
            "id,participant,codes",
            "id,codes,participant",
            "quotes/all.csv:1:10 swapped-columns: the column ‘participant’ holds none, but the column ‘codes’ does (exchange the headers ‘participant’ and ‘codes’)"
        ),
        Mistake(
            "a missing column",
            in: "quotes/all.csv",
            ",text",
            ",txet",
            "quotes/all.csv:1:22 missing-column: there is no column ‘text’ (rename the column ‘txet’ to ‘text’)"
        ),
        Mistake(
            "an unclosed quote",
            in: "quotes/all.csv",
            "together.\"",
            "together.",
            "quotes/all.csv:2:26 csv-unclosed-quote: the quotation mark that opens a field on line 2 is never closed (put a quotation mark at the end of the field; one that belongs to its text is written twice)"
        ),
        Mistake(
            "a row with a field too many",
            in: "quotes/all.csv",
            "I wait for it.",
            "I wait, for it.",
            "quotes/all.csv:3:29 csv-ragged-row: this row has 5 fields where the header has 4 (put a field between quotation marks if its text holds a comma)"
        ),
        Mistake(
            "one id for two quotes",
            in: "quotes/all.csv",
            "d1-1,D1",
            "m1-1,D1",
            "quotes/all.csv:3:1 conflicting-quote: the quote id ‘m1-1’ stands for two different quotes (give one of them another id, or none)"
        ),
        Mistake(
            "the same row twice",
            in: "quotes/all.csv",
            "d1-1,D1,comfort code,I wait for it.",
            "d1-1,D1,comfort code,I wait for it.\nd1-1,D1,comfort code,I wait for it.",

            "quotes/all.csv:4:1 duplicate-id: the quote ‘d1-1’ is here twice (take one of the two rows away)"
        ),
        Mistake(
            "a status that means nothing",
            in: "quotes/all.csv",
            "id,participant,codes,text\nm1-1",
            "id,participant,codes,text,status\n,D2,waiting,So.,witheld\nm1-1",

            "quotes/all.csv:2:17 bad-status: ‘witheld’ is not a status (did you mean ‘withhold’?)"
        ),
        Mistake(
            "a participant twice",
            in: "participants.csv",
            "D2,",
            "D1,",
            "participants.csv:4:1 duplicate-id: the participant id ‘D1’ is used twice (give one of them another id)"
        ),
        Mistake(
            "a participant without a group",
            in: "participants.csv",
            "D1,drinkers",
            "D1,",
            "participants.csv:3:1 participant-without-group: the participant ‘D1’ belongs to no group (write one of the groups: makers, drinkers)"
        ),
        Mistake(
            "a participant of an unknown group",
            in: "participants.csv",
            "D1,drinkers",
            "D1,drinker5",
            "participants.csv:3:4 unknown-group: there is no group ‘drinker5’ (did you mean ‘drinkers’?)"
        ),
        Mistake(
            "participants and groups exchanged",
            in: "participants.csv",
            "participant,group",
            "group,participant",

            "participants.csv:1:7 swapped-columns: the column ‘participant’ holds groups and the column ‘group’ does not (exchange the two headers)"
        ),
        Mistake(
            "an attribute without its column",
            in: "study.yml",
            "language: en-GB",
            "attributes: [{column: age, label: Age}]",

            "participants.csv:1:1 missing-column: there is no column ‘age’, which study.yml names as an attribute"
        ),
    ]
    static let inLinks: [Mistake] = [
        Mistake(
            "a link to an unknown theme",
            in: "themes/comfort.md",
            "theme:waiting",
            "theme:wating",
            "themes/comfort.md:4:36 unknown-theme: there is no theme ‘wating’ (did you mean ‘waiting’?)"
        ),
        Mistake(
            "a link to a quote that was removed",
            in: "quotes/all.csv",
            "d1-1,D1,comfort code,I wait for it.\n",
            "",

            "themes/waiting.md:3:5 unknown-quote: there is no quote ‘d1-1’ (did you mean ‘m1-1’?)",
            "theory.md:7:15 unknown-quote: there is no quote ‘d1-1’ (did you mean ‘m1-1’?)"
        ),
        Mistake(
            "a link to a quote that is withheld",
            in: "quotes/all.csv",
            "id,participant,codes,text\nm1-1",
            "id,participant,codes,text,status\nd1-1,D1,comfort,I wait for it.,withhold\nm1-1",

            "themes/waiting.md:3:5 withheld-quote: the quote ‘d1-1’ is withheld from publication (name another quote, or take the mention away)",
            "theory.md:7:15 withheld-quote: the quote ‘d1-1’ is withheld from publication (name another quote, or take the mention away)"
        ),
        Mistake(
            "an unknown scheme",
            in: "themes/comfort.md",
            "theme:waiting",
            "thme:waiting",
            "themes/comfort.md:4:36 unknown-scheme: a link cannot begin with ‘thme:’ here (did you mean ‘theme’?)"
        ),
        Mistake(
            "a scheme without an id",
            in: "themes/comfort.md",
            "theme:waiting",
            "theme:",
            "themes/comfort.md:4:36 bad-value: ‘theme:’ does not name anything (write ‘theme:’ with an id after it, or without one, as the reference of links says)"
        ),
        Mistake(
            "a link that could do harm",
            in: "themes/comfort.md",
            "[](theme:waiting)",
            "[x](javascript:alert(1))",

            "themes/comfort.md:4:37 unsafe-link: a link cannot begin with ‘javascript:’"
        ),
        Mistake(
            "a link to an unknown heading",
            in: "pages/methods.md",
            "#sampling",
            "#sampl",
            "pages/methods.md:6:23 unknown-anchor: this text has no heading ‘sampl’"
        ),
        Mistake(
            "a link to an unknown heading elsewhere",
            in: "themes/comfort.md",
            "theme:waiting",
            "page:methods#sampels",

            "themes/comfort.md:4:36 unknown-anchor: the page ‘methods’ has no heading ‘sampels’"
        ),
        Mistake(
            "a missing picture",
            in: "themes/comfort.md",
            "[](theme:waiting)",
            "![A cup](images/cup.png)",
            "themes/comfort.md:4:42 missing-linked-file: there is no file ‘themes/images/cup.png’"
        ),
        Mistake(
            "a path out of the study",
            in: "themes/comfort.md",
            "[](theme:waiting)",
            "![](../../secret.png)",
            "themes/comfort.md:4:37 missing-linked-file: ‘../../secret.png’ does not lead to a file of the study (write a path inside the study's folder, or a link such as theme:…)"
        ),
        Mistake(
            "an embed in a sentence",
            in: "themes/comfort.md",
            "[](theme:waiting)",
            "![](quote:m1-1) too",
            "themes/comfort.md:4:37 misplaced-embed: an embed must stand alone in its paragraph (put a blank line before and after it)"
        ),
        Mistake(
            "an embed of a page",
            in: "themes/waiting.md",
            "quote:d1-1",
            "page:methods",
            "themes/waiting.md:3:5 misplaced-embed: ‘page:methods’ cannot be embedded (link to it instead, without the ‘!’)"
        ),
        Mistake(
            "an unknown citation",
            in: "themes/company.md",
            "@brewer2020",
            "@brewer2021",
            "themes/company.md:1:18 unknown-reference: there is no reference ‘brewer2021’ (did you mean ‘brewer2020’?)"
        ),
        Mistake(
            "a footnote without text",
            in: "themes/company.md",
            "matters",
            "matters[^1]",
            "themes/company.md:1:16 missing-footnote: the footnote ‘1’ has no text (add a line that begins with [^1]:)"
        ),
        Mistake(
            "an arrow to nowhere",
            in: "logic-model.yml",
            "to: calm",
            "to: clam",
            "logic-model.yml:14:24 unknown-box: there is no box ‘clam’ (did you mean ‘calm’?)"
        ),
        Mistake(
            "a box in no column",
            in: "logic-model.yml",
            "column: outcomes",
            "column: outcome",
            "logic-model.yml:10:13 unknown-column: there is no column ‘outcome’ (did you mean ‘outcomes’?)"
        ),
        Mistake(
            "support by an unknown theme",
            in: "logic-model.yml",
            "themes: [waiting]",
            "themes: [wait]",
            "logic-model.yml:8:14 unknown-theme: there is no theme ‘wait’ (there are: comfort, company, waiting)"
        ),
        Mistake(
            "a proposition about an unknown box",
            in: "theory.md",
            "[calm]",
            "[clam]",
            "theory.md:8:13 unknown-box: there is no box ‘clam’ (did you mean ‘calm’?)"
        ),
        Mistake(
            "a proposition against an unknown quote",
            in: "theory.md",
            "against: [d1-1]",
            "against: [d1-2]",
            "theory.md:7:15 unknown-quote: there is no quote ‘d1-2’ (did you mean ‘d1-1’?)"
        ),
        Mistake(
            "a guide heading that is no construct",
            in: "guides/makers.md",
            "## Patience",
            "## Patients",
            "guides/makers.md:6:1 guide-heading: ‘Patients’ is not a construct of the framework (did you mean ‘Patience’?)"
        ),
        Mistake(
            "text among the questions",
            in: "guides/makers.md",
            "## Patience\n",
            "## Patience\n\nAsk slowly.\n",

            "guides/makers.md:8:1 guide-text: this text is neither a heading nor a list of questions (put ‘- ’ before each question, and other text above the first heading)"
        ),
    ]
    static let ofCoverage: [Mistake] = [
        Mistake(
            "a theme without prose",
            ["themes/company.md": nil, "references.json": nil],
            "codebook.yml:7:13 warning theme-without-prose: nothing is said about the theme ‘company’ (write themes/company.md)"
        ),
        Mistake(
            "many themes without prose",
            folder: TinyStudy.folder(
                "codebook.yml",
                replacing: "  - id: waiting",
                with: (1...11).map { "  - {id: t\($0), title: Theme \($0)}\n" }.joined() + "  - id: waiting"
            ),
            findings: [
                "codebook.yml:9:10 warning theme-without-prose: nothing is said about 11 of 14 themes, such as ‘t1’ (write themes/t1.md and so on)"
            ]
                + (1...11).map {
                    "codebook.yml:\($0 + 8):10 warning theme-without-quote: no quote supports the theme ‘t\($0)’"
                }
        ),
        Mistake(
            "a theme without quotes",
            in: "codebook.yml",
            "  - id: waiting",
            "  - {id: empty, title: Empty}\n  - id: waiting",

            "codebook.yml:9:10 warning theme-without-prose: nothing is said about the theme ‘empty’ (write themes/empty.md)",
            "codebook.yml:9:10 warning theme-without-quote: no quote supports the theme ‘empty’"
        ),
        Mistake(
            "a group without participants",
            in: "study.yml",
            "framework:",
            "  - {id: cups, title: Cups, singular: cup}\nframework:",

            "study.yml:13:10 warning group-without-participant: the group ‘cups’ has no participants",
            "study.yml:13:10 warning group-without-guide: the group ‘cups’ has no interview guide (write guides/cups.md)"
        ),
        Mistake(
            "a page that nobody reaches",
            in: "study.yml",
            "language: en-GB",
            "navigation: [themes]",
            "pages/methods.md:1:1 warning unreachable-page: no link leads to the page ‘methods’ (add ‘page:methods’ to the navigation in study.yml, or link to it from another page)"
        ),
        Mistake(
            "a claim that rests on nothing",
            in: "theory.md",
            "    themes: [waiting]\n",
            "",
            "theory.md:4:9 warning unsupported-claim: the proposition ‘slow’ rests on no theme and no quote (name what supports it: themes: […] or quotes: […])"
        ),
        Mistake(
            "a box without arrows",
            in: "logic-model.yml",
            "arrows:",
            "  - {id: sugar, column: inputs, title: Sugar, themes: [comfort]}\narrows:",

            "logic-model.yml:13:10 warning box-alone: no arrow leads to or from the box ‘sugar’"
        ),
        Mistake(
            "a key quote from another theme",
            in: "codebook.yml",
            "title: Tea is company",
            "title: Tea is company\n        quote: d1-1",

            "codebook.yml:9:16 foreign-key-quote: the quote ‘d1-1’ does not support the theme ‘company’ (name a quote that is coded with the theme or one of its sub-themes)"
        ),
    ]
}
