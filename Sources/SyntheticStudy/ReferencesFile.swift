/// `references.json`: CSL-JSON, as reference managers export it.
enum ReferencesFile {
    static func make(_ study: Skeleton) -> StudyFile {
        var prose = ProseMaker(study, part: "reference texts")
        let entries = study.references.indices.map { entry($0, study, &prose) }
        return StudyFile("references.json", "[\n" + entries.joined(separator: ",\n") + "\n]\n")
    }

    private static func entry(_ index: Int, _ study: Skeleton, _ prose: inout ProseMaker) -> String {
        let reference = study.references[index]
        let type = index == 0 ? "article-journal" : prose.random.pick(types)
        var families = [reference.family]
        for _ in 0..<prose.random.below(5) { families.append(prose.title(words: 1...1)) }
        let authors = families.map { family in
            "{\"family\": \"\(family)\", \"given\": \"\(prose.random.pick(initials)).\"}"
        }
        var fields = [
            "\"id\": \"\(reference.id)\"", "\"type\": \"\(type)\"",
            "\"title\": \"\(prose.title(words: 5...14))\"",
            "\"author\": [\(authors.joined(separator: ", "))]",
            "\"issued\": {\"date-parts\": [[\(reference.year)]]}",
        ]
        switch type {
        case "article-journal":
            let first = prose.random.number(1...900)
            fields += [
                "\"container-title\": \"\(prose.title(words: 2...5))\"",
                "\"volume\": \"\(prose.random.number(1...60))\"",
                "\"page\": \"\(first)–\(first + prose.random.number(3...25))\"",
                // The prefix that is kept for examples.
                "\"DOI\": \"10.5555/synthetic.\(index)\"",
            ]
        case "chapter":
            fields += [
                "\"container-title\": \"\(prose.title(words: 3...6))\"",
                "\"publisher\": \"\(prose.title(words: 1...2)) Press\"",
            ]
        default:
            fields += [
                "\"publisher\": \"\(prose.title(words: 1...2))\"",
                "\"publisher-place\": \"\(prose.title(words: 1...1))\"",
            ]
        }
        return "  {\n    " + fields.joined(separator: ",\n    ") + "\n  }"
    }

    private static let types = ["article-journal", "article-journal", "article-journal", "book", "chapter", "report"]
    private static let initials = ["A", "B", "C", "D", "É", "H", "J", "K", "L", "M", "N", "Ö", "R", "S", "T"]
}
