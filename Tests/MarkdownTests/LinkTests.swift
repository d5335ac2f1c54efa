import Markdown
import Testing

@Suite struct LinkTests {
    private static let external = "class=\"external\" rel=\"noopener noreferrer\""

    @Test(arguments: [
        ("[a](theme:x)", "<a href=\"theme-x.html\" class=\"theme\">a</a>"),
        ("[*a*](theme:x)", "<a href=\"theme-x.html\" class=\"theme\"><em>a</em></a>"),
        ("[](theme:x)", "<a href=\"theme-x.html\" class=\"theme\">Title of x</a>"),
        ("[a][b]\n\n[b]: theme:x", "<a href=\"theme-x.html\" class=\"theme\">a</a>"),
        ("[a](theme:%C3%A9)", "<a href=\"theme-é.html\" class=\"theme\">a</a>"),
        ("[a](<theme:x y>)", "<a href=\"theme-x y.html\" class=\"theme\">a</a>"),
        ("[a](theme:x\"y)", "<a href=\"theme-x&quot;y.html\" class=\"theme\">a</a>"),
        ("[a *b*](unknown:x)", "a <em>b</em>"),
        ("[a](http://e.org/?b=1&c=%20)", "<a href=\"http://e.org/?b=1&amp;c=%20\" \(external)>a</a>"),
        ("<https://e.org>", "<a href=\"https://e.org\" \(external)>https://e.org</a>"),
        ("www.e.org", "<a href=\"http://www.e.org\" \(external)>www.e.org</a>"),
        ("a@e.org", "<a href=\"mailto:a@e.org\" \(external)>a@e.org</a>"),
        ("[a](tel:+441234)", "<a href=\"tel:+441234\" \(external)>a</a>"),
    ])
    func aLinkLeadsWhereTheResolverSays(markdown: String, html: String) {
        #expect(render(markdown) == "<p>\(html)</p>\n")
    }

    @Test(arguments: [
        "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,x)", "[a](vbscript:x)",
        "[a](file:///etc/passwd)", "[a](javascript&colon;alert(1))", "[a](java%73cript:alert(1))", "[a](ftp://e.org)",
        "[a](<\u{1}javascript:alert(1)>)",
    ])
    func whatCouldRunSomethingIsOnlyText(markdown: String) {
        #expect(render(markdown) == "<p>a</p>\n")
    }

    @Test(arguments: ["[a](echo:javascript%3Aalert%281%29)", "[a](echo:data:text/html,x)", "[a](echo:%0Ajavascript:x)"])
    func whatCouldRunSomethingIsOnlyTextEvenIfAResolverLetsItThrough(markdown: String) {
        #expect(render(markdown) == "<p>a</p>\n")
    }

    @Test(arguments: [
        ("![a \"b\"](x.png)", "<p><img src=\"files/x.png\" alt=\"a &quot;b&quot;\" loading=\"lazy\"></p>\n"),
        ("![a](<x y.png>)", "<p><img src=\"files/x y.png\" alt=\"a\" loading=\"lazy\"></p>\n"),
        ("![a](http://e.org/x.jpg)", "<p><a href=\"http://e.org/x.jpg\" \(external)>a</a></p>\n"),
        ("![](http://e.org/x.jpg)", "<p><a href=\"http://e.org/x.jpg\" \(external)>http://e.org/x.jpg</a></p>\n"),
        ("![a](javascript:x)", "<p>a</p>\n"),
        ("![](quote:c4-1)", "<figure>quote</figure>\n"),
        ("a\n\n![](quote:c4-1)\n\nb", "<p>a</p>\n<figure>quote</figure>\n<p>b</p>\n"),
    ])
    func anImageIsAFileOrAnEmbeddedPartOrALinkOut(markdown: String, html: String) {
        #expect(render(markdown) == html)
    }

    @Test func anEmbedInsideASentenceIsALinkThere() {
        withKnownIssue("an embed that does not stand alone is dropped instead of becoming a link") {
            let link = "<a href=\"theme-x.html\" class=\"theme\">Title of x</a>"
            #expect(render("See ![](theme:x).") == "<p>See \(link).</p>\n")
        }
    }

    @Test func aTableInAnEmbeddedPartIsLeftAlone() {
        #expect(render("![](theme:table)") == "<table class=\"x\"></table>\n")
    }

    @Test func aLinkNeverStandsInALink() {
        #expect(render("[a [b](theme:y) c](theme:x)").contains("<a") == true)
        #expect(render("[@a](theme:x)") == "<p><a href=\"theme-x.html\" class=\"theme\">@a</a></p>\n")
        let html = render("[![b](http://e.org/x.jpg)](theme:x)")
        #expect(html == "<p><a href=\"theme-x.html\" class=\"theme\">b</a></p>\n")
    }
}
