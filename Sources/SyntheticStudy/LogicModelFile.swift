/// `logic-model.yml`: columns, boxes and arrows with their evidence.
enum LogicModelFile {
    static func make(_ study: Skeleton) -> StudyFile {
        var prose = ProseMaker(study, part: "logic model")
        var text = "title: \(YAML.quoted(prose.title(words: 3...7)))\n"
        text +=
            "introduction: \(YAML.quoted(Skeleton.disclaimer + " " + prose.line(words: 30...60, [prose.citation()])))\n"
        text += "columns:\n"
        for column in Skeleton.columns {
            let title = column.prefix(1).uppercased() + column.dropFirst().replacing("-", with: " ")
            text +=
                "  - id: \(column)\n    title: \(title)\n    description: \(YAML.quoted(prose.line(words: 5...12)))\n"
        }
        text += "boxes:\n"
        for index in study.boxes.indices { text += box(index, study, &prose) }
        text += "arrows:\n"
        for arrow in study.arrows { text += self.arrow(arrow, study, &prose) }
        text += "assumptions:\n"
        for _ in 0..<4 { text += "  - \(YAML.quoted(prose.line(words: 8...20)))\n" }
        text += "external-factors:\n"
        for _ in 0..<3 { text += "  - \(YAML.quoted(prose.line(words: 8...20, [prose.citation()])))\n" }
        return StudyFile("logic-model.yml", text)
    }

    private static func box(_ index: Int, _ study: Skeleton, _ prose: inout ProseMaker) -> String {
        let theme = prose.random.below(study.themes.count)
        let quote = prose.random.pick(Array(study.quotes(of: theme).prefix(50)))
        return """
              - id: \(study.boxes[index])
                column: \(Skeleton.columns[study.columnOfBox[index]])
                title: \(YAML.quoted(prose.title(words: 2...6)))
                text: \(YAML.quoted(prose.line(words: 15...45, [prose.link(toQuote: quote)])))
                themes: [\(study.themes[theme].id)]
                quotes: \(YAML.list(prose.quoteIDs(prose.random.number(0...4), of: theme)))

            """
    }

    private static func arrow(_ arrow: Skeleton.Arrow, _ study: Skeleton, _ prose: inout ProseMaker) -> String {
        var text = "  - from: \(study.boxes[arrow.from])\n    to: \(study.boxes[arrow.to])\n"
        if prose.random.chance(30) { text += "    label: \(YAML.quoted(prose.phrase(words: 1...3)))\n" }
        if study.columnOfBox[arrow.from] > study.columnOfBox[arrow.to] { text += "    feedback: yes\n" }
        if prose.random.chance(60) {
            text += "    themes: [\(study.themes[prose.random.below(study.themes.count)].id)]\n"
        }
        return text
    }
}
