import Diagnostics
import Markdown
import Testing

// Invented files.

@Suite struct MarkdownTextTests {
    private static func place(_ file: String, _ words: String) -> (Source, Place) {
        let source = Source(path: "invented.yml", text: Array(file.utf8))
        var sources = Sources()
        let id = sources.add(source)
        let offset = file.firstRange(of: words).map { file[..<$0.lowerBound].utf8.count } ?? 0
        return (source, Place(source: id, offset: offset, length: words.utf8.count))
    }

    @Test(arguments: [
        ("text: |\n  One\n  [b](theme:x)\n", "One\n[b](theme:x)\n", "text"),
        ("a: b\ntext: [b](theme:x)\n", "[b](theme:x)", "[b]"),
        ("text: \"[b](theme:x)\"\n", "[b](theme:x)", "\"[b]"),
        ("text: |\n    One\n\n    [b](theme:x)\n", "One\n\n[b](theme:x)\n", "text"),
    ])
    func aLinkInYAMLIsFoundBehindItsIndentation(file: String, markdown: String, anchor: String) {
        let (source, place) = Self.place(file, anchor)
        let outline = MarkdownReader.outline(MarkdownText(markdown, lookedForIn: source, at: place))
        let expected = file.firstRange(of: "theme:x").map { file[..<$0.lowerBound].utf8.count }
        #expect(outline.links.map { Int($0.place.offset) } == [expected].compactMap { $0 })
        #expect(outline.links.map(\.place.length) == [7])
    }

    @Test func whatCannotBeFoundLineByLineStandsAtThePlaceAsAWhole() {
        let (source, place) = Self.place("text: \"a\\n[b](theme:x)\"\n", "\"a")
        let outline = MarkdownReader.outline(MarkdownText("a\n[b](theme:x)", lookedForIn: source, at: place))
        #expect(outline.links.map(\.place) == [place])
    }

    @Test(arguments: [
        ("---\na: b\n---\nbody", 4..<9, 13, false),
        ("---\r\na: b\r\n---\r\nbody", 5..<11, 16, false),
        ("---\na: b\n...\nbody", 4..<9, 13, false),
        ("---  \n---\n", 6..<6, 10, false),
        ("---\n---", 4..<4, 7, false),
        ("---\na: b\n", nil, 0, true),
        ("body\n---\n", nil, 0, false),
        ("----\na: b\n----\n", nil, 0, false),
        (" ---\na: b\n---\n", nil, 0, false),
        ("", nil, 0, false),
    ])
    func frontMatterStandsBetweenTwoLinesOfDashes(file: String, yaml: Range<Int>?, body: Int, isUnclosed: Bool) {
        let found = FrontMatter.split(Source(path: "invented.md", text: Array(file.utf8)))
        #expect(found.yaml == yaml)
        #expect(found.bodyOffset == body)
        #expect(found.isUnclosed == isUnclosed)
    }
}
