/// Makes Markdown that refers to the parts of a study.
struct ProseMaker {
    let study: Skeleton
    var random: RandomSource

    init(_ study: Skeleton, part: String) {
        self.study = study
        random = study.random(part)
    }

    /// A paragraph without its line end, a sentence a line.
    mutating func paragraph(words: ClosedRange<Int>, _ inserts: [String] = []) -> String {
        let count = random.number(words)
        return String(decoding: study.text.text(words: count, inserts: inserts, between: "\n", &random), as: UTF8.self)
    }

    /// Sentences on one line.
    mutating func line(words: ClosedRange<Int>, _ inserts: [String] = []) -> String {
        let count = random.number(words)
        return String(decoding: study.text.text(words: count, inserts: inserts, &random), as: UTF8.self)
    }

    mutating func title(words: ClosedRange<Int>) -> String {
        study.text.title(words: random.number(words), &random)
    }

    mutating func phrase(words: ClosedRange<Int>) -> String {
        study.text.phrase(words: random.number(words), &random)
    }

    /// A link to a quote that has an id.
    mutating func link(toQuote quote: Int) -> String {
        "[\(phrase(words: 2...4))](quote:\(study.quotes[quote].id ?? ""))"
    }

    /// A link to a theme, with a text of its own or the theme's title.
    mutating func link(toTheme theme: Int) -> String {
        "[\(random.chance(50) ? phrase(words: 1...3) : "")](theme:\(study.themes[theme].id))"
    }

    mutating func linkToParticipant(of quote: Int) -> String {
        let name = study.participants[study.quotes[quote].participant].name
        return "[\(random.chance(50) ? name : phrase(words: 1...2))](participant:\(name))"
    }

    mutating func linkToFramework() -> String {
        if random.chance(50) { return "[](construct:\(random.pick(study.constructs).id))" }
        let group = random.pick(study.groups)
        return "[\(group.title.lowercased())](group:\(group.id))"
    }

    /// A citation in one of the ways in which people write them.
    mutating func citation() -> String {
        let id = random.pick(study.references).id
        return switch random.below(5) {
        case 0: "[@\(id), p. \(random.number(2...300))]"
        case 1: "[see @\(id); @\(random.pick(study.references).id)]"
        case 2: "@\(id)"
        default: "[@\(id)]"
        }
    }

    /// Ids of different quotes that support a theme.
    mutating func quoteIDs(_ count: Int, of theme: Int) -> [String] {
        // From the first ones only, since a list of thousands would be copied for each pick.
        random.pick(count, of: Array(study.quotes(of: theme).prefix(50))).compactMap { study.quotes[$0].id }
    }
}
