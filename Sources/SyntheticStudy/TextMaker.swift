/// Makes sentences out of a vocabulary.
struct TextMaker {
    let vocabulary: Vocabulary

    /// Sentences of so many words together. Each of `inserts` stands, as it is, somewhere among them.
    func text(
        words: Int,
        inserts: [String] = [],
        between separator: String = " ",
        _ random: inout RandomSource
    ) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(words * 7)
        var left = words
        var waiting = inserts[...]
        while left > 0 {
            if !text.isEmpty { text += separator.utf8 }
            var length = min(left, random.number(4...18))
            // No sentence of one or two words is left for the end.
            if left - length < 3 { length = left }
            left -= length
            let insert = left == 0 || random.chance(60) ? waiting.popFirst() : nil
            sentence(words: length, insert: insert, into: &text, &random)
        }
        for insert in waiting {
            text += separator.utf8
            sentence(words: 5, insert: insert, into: &text, &random)
        }
        return text
    }

    /// Words without a full stop, the first with a capital: a title.
    func title(words: Int, _ random: inout RandomSource) -> String {
        var text: [UInt8] = []
        for index in 0..<words {
            if index > 0 { text.append(0x20) }
            // One word in two is an invented one, so that titles differ.
            text += index % 2 == 0 ? Array(vocabulary.inventedWord(&random).utf8) : vocabulary.word(&random)
        }
        Self.capitalise(&text, at: 0)
        return String(decoding: text, as: UTF8.self)
    }

    /// Words in small letters, such as a link's text.
    func phrase(words: Int, _ random: inout RandomSource) -> String {
        (0..<words).map { _ in String(decoding: vocabulary.word(&random), as: UTF8.self) }.joined(separator: " ")
    }

    private func sentence(words: Int, insert: String?, into text: inout [UInt8], _ random: inout RandomSource) {
        let start = text.count
        for index in 0..<words {
            if index > 0 { text.append(0x20) }
            if index == max(1, words / 2), let insert {
                text += insert.utf8
                text.append(0x20)
            }
            text += vocabulary.word(&random)
            if index < words - 2, random.chance(9) { text.append(UInt8(ascii: ",")) }
        }
        if words == 1, let insert { text += " \(insert)".utf8 }
        Self.capitalise(&text, at: start)
        text += random.pick(Self.ends).utf8
    }

    private static let ends = [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "?", "?", "!", " ..."]

    private static func capitalise(_ text: inout [UInt8], at index: Int) {
        if (0x61...0x7A).contains(text[index]) { text[index] -= 0x20 }
    }
}
