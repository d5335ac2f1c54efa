import Testing

@testable import Publishing

@Suite struct SitePathTests {
    @Test(arguments: ["index.html", "quotes/c4-1.html", "a/b/c_d.min.js", ".nojekyll", "404.html", "...", "a..b"])
    func safe(path: String) {
        #expect(SitePath(path)?.rawValue == path)
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a/..", "A.html", "a b", "a\0b",
        "a\\b", "é.html", "a\nb", "c:a", ".verbatim-site", "a/.verbatim-unfinished",
        String(repeating: "a", count: 241), String(repeating: "a/", count: 500) + "a",
    ])
    func refused(path: String) {
        #expect(SitePath(path) == nil)
    }

    @Test func longestThatFits() {
        #expect(SitePath(String(repeating: "a", count: 240)) != nil)
        #expect(SitePath(String(repeating: "a/", count: 499) + "aa") != nil)
    }

    @Test func folders() throws {
        #expect(try sitePath("a/b/c.html").folders == ["a", "a/b"])
        #expect(try sitePath("a/b/c.html").folder == "a/b")
        #expect(try sitePath("c.html").folders == [])
        #expect(try sitePath("c.html").folder == "")
    }
}
