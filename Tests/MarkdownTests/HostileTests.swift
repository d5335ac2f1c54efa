import Diagnostics
import Markdown
import Testing

@Suite struct HostileTests {
    @Test(arguments: [
        String(repeating: "[", count: 20_000), "a" + String(repeating: "*", count: 20_000),
        String(repeating: "![a", count: 5_000), String(repeating: "[@a", count: 5_000),
        String(repeating: "`", count: 20_000), String(repeating: "<", count: 20_000),
        "\u{FEFF}\u{0}\u{1}\u{7F}", "\r\r\r\n\n\r", "[^", "[^]: ", "@", "[@", "[](", "![", "|", "|\n|-|", "\\",
        "---", "- [x]", "[]: <", "&#0; &#xFFFFFFFF; &bogus;",
    ])
    func nothingCrashesOnStrangeText(markdown: String) {
        #expect(!Marked(markdown).outline.isTooLong)
        #expect(!render(markdown).contains("\u{0}"))
    }

    @Test(arguments: [
        String(repeating: ">", count: 50_000),
        String(repeating: "- ", count: 50_000) + "a\n" + String(repeating: "\n", count: 50_000),
        String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000)
            + String(repeating: "\n|b", count: 10_000),
        String(repeating: "![[]()", count: 100_000),
        String(repeating: "a\n", count: 100_000) + "|-|",
    ])
    func whatWouldKeepTheParserBusyForeverIsShownAsItIs(markdown: String) {
        #expect(Marked(markdown).outline.isTooLong)
        #expect(render(markdown).hasPrefix("<pre>"))
    }

    @Test(arguments: [
        String(repeating: "-", count: 300), String(repeating: "* ", count: 300),
        "| " + String(repeating: "-", count: 300) + " |\n| a |",
    ])
    func longRulesAreOrdinaryMarkdown(markdown: String) {
        #expect(!Marked(markdown).outline.isTooLong)
    }

    @Test(arguments: [
        "+" + String(repeating: "-", count: 120) + "+\n| a |", String(repeating: ".", count: 120) + " a signature",
        String(repeating: "*", count: 120) + " a",
    ])
    func longRowsOfMarksThatNestNothingAreOrdinaryMarkdown(markdown: String) {
        #expect(!Marked(markdown).outline.isTooLong)
    }

    @Test func aTextBeyondTheLimitIsShownAsItIs() {
        let markdown = String(repeating: "*a* <b> ", count: MarkdownReader.limit / 8 + 1)
        #expect(render(markdown).hasPrefix("<pre>*a* &lt;b&gt; *a*"))
        let outline = Marked(markdown).outline
        #expect(outline.isTooLong)
        #expect(outline.plainText == markdown)
    }

    @Test func fourThreadsMakeTheSameBytesAsOne() async {
        let documents = (0..<400).map { number in
            """
            ## Heading \(number) ~~struck~~ www.e.org/\(number)

            Text ~~with **marks**~~ and http://e.org/\(number) and a@e.org, [@key\(number)] | *x*[^1].

            | a | b |
            |---|:-:|
            | ~~\(number)~~ | www.e.org |

            - [x] done ~~\(number)~~

            [^1]: Note ~~\(number)~~ www.e.org
            """
        }
        // Those that have nothing for the extensions are parsed while others are, and those alone.
        let plain = (0..<400).map { number in
            """
            ## Heading \(number): what we know

            Where *we* went: `w` and [the *words*](theme:w\(number)), [@key\(number)], *a*:**w**.
            """
        }
        let alone = documents.map { render($0) }
        let plainAlone = plain.map { render($0) }
        let together = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask { documents.map { render($0) } }
                group.addTask { plain.map { render($0) } }
            }
            var all: [[String]] = []
            for await result in group { all.append(result) }
            return all
        }
        #expect(alone.allSatisfy { $0.contains("<del>") && $0.contains("mailto:a@e.org") })
        #expect(together.count { $0 == alone } == 4)
        #expect(together.count { $0 == plainAlone } == 4)
    }
}
