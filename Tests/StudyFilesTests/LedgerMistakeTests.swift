import Diagnostics
import Study
import StudyFiles
import TestSupport
import Testing

/// What is wrong with a ledger or a release, and exactly what is said about it. The study is invented; see TinyStudy.
@Suite("A mistake in what was published before")
struct LedgerMistakeTests {
    private static let release = """
        {"verbatim-release": 1, "name": "one", "number": 1, "groups": [], "participants": [], "themes": [],
        "quotes": [{"id": "x-1", "participant": "X", "themes": [], "whole": "abc", "pieces": "8fk2p17"}]}

        """

    private static let mistakes: [Mistake] = [
        ledger(
            "a state that is none",
            "quote,m1-1,alive,,",
            "ledger.csv:2:12 bad-value: ‘alive’ is not a state that the ledger knows (did you mean ‘live’?)"
        ),
        ledger(
            "a kind that is none",
            "participant,M1,live,,",
            "ledger.csv:2:1 bad-value: ‘participant’ is not a kind that the ledger knows (write one of: theme, quote)"
        ),
        ledger(
            "a line twice",
            "quote,x,removed,,\nquote,x,withdrawn,,",
            "ledger.csv:3:7 duplicate-id: the ledger has the quote ‘x’ twice (take one of the two lines away)"
        ),
        ledger(
            "nothing in its place",
            "quote,x,renamed,,",
            "ledger.csv:2:7 ledger-target: the ledger does not say what took the place of the quote ‘x’ (write its id into the column ‘now’, those of a split with ‘;’ between them, or ‘removed’ as its state)"
        ),
        ledger(
            "something in the place of what nothing took the place of",
            "quote,x,removed,m1-1,",
            "ledger.csv:2:17 ledger-target: something took the place of the quote ‘x’, but its state is ‘removed’ (write ‘renamed’, ‘merged’ or ‘split’ as its state, or empty the column ‘now’)"
        ),
        ledger(
            "something unknown in its place",
            "quote,x,renamed,m1-2,",
            "ledger.csv:2:7 ledger-target: there is no quote ‘m1-2’ that could have taken the place of ‘x’ (did you mean ‘m1-1’?)"
        ),
        ledger(
            "two that lead to each other",
            "quote,x,renamed,y,\nquote,y,renamed,x,",
            "ledger.csv:2:7 ledger-target: the lines of ‘x’ and ‘y’ lead to each other (write what it is now, or ‘removed’ as its state)",
            "ledger.csv:3:7 ledger-target: the lines of ‘y’ and ‘x’ lead to each other (write what it is now, or ‘removed’ as its state)"
        ),
        ledger(
            "what it says is gone and is there",
            "theme,company,removed,,",
            "ledger.csv:2:7 ledger-conflict: the ledger says that the theme ‘company’ was removed, and the study has it (write ‘live’ as its state)"
        ),
        ledger(
            "what was withdrawn and is there",
            "quote,m1-1,withdrawn,,",
            "quotes/all.csv:2:26 withdrawn-remains: the quote ‘m1-1’ was withdrawn and is still among the study's files (take its row away, and everything else of who said it)"
        ),
        Mistake(
            "what was withdrawn and is only withheld",
            [
                "ledger.csv": "kind,id,state\nquote,d2-1,withdrawn\n",
                "quotes/more.csv": "id,participant,codes,text,status\nd2-1,D2,waiting,Not for print.,withhold\n",
            ],
            "ledger.csv:2:7 withdrawn-remains: the quote ‘d2-1’ was withdrawn and is still among the study's files (take its row away, and everything else of who said it)"
        ),
        ledger(
            "silence on what is gone",
            "quote,x,live,,",
            "ledger.csv:2:7 warning ledger-silent: the quote ‘x’ was published and is gone, and the ledger does not say why (write ‘removed’, ‘withdrawn’ or, with what took its place, ‘renamed’, ‘merged’ or ‘split’; the next ‘verbatim release’ writes down what it can see)"
        ),
        Mistake(
            "a release that remembers",
            ["ledger.csv": "kind,id,state\nquote,x-1,withdrawn\n", "releases/one.json": release],
            "releases/one.json:1:1 warning release-remembers: the release ‘one’ still remembers the quote ‘x-1’, which was withdrawn (run ‘verbatim release’ to make a new one, which forgets it in the others, too)"
        ),
        Mistake(
            "a release of another name",
            ["releases/two.json": release],
            "releases/two.json:1:1 bad-release: this is not the release ‘two’: it says that it is the release ‘one’ (bring the file back as it was, or take it away)"
        ),
        Mistake(
            "a release of another Verbatim",
            ["releases/one.json": release.replacing("\"verbatim-release\": 1", with: "\"verbatim-release\": 2")],
            "releases/one.json:1:1 bad-release: this is not the release ‘one’: it was made by a newer Verbatim (bring the file back as it was, or take it away)"
        ),
        Mistake(
            "a release without its quotes",
            ["releases/one.json": "{\"verbatim-release\": 1, \"name\": \"one\"}\n"],
            "releases/one.json:1:1 bad-release: this is not the release ‘one’: something is missing from it (bring the file back as it was, or take it away)"
        ),
        Mistake(
            "a release with a print that is none",
            ["releases/one.json": release.replacing("8fk2p17", with: "8fk2")],
            "releases/one.json:1:1 bad-release: this is not the release ‘one’: a quote has no print that can be read (bring the file back as it was, or take it away)"
        ),
        Mistake(
            "a release that is not JSON",
            ["releases/one.json": release.replacing("\"x-1\",", with: "\"x-1\";")],
            "releases/one.json:2:24 json-syntax: this is not JSON from here on (bring the file back as it was; releases are not written by hand)"
        ),
        Mistake(
            "a link to what has another id",
            [
                "ledger.csv": "kind,id,state,now\nquote,old,renamed,newer\nquote,newer,renamed,m1-1\n",
                "themes/company.md": "See [it](quote:old).\n",
            ],
            "themes/company.md:1:10 unknown-quote: the quote ‘old’ was renamed (write ‘m1-1’)"
        ),
        Mistake(
            "a link to what was withdrawn",
            ["ledger.csv": "kind,id,state\nquote,old,withdrawn\n", "themes/company.md": "See [it](quote:old).\n"],
            "themes/company.md:1:10 unknown-quote: the quote ‘old’ was withdrawn (take the mention away)"
        ),
        Mistake(
            "a link to a page of changes where there is no release",
            ["themes/company.md": "See [it](changes:).\n"],
            "themes/company.md:1:10 missing-target: this study has no release to compare with (they come from ‘verbatim release’)"
        ),
    ]

