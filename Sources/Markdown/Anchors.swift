/// Makes the anchors of a text's headings, each once.
struct Anchors {
    private var taken: Set<String> = []

    /// Letters and digits of the words in lower case, with `-` between them, and a number where that is taken.
    mutating func next(for words: String) -> String {
        let parts = words.lowercased().split { !($0.isLetter || $0.isNumber) }
        let base = parts.isEmpty ? "section" : parts.joined(separator: "-")
        var anchor = base
        var number = 2
        while !taken.insert(anchor).inserted {
            anchor = "\(base)-\(number)"
            number += 1
        }
        return anchor
    }
}
