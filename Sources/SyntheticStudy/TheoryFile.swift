/// `theory.md`: the propositions with their evidence, and the narrative.
enum TheoryFile {
    static func make(_ study: Skeleton) -> StudyFile {
        var prose = ProseMaker(study, part: "theory")
        var text = "---\ntitle: \(YAML.quoted(prose.title(words: 3...7)))\n"
        text += "statement: \(YAML.quoted(Skeleton.disclaimer + " " + prose.line(words: 60...120)))\npropositions:\n"
        for id in study.propositions { text += proposition(id, study, &prose) }
        text += "---\n\n"
        for _ in 0..<4 {
            text += "## \(prose.title(words: 3...7))\n\n"
            for _ in 0..<3 {
                let proposition = prose.random.pick(study.propositions)
                let box = prose.random.pick(study.boxes)
                let inserts = [
                    "[](proposition:\(proposition))", prose.citation(), "[\(prose.phrase(words: 1...3))](logic:\(box))",
                ]
                text += prose.paragraph(words: 60...140, inserts) + "\n\n"
            }
        }
        text += "![](logic:\(study.boxes[0]))\n"
        return StudyFile("theory.md", text)
    }

    private static func proposition(_ id: String, _ study: Skeleton, _ prose: inout ProseMaker) -> String {
        let themes = prose.random.pick(prose.random.number(1...3), of: Array(study.themes.indices))
        let quotes = prose.quoteIDs(prose.random.number(2...5), of: themes[0])
        let against = prose.random.chance(50) ? prose.quoteIDs(1, of: themes[themes.count - 1]) : []
        let link = prose.link(toQuote: prose.random.pick(Array(study.quotes(of: themes[0]).prefix(50))))
        let boxes = prose.random.pick(prose.random.number(1...3), of: study.boxes)
        return """
              - id: \(id)
                claim: \(YAML.quoted(prose.line(words: 8...20)))
                explanation: \(YAML.quoted(prose.line(words: 30...70, [link])))
                themes: \(YAML.list(themes.map { study.themes[$0].id }))
                quotes: \(YAML.list(quotes))
                against: \(YAML.list(against.filter { !quotes.contains($0) }))
                boxes: \(YAML.list(boxes))

            """
    }
}
