import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The pages of claims, groups and questions")
struct ClaimPagesTests {
    @Test("show each proposition with what it rests on, what speaks against it and which box it explains")
    func theory() throws {
        expect(
            try Site(TinyStudy.folder())["theory.html"],
            shows: "<p>Tea works by company.</p>",
            "<li id=\"proposition-slow\" value=\"1\">",
            "<p>Slowness helps.</p>",
            "<h4>What it rests on</h4><p><a href=\"proposition-slow.html\">2 quotes from 2 participants</a></p>"
                + "<ul><li><a href=\"theme-waiting.html\">Waiting for it</a></li></ul>",
            "<span>Tea makers</span><span>1 quote</span>",
            "<h4>What speaks against it</h4><figure><blockquote><p>I wait for it.</p></blockquote>",
            "<a href=\"box-calm.html\">Calm</a>",
            "The long story, see <a href=\"proposition-slow.html\">Proposition 1</a>."
        )
    }

    @Test("let each group speak once on a claim, and lead to the rest")
    func voices() throws {
        let named = "themes: [waiting]\n    quotes: [m1-1, d1-1, d2-1]"
        let folder = TinyStudy.folder([
            "quotes/all.csv": TinyStudy.files["quotes/all.csv"]?.replacing(",D2,", with: "d2-1,D2,"),
            "theory.md": TinyStudy.files["theory.md"]?.replacing("themes: [waiting]", with: named)
                .replacing("    against: [d1-1]\n", with: ""),
        ])
        let page = try Site(folder)["theory.html"]
        expect(
            page,
            shows: "<p>3 quotes from 3 participants</p>",
            "<blockquote><p>It tastes better, together.</p></blockquote>",
            "<blockquote><p>I wait for it.</p></blockquote>",
            "<a href=\"proposition-slow.html\">All 3 quotes behind it</a>"
        )
        expect(page, hides: "It takes its time.")
    }

    @Test("do not say above a title what the title says")
    func kickers() throws {
        expect(try Site(TinyStudy.folder())["theory.html"], shows: "<h1>Theory</h1>")
        expect(try Site(TinyStudy.folder())["theory.html"], hides: "<p>Theory</p>")
        let titled = TinyStudy.folder("theory.md", replacing: "statement:", with: "title: How tea works\nstatement:")
        expect(try Site(titled)["theory.html"], shows: "<p>Theory</p><h1>How tea works</h1>")
    }

    @Test("show each box with its evidence, its silence, and where arrows lead from and to it")
    func logicModel() throws {
        let page = try Site(TinyStudy.folder())["logic-model.html"]
        expect(
            page.section("box-kettle"),
            shows: "<a href=\"box-kettle.html\">A kettle</a></h4>",
            "<p>2 quotes from 2 participants</p>",
            "<dt>Leads to</dt><dd><a href=\"box-calm.html\">Calm</a></dd>"
        )
        expect(
            page.section("box-calm"),
            shows: "<p>1 quote from 1 participant</p>",
            "<p>No quote from tea drinkers stands behind this.</p>",
            "<dt>Comes from</dt><dd><a href=\"box-kettle.html\">A kettle</a></dd>",
            "<dt>Explained by</dt><dd><a href=\"proposition-slow.html\">1. Slowness helps.</a></dd>"
        )
    }

    @Test("give each box a page with all quotes behind it, group by group, those first that were picked out")
    func box() throws {
        let site = try Site(
            TinyStudy.folder(
                "logic-model.yml",
                replacing: "themes: [waiting]",
                with: "themes: [waiting]\n    quotes: [m1-1]"
            )
        )
        expect(
            site["box-kettle.html"],
            shows: "<p>Logic model: Inputs</p><h1>A kettle</h1><p>2 quotes from 2 participants</p>",
            "<dt>Leads to</dt><dd><a href=\"box-calm.html\">Calm</a></dd>",
            "<a href=\"logic-model.html#box-kettle\">See it in the whole model</a>",
            "<a href=\"theme-waiting.html\">Waiting for it</a>",
            "<a href=\"quotes.html?box=kettle\">",
            "<h3 id=\"group-makers\"><a href=\"group-makers.html\">Tea makers</a>"
                + "<span>1 quote, 1 of 1 participant</span></h3>",
            "<p>Picked out by the authors</p><blockquote><p>It tastes better, together.</p></blockquote>",
            "<h3 id=\"group-drinkers\">",
            "<figure><blockquote><p>It takes its time.</p></blockquote>",
            "<a rel=\"next\" href=\"box-calm.html\"><span>Next</span> Calm</a>"
        )
        expect(site["box-calm.html"], shows: "<p>No quote from tea drinkers stands behind this.</p>")
    }

    @Test("give each proposition a page with what speaks for it and against it")
    func proposition() throws {
        expect(
            try Site(TinyStudy.folder())["proposition-slow.html"],
            shows: "<title>Proposition 1: Slowness helps. – Tea at work</title>",
            "<p>Proposition 1</p><h1>Slowness helps.</h1><p>2 quotes from 2 participants</p>",
            "<h2 id=\"against\">What speaks against it</h2>",
            "<blockquote><p>I wait for it.</p></blockquote>",
            "<a href=\"box-calm.html\">Calm</a><span>Outcomes</span>",
            "<blockquote><p>It tastes better, together.</p></blockquote>",
            "<h2 id=\"used-in\">Mentioned in</h2>",
            "<li><a href=\"theory.html\">Theory</a></li>"
        )
    }

    @Test("set the questions of the groups side by side, and say where nothing was asked")
    func guides() throws {
        let site = try Site(TinyStudy.folder())
        expect(
            site["guides.html"],
            shows: "<th scope=\"row\"><a href=\"construct-warmth.html\">Warmth</a>"
                + "<p>Answered by <a href=\"theme-comfort.html\">Comfort in a cup</a></p></th>",
            "<li>Why do you make tea?</li>",
            "<li>For whom?</li>",
            "<li>Why do you drink it?</li>",
            "<th scope=\"row\"><a href=\"construct-patience.html\">Patience</a>",
            "<li>How long do you wait?</li>",
            "No question under this heading."
        )
        expect(site["guide-makers.html"].section("question-3"), shows: "How long do you wait?")
    }

    @Test("show a construct with the themes that answer it and what was asked about it")
    func construct() throws {
        expect(
            try Site(TinyStudy.folder())["construct-patience.html"],
            shows: "<h1>Patience</h1><p>2 quotes from 2 participants</p>",
            "<span>1 quote, 1 of 2 participants</span>",
            "<a href=\"theme-waiting.html\">Waiting for it</a><span>2 quotes from 2 participants</span>",
            "<a href=\"guide-makers.html#question-3\">How long do you wait?</a>",
            "No question under this heading."
        )
    }

    @Test("show a group with its participants, what it speaks on and what it is silent on")
    func group() throws {
        expect(
            try Site(TinyStudy.folder())["group-drinkers.html"],
            shows: "Tea drinkers</h1><p>2 participants, 2 quotes</p>",
            "<li><a href=\"participant-d1.html\">D1</a><span>1 quote</span></li>",
            "<a href=\"theme-comfort.html#group-drinkers\">Comfort in a cup</a><span>1 quote, 1 of 2 participants</span>",
            "Has no quotes on</h2><ul><li><a href=\"theme-company.html\">Tea is company</a></li></ul>",
            "<h3><a href=\"theme-waiting.html\">Waiting for it</a><span>1 quote</span></h3>"
                + "<figure><blockquote><p>It takes its time.</p></blockquote>"
        )
    }
}
