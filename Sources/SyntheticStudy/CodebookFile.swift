/// `codebook.yml`: the theme tree.
enum CodebookFile {
    static func make(_ study: Skeleton) -> StudyFile {
        var random = study.random("codebook")
        var text = "# \(Skeleton.disclaimer)\nthemes:\n"
        for index in study.themes.indices where study.themes[index].parent == nil {
            write(index, depth: 1, study, into: &text, &random)
        }
        return StudyFile("codebook.yml", text)
    }

    private static func write(
        _ index: Int,
        depth: Int,
        _ study: Skeleton,
        into text: inout String,
        _ random: inout RandomSource
    ) {
        let theme = study.themes[index]
        let indent = String(repeating: "    ", count: depth)
        text += "\(indent.dropLast(2))- id: \(theme.id)\n\(indent)title: \(YAML.quoted(theme.title))\n"
        if let short = theme.shortTitle { text += "\(indent)short-title: \(YAML.quoted(short))\n" }
        if !theme.constructs.isEmpty {
            text += "\(indent)constructs: \(YAML.list(theme.constructs.map { study.constructs[$0].id }))\n"
        }
        if !theme.codes.isEmpty { text += "\(indent)codes: \(YAML.list(theme.codes))\n" }
        // Not every theme has a quote that stands for it.
        let quotes = study.quotes(of: index)
        if random.chance(70), !quotes.isEmpty, let id = study.quotes[random.pick(quotes)].id {
            text += "\(indent)quote: \(id)\n"
        }
        guard !theme.children.isEmpty else { return }
        text += "\(indent)themes:\n"
        for child in theme.children { write(child, depth: depth + 1, study, into: &text, &random) }
    }
}
