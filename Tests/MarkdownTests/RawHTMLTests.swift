import Markdown
import Testing

@Suite struct RawHTMLTests {
    private static let allowed = RenderOptions(allowsHTML: true)

    @Test(arguments: [
        ("x <b>y</b>", "<p>x &lt;b&gt;y&lt;/b&gt;</p>\n"),
        ("<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>\n"),
        ("a\n\n<!-- ask Anna -->\n\nb", "<p>a</p>\n<p>b</p>\n"),
    ])
    func htmlIsShownAsText(markdown: String, html: String) {
        #expect(render(markdown) == html)
    }

    @Test(arguments: [
        ("a <b>x</b>", "<p>a <b>x</b></p>\n"),
        ("a <script>x</script>", "<p>a &lt;script>x&lt;/script></p>\n"),
        ("a <iframe src=x>", "<p>a &lt;iframe src=x></p>\n"),
    ])
    func allowedHTMLStandsButForTheTagFilter(markdown: String, html: String) {
        #expect(render(markdown, Self.allowed) == html)
    }

    @Test(arguments: ["a <!-- ask Anna --> b", "<!-- ask Anna -->", "a\n\n<!--\nask Anna\n-->\n\nb"])
    func aCommentIsNeverPublished(markdown: String) {
        #expect(!render(markdown).contains("Anna"))
        #expect(!render(markdown, Self.allowed).contains("Anna"))
    }

    @Test(arguments: [("<!-- ask Anna --> b", RenderOptions()), ("<div>\n<!-- ask Anna -->\n</div>", allowed)])
    func aCommentBesideOtherWordsIsNeverPublished(markdown: String, options: RenderOptions) {
        #expect(!render(markdown, options).contains("Anna"))
    }

    @Test func anAllowedTableWithAttributesStaysBalanced() {
        let html = render("<table class=\"y\"><tr><td>a</td></tr></table>", Self.allowed)
        #expect(html.ranges(of: "<div").count == html.ranges(of: "</div>").count)
    }

    @Test(arguments: ["x «<b>»y«</b>»", "a\n\n«<div>\nb\n</div>\n»", "a <!-- note --> b", "`<b>`"])
    func theOutlineSaysWhereHTMLStands(marked: String) {
        let example = Marked(marked)
        #expect(example.spots(example.outline.rawHTML) == example.expected)
    }
}
