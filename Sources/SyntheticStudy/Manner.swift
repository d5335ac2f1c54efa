/// What is awkward about a quote, as real ones are.
enum Manner: CaseIterable {
    case plain, trailing, bracketed, inaudible, curlyQuotes, straightQuotes, semicolons, ampersand, accents
    case lineBreak, blankLine, angleBrackets, emoji, arabic, japanese, formula

    /// How often each comes up, in a thousand.
    private var frequency: Int {
        switch self {
        case .plain: 0
        case .trailing, .bracketed: 150
        case .curlyQuotes: 100
        case .inaudible: 50
        case .straightQuotes, .semicolons, .accents, .ampersand: 25
        case .lineBreak, .blankLine: 15
        case .angleBrackets, .emoji, .arabic, .japanese, .formula: 5
        }
    }

    /// The manner of a quote. The first ones go round all manners, so that the smallest study has each.
    static func manner(of index: Int, words: Int, _ random: inout RandomSource) -> Manner {
        let point = random.below(1_000)
        guard words > 1 else { return .plain }
        // The quotes with given lengths come early; the manners start again after them.
        if (8..<(8 + allCases.count)).contains(index) { return allCases[index - 8] }
        var sum = 0
        for manner in allCases {
            sum += manner.frequency
            if point < sum { return manner }
        }
        return .plain
    }
}
