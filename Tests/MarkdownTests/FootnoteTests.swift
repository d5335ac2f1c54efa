import Markdown
import Testing

@Suite struct FootnoteTests {
    @Test func footnotesLeadThereAndBackUnderThePrefixOfTheText() {
        let options = RenderOptions(idPrefix: "p-", words: .init(footnotes: "Notes", backToReference: "Back"))
        #expect(
            render("a[^1] b[^x] c[^1]\n\n[^x]: X\n[^1]: One", options) == """
                <p>a<sup class="footnote-ref"><a href="#p-fn_1" id="p-fnref_1" data-footnote-ref>1</a></sup> \
                b<sup class="footnote-ref"><a href="#p-fn_x" id="p-fnref_x" data-footnote-ref>2</a></sup> \
                c<sup class="footnote-ref"><a href="#p-fn_1" id="p-fnref_1-2" data-footnote-ref>1</a></sup></p>
                <section class="footnotes" aria-label="Notes">
                <ol>
                <li id="p-fn_1">
                <p>One <a href="#p-fnref_1" class="footnote-backref" data-footnote-backref aria-label="Back">↩</a> \
                <a href="#p-fnref_1-2" class="footnote-backref" data-footnote-backref aria-label="Back">↩\
                <sup class="footnote-ref">2</sup></a></p>
                </li>
                <li id="p-fn_x">
                <p>X <a href="#p-fnref_x" class="footnote-backref" data-footnote-backref aria-label="Back">↩</a></p>
                </li>
                </ol>
                </section>

                """
        )
    }

    @Test func aHeadingCannotTakeTheIdOfAFootnote() {
        let html = render("## Fn x\n\na[^x]\n\n[^x]: X")
        #expect(html.ranges(of: "id=\"fn-x\"").count == 1)
    }

    @Test(arguments: [
        ("a «[^x]»", Outline.FootnoteProblem.Kind.undefined),
        ("a\n\n«[^x]»: never", .unused),
        ("a[^x]\n\n[^x]: one\n\n«[^x]»: two", .duplicate),
    ])
    func aFootnoteWithoutItsOtherHalfIsNamed(marked: String, kind: Outline.FootnoteProblem.Kind) {
        let example = Marked(marked)
        let problems = example.outline.footnoteProblems
        #expect(problems.map(\.kind) == [kind])
        #expect(problems.map(\.label) == ["x"])
        #expect(example.spots(problems.map(\.place)) == example.expected)
    }

    @Test(arguments: ["a[^x]\n\n[^x]: one", "`[^x]`", "```\n[^x]: one\n```", "no marks", "[^x y]"])
    func nothingIsWrongWithFootnotesThatAreNone(markdown: String) {
        #expect(Marked(markdown).outline.footnoteProblems.isEmpty)
    }

    @Test func aMentionInCodeDoesNotUseAFootnote() {
        withKnownIssue("uses are counted in the bytes of the file, code and all") {
            #expect(Marked("`[^x]`\n\n[^x]: never").outline.footnoteProblems.map(\.kind) == [.unused])
        }
    }

    @Test func anEscapedBracketIsNoFootnote() {
        withKnownIssue("cmark drops the backslash before marks are looked for") {
            #expect(Marked("\\[^x]").outline.footnoteProblems.isEmpty)
        }
    }
}
