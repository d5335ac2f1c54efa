/// `pages/*.md`: what a report has beside its findings.
enum PageFiles {
    /// The pages in the order of the navigation.
    static let ids = [
        "summary", "methods", "discussion", "strengths-and-limitations", "ethics-and-funding", "about-this-site",
    ]

    static func make(_ study: Skeleton) -> [StudyFile] { ids.map { page($0, study) } }

    private static func page(_ id: String, _ study: Skeleton) -> StudyFile {
        var prose = ProseMaker(study, part: "page \(id)")
        let title = id.prefix(1).uppercased() + id.dropFirst().replacing("-", with: " ")
        var blocks = [
            "---\ntitle: \(title)\nsummary: \(YAML.quoted(prose.line(words: 8...20)))\n---",
            "\(Skeleton.disclaimer) [The next heading](#first) is below.", "## First",
        ]
        for part in 0..<prose.random.number(3...5) {
            if part > 0 { blocks.append("## \(prose.title(words: 2...6))") }
            for _ in 0..<prose.random.number(2...3) {
                let theme = prose.link(toTheme: prose.random.below(study.themes.count))
                blocks.append(prose.paragraph(words: 50...140, [theme, prose.citation(), prose.linkToFramework()]))
            }
        }
        switch id {
        case "summary": blocks.append(parts)
        case "methods": blocks += everyReference(study, &prose)
        case "discussion":
            blocks += [
                "![](theme:\(study.themes[0].id))", "![](group:\(study.groups[0].id))",
                "![](construct:\(study.constructs[0].id))", "![](participant:\(study.participants[0].name))",
                "![](proposition:\(study.propositions[0]))", "![](guide:\(study.groups[0].id))",
            ]
        case "about-this-site": blocks.append("- [x] Made by a program\n- [ ] ~~Said by anybody~~\n\n![](logic:)")
        default: break
        }
        return StudyFile("pages/\(id).md", blocks.joined(separator: "\n\n") + "\n")
    }

    private static let parts = """
        | You want to know | Go to |
        | --- | --- |
        | who says what | [themes by group](matrix:) |
        | what people said | [all quotes](quotes:) |
        | what people were asked | [interview guides](guides:) |
        | how it was done | [methods](page:methods#first) |
        """

    /// Sentences that cite every work, so that none stands in the list for nothing.
    private static func everyReference(_ study: Skeleton, _ prose: inout ProseMaker) -> [String] {
        let keys = study.references.map { "@\($0.id)" }
        return stride(from: 0, to: keys.count, by: 12).map { start in
            let works = keys[start..<min(start + 12, keys.count)]
            let groups = stride(from: works.startIndex, to: works.endIndex, by: 3).map {
                "[" + works[$0..<min($0 + 3, works.endIndex)].joined(separator: "; ") + "]"
            }
            return prose.paragraph(words: 40...80, groups)
        }
    }
}
