import Diagnostics
import Study
import StudyFiles
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("The text of a theme that was read before")
struct RememberedTextsTests {
    /// Texts that name other parts in every way, with what makes places hard to count.
    private static let texts = [
        "themes/comfort.md": """
        \u{FEFF}---
        summary: Tea comforts.
        ---
        Été: see [one maker](quote:m1-1), [again](quote:m1-1) and [](theme:waiting). It [links](https://example.org) away.

        """,
        "themes/company.md": "Company matters [@brewer2020], as @brewer2020 says.\r\n\r\n![](quote:m1-1)\r\n",
        "themes/waiting.md": "Waiting is part of it.\n\n![](quote:d1-1)\n\n- [x](theme:comfort)\n- [y][ref]\n\n"
            + "[ref]: participant:D1\n",
    ]

    private var folder: StudyFolder { TinyStudy.folder(Self.texts.mapValues { $0 }) }

    @Test("gives the same study, without being parsed")
    func same() throws {
        let first = StudyReader.read(folder)
        let again = StudyReader.read(folder, remembering: RememberedTexts(first.toRemember))
        #expect(first.toRemember.map(\.mentions.count) == [3, 3, 3])
        #expect(again.toRemember == first.toRemember)
        let (one, other) = (try #require(first.study), try #require(again.study))
        #expect(other.themes.map(Shown.init) == one.themes.map(Shown.init))
        #expect(one.themes[0].prose?.plainText.hasPrefix("Été: see one maker, again and . It links away.") == true)
        #expect(all(again) == all(first))
    }

    /// That it is not parsed can be seen by telling a lie about it: this one names less than it does.
    @Test("is believed to mention what is remembered, and nothing else")
    func isNotParsed() throws {
        let remembered = StudyReader.read(folder).toRemember.map {
            RememberedText(content: $0.content, mentions: [$0.mentions[0]])
        }
        let study = try #require(StudyReader.read(folder, remembering: RememberedTexts(remembered)).study)
        #expect(study.themes.map { $0.prose?.mentions.count } == [1, 1, 1])
    }

    @Test("is read anew if another text has taken its place")
    func changed() throws {
        let remembered = RememberedTexts(StudyReader.read(folder).toRemember)
        var files = Self.texts
        files["themes/waiting.md"] = "Waiting is part of it!\n\n![](quote:d1-1)\n"
        let again = StudyReader.read(TinyStudy.folder(files), remembering: remembered)
        let fresh = StudyReader.read(TinyStudy.folder(files))
        #expect(again.toRemember == fresh.toRemember)
        #expect(again.study?.themes.map(Shown.init) == fresh.study?.themes.map(Shown.init))
    }

    @Test("may speak of what is gone since, and is complained about at the same place")
    func gone() {
        let remembered = RememberedTexts(StudyReader.read(folder).toRemember)
        var files = Self.texts
        files["quotes/all.csv"] = "id,participant,codes,text\nd1-1,D1,company; waiting; comfort,I wait for it.\n"
        let later = TinyStudy.folder(files)
        let findings = all(StudyReader.read(later))
        #expect(findings.contains { $0.hasPrefix("themes/company.md:3:5 unknown-quote") })
        #expect(all(StudyReader.read(later, remembering: remembered)) == findings)
    }

    @Test(
        "is remembered only if there is no more to it than what it mentions",
        arguments: [
            "An <b>element</b>.", "See [the methods](page:methods#who).",
            "![](pictures/cup.png)", "A note[^1].\n\n[^1]: Of it.\n\n[^2]: Of nothing.", "[A link](quote:m1%2D1).",
            "[A link](quote:m1\\-1).", "![a quote](quote:d1-1) in a sentence.", "",
        ]
    )
    func more(text: String) {
        var files = Self.texts
        files["themes/waiting.md"] = text
        let folder = StudyFolder(
            texts: TinyStudy.folder(files).texts,
            others: ["themes/pictures/cup.png"],
            prefix: ""
        )
        let first = StudyReader.read(folder)
        #expect(first.toRemember.count == 2, "\(text)")
        #expect(all(StudyReader.read(folder, remembering: RememberedTexts(first.toRemember))) == all(first))
    }

    @Test(
        "is read anew if what is remembered cannot be of it",
        arguments: [
            (-1, 2), (0, -1), (0, 1_000_000), (1_000_000, 1), (Int.max, 1), (1, Int.max), (1, 3), (0, 5),
        ]
    )
    func places(offset: Int, length: Int) throws {
        let first = StudyReader.read(folder)
        let remembered = first.toRemember.map { text in
            RememberedText(
                content: text.content,
                mentions: [RememberedText.Mention(offset: offset, length: length, kind: .link)]
            )
        }
        let again = StudyReader.read(folder, remembering: RememberedTexts(remembered))
        #expect(again.toRemember == first.toRemember)
        #expect(again.study?.themes.map(Shown.init) == first.study?.themes.map(Shown.init))
    }

    /// What a study shows of a theme.
    private struct Shown: Equatable {
        let summary: String?
        let markdown: String?
        let plainText: String?
        let mentions: [Prose.Mention]?

        init(_ theme: Theme) {
            summary = theme.summary
            markdown = theme.prose?.markdown
            plainText = theme.prose?.plainText
            mentions = theme.prose?.mentions
        }
    }

    /// All findings in their order.
    private func all(_ reading: Reading) -> [String] {
        reading.diagnostics.all.map { finding in
            guard case .place(let place) = finding.location else { return "\(finding.rule.name): \(finding.summary)" }
            let (path, position) = reading.sources.position(of: place)
            return "\(path):\(position.line):\(position.column) \(finding.rule.name): \(finding.summary)"
        }
    }
}
