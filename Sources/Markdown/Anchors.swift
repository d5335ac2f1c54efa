/// Makes the anchors of a text's headings, each once.
struct Anchors {
    private var taken: Set<String> = []
    /// The last number that a base got, so that equal headings do not count from the start again.
    private var numbers: [String: Int] = [:]

    /// Letters and digits of the words in lower case, with `-` between them, and a number where that is taken.
    mutating func next(for words: String) -> String {
        let parts = words.lowercased().split { !($0.isLetter || $0.isNumber) }
        let base = parts.isEmpty ? "section" : parts.joined(separator: "-")
        var anchor = base
        while !taken.insert(anchor).inserted {
            let number = numbers[base, default: 1] + 1
            numbers[base] = number
            anchor = "\(base)-\(number)"
        }
        return anchor
    }
}