    private static func ledger(_ name: String, _ lines: String, _ findings: String...) -> Mistake {
        Mistake(name, file: "kind,id,state,now,since\n\(lines)\n", findings)
    }

    @Test("is named where it was made, with the mend", arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        let known = Set(findings(TinyStudy.folder(["themes/company.md": "Company matters.\n"])))
        let found = findings(mistake.folder).filter { !known.contains($0) && !$0.contains("uncited-reference") }
        #expect(found == mistake.findings)
        #expect(
            (StudyReader.read(mistake.folder).study == nil) == mistake.findings.contains { !$0.contains(" warning ") }
        )
    }

    @Test("is not an id with a semicolon in it")
    func semicolon() throws {
        let quotes = TinyStudy.files["quotes/all.csv"]?.replacing("m1-1,M1", with: "\"m;1\",M1")
        let folder = TinyStudy.folder([
            "quotes/all.csv": quotes,
            "ledger.csv": "kind,id,state,now\nquote,m1-1,renamed,m;1\n",
            "themes/comfort.md": "Tea.\n",
            "logic-model.yml": TinyStudy.files["logic-model.yml"]?.replacing("m1-1", with: "\"m;1\""),
        ])
        let study = try #require(StudyReader.read(folder).study)
        #expect(study.formerAddresses.map(\.successors) == [[.quote(QuoteID("m;1"))]])
    }

    @Test("is not found in a ledger that says what is so")
    func right() throws {
        let ledger = """
            kind,id,state,now,since
            quote,m1-1,live,,one
            quote,a,renamed,b,two
            quote,b,split,m1-1; d1-1,two
            quote,c,withdrawn,,
            theme,old,merged,company,two
            theme,older,removed,,one

            """
        let folder = TinyStudy.folder(["ledger.csv": ledger])
        #expect(findings(folder) == findings(TinyStudy.folder()))
        let study = try #require(StudyReader.read(folder).study)
        #expect(study.formerAddresses.map(\.name.id) == ["a", "b", "c", "old", "older"])
        #expect(study.formerAddresses.map(\.fate) == [.renamed, .split, .withdrawn, .merged, .removed])
        #expect(study.formerAddresses[0].successors == [.quote(QuoteID("m1-1")), .quote(QuoteID("d1-1"))])
    }
}

extension Mistake {
    fileprivate init(_ name: String, file: String, _ findings: [String]) {
        self.init(name, folder: TinyStudy.folder(["ledger.csv": file]), findings: findings)
    }
}
