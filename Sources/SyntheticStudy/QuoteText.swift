/// Puts a quote into words.
struct QuoteText {
    let text: TextMaker

    /// So many words in a manner of speaking.
    func words(_ quote: Skeleton.Quote, _ random: inout RandomSource) -> String {
        guard quote.words > 1 else {
            return text.title(words: 1, &random) + "."
        }
        var bytes: [UInt8] = []
        switch quote.manner {
        case .trailing:
            bytes += "... ".utf8
            bytes += text.text(words: quote.words, &random)
            bytes += " ...".utf8
        case .lineBreak: bytes += text.text(words: quote.words, between: random.chance(50) ? "\n" : " ", &random)
        case .blankLine:
            bytes += text.text(words: quote.words - quote.words / 2, &random)
            bytes += "\n\n".utf8
            bytes += text.text(words: max(1, quote.words / 2), &random)
        case .formula:
            bytes += random.pick(["=SUM(A1:A9) ", "+44 ", "-1, ", "@home, ", "=HYPERLINK(\"x\") "]).utf8
            bytes += text.text(words: quote.words, &random)
        default: bytes += text.text(words: quote.words, inserts: inserts(quote.manner, &random), &random)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func inserts(_ manner: Manner, _ random: inout RandomSource) -> [String] {
        func said(_ words: ClosedRange<Int>) -> String { text.phrase(words: random.number(words), &random) }
        return switch manner {
        case .bracketed: [random.pick(["[they]", "[the team]", "[his sister]", "[name of street]", "[laughs]"])]
        case .inaudible: ["[inaudible 00:\(random.number(10...59)):\(random.number(10...59))]"]
        case .curlyQuotes: ["‘\(said(2...6))’", "“\(said(1...4))” – and then …"]
        case .straightQuotes: ["\"\(said(2...5))\"", "\"yes\""]
        case .semicolons: ["one; two, three;", "and/or"]
        case .ampersand: ["R&D & sons,", "&amp; so on &"]
        case .accents: ["à la café, Zoë and Łukasz, naïve, São, smörgås,"]
        case .angleBrackets: ["a < b > c,", "<angle>", "<b>loud</b>"]
        case .emoji: [random.pick(["🙂", "🎉🎉", "👩🏽‍🌾", "🏳️‍🌈"])]
        case .arabic: ["قالوا لي: انتظري هنا، سنعود غدًا."]
        case .japanese: ["「また明日来てください」と言われました。"]
        case .plain, .trailing, .lineBreak, .blankLine, .formula: []
        }
    }
}
