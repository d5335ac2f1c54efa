extension Skeleton {
    /// The theme tree. Large ones have some themes on a third level.
    static func themes(_ size: StudySize, _ seed: UInt64, _ text: TextMaker) -> [Theme] {
        var random = RandomSource(seed: seed, part: "themes")
        var counts = Array(repeating: 1, count: size.themes)
        let choice = WeightedChoice(count: size.themes, evenness: size.themes)
        for _ in size.themes..<size.subThemes { counts[choice.pick(&random)] += 1 }
        var themes: [Theme] = []
        for (number, count) in counts.enumerated() {
            let top = themes.count
            themes.append(theme("\(number + 1)", under: nil, text, &random))
            var parent = top
            var position = (first: 0, second: 0)
            for _ in 0..<count {
                if parent != top, size.themes > 10, random.chance(10) {
                    position.second += 1
                    let name = "\(number + 1)-\(position.first)-\(position.second)"
                    themes.append(theme(name, under: parent, text, &random))
                    themes[parent].children.append(themes.count - 1)
                } else {
                    position = (position.first + 1, 0)
                    themes.append(theme("\(number + 1)-\(position.first)", under: top, text, &random))
                    themes[top].children.append(themes.count - 1)
                    parent = themes.count - 1
                }
            }
        }
        return themes
    }

    private static func theme(
        _ number: String,
        under parent: Int?,
        _ text: TextMaker,
        _ random: inout RandomSource
    ) -> Theme {
        let word = text.vocabulary.inventedWord(&random)
        var constructs: [Int] = []
        if parent == nil {
            // The themes go round the constructs; now and then one belongs to two.
            let first = random.below(StudySize.constructs)
            constructs = random.chance(15) ? [first, (first + 1) % StudySize.constructs] : [first]
        }
        return Theme(
            id: "\(Slug.ascii(word))-\(number)",
            title: text.title(words: random.number(3...9), &random),
            shortTitle: random.chance(60) ? text.title(words: random.number(1...3), &random) : nil,
            codes: random.chance(70) ? ["\(number.replacing("-", with: ".")) \(word)"] : [],
            constructs: constructs,
            parent: parent
        )
    }

    /// Lets every theme know the quotes that support it and have an id.
    static func naming(_ quotes: [Quote], in themes: [Theme]) -> [Theme] {
        var themes = themes
        for (index, quote) in quotes.enumerated() where quote.id != nil {
            for theme in quote.themes { themes[theme].quotes.append(index) }
        }
        return themes
    }

    /// Quotes with ids that support a theme, or else one of those under it. Never none: each theme without others
    /// under it has a quote.
    func quotes(of theme: Int) -> [Int] {
        if !themes[theme].quotes.isEmpty { return themes[theme].quotes }
        for child in themes[theme].children {
            let found = quotes(of: child)
            if !found.isEmpty { return found }
        }
        return []
    }
}
