/// `themes/<id>.md`: what each theme means, at the length at which people write.
enum ThemeFiles {
    static func make(_ study: Skeleton) -> [StudyFile] {
        study.themes.indices.map { theme in
            var text = ThemeText(study, theme)
            return StudyFile("themes/\(study.themes[theme].id).md", text.make())
        }
    }
}

/// The prose of one theme.
private struct ThemeText {
    private let study: Skeleton
    private let theme: Int
    private let quotes: [Int]
    private var prose: ProseMaker

    init(_ study: Skeleton, _ theme: Int) {
        self.study = study
        self.theme = theme
        prose = ProseMaker(study, part: "theme \(study.themes[theme].id)")
        quotes = prose.random.pick(6, of: Array(study.quotes(of: theme).prefix(50)))
    }

    mutating func make() -> String {
        var blocks = paragraphs()
        let children = study.themes[theme].children
        if !children.isEmpty {
            blocks.insert(list(children.map { prose.link(toTheme: $0) }), at: 1)
        } else if prose.random.chance(30) {
            blocks.insert(list((0..<prose.random.number(3...6)).map { _ in prose.phrase(words: 1...3) }), at: 1)
        }
        if prose.random.chance(20) { blocks.insert(table(), at: min(3, blocks.count)) }
        if let quote = quotes.first, let id = study.quotes[quote].id {
            blocks.insert("![](quote:\(id))", at: prose.random.number(1...blocks.count))
        }
        if prose.random.chance(40) { blocks.insert("## " + prose.title(words: 2...6), at: blocks.count - 1) }
        if prose.random.chance(25) {
            blocks[0] += "[^note]"
            blocks.append("[^note]: " + prose.line(words: 8...25, [prose.citation()]))
        }
        let summary = YAML.quoted(prose.line(words: 12...30))
        return "---\nsummary: \(summary)\n---\n\n" + blocks.joined(separator: "\n\n") + "\n"
    }

    /// Three to eight paragraphs; each refers to something.
    private mutating func paragraphs() -> [String] {
        (0..<prose.random.number(3...8)).map { number in
            var inserts: [String] = []
            if !quotes.isEmpty {
                let quote = quotes[number % quotes.count]
                inserts.append(
                    prose.random.chance(75) ? prose.link(toQuote: quote) : prose.linkToParticipant(of: quote)
                )
            }
            switch prose.random.below(4) {
            case 0: inserts.append(prose.citation())
            case 1: inserts.append(prose.link(toTheme: prose.random.below(study.themes.count)))
            case 2: inserts.append(prose.linkToFramework())
            default: inserts.append("*\(prose.phrase(words: 1...3))*")
            }
            return prose.paragraph(words: 40...130, inserts)
        }
    }

    private mutating func list(_ items: [String]) -> String {
        let isNumbered = prose.random.chance(30)
        return items.map { (isNumbered ? "1. " : "- ") + prose.line(words: 6...24, [$0]) }.joined(separator: "\n")
    }

    private mutating func table() -> String {
        var rows = ["| \(prose.title(words: 1...2)) | \(prose.title(words: 1...3)) |", "| --- | --- |"]
        for _ in 0..<prose.random.number(3...6) {
            rows.append("| \(prose.linkToFramework()) | \(prose.line(words: 3...12)) |")
        }
        return rows.joined(separator: "\n")
    }
}
