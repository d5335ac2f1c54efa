/// Makes the anchors of a text's headings, each once.
struct Anchors {
    private var taken: Set<String> = []
    /// The last number that a base got, so that equal headings do not count from the start again.
    private var numbers: [String: Int] = [:]

    /// Letters and digits of the words in lower case, with `-` between them, and a number where that is taken.
    mutating func next(for words: String) -> String {
        let base = Self.base(of: words)
        var anchor = base
        while !taken.insert(anchor).inserted {
            let number = numbers[base, default: 1] + 1
            numbers[base] = number
            anchor = "\(base)-\(number)"
        }
        return anchor
    }

    private static func base(of words: String) -> String {
        if let base = baseOfASCII(words) { return base }
        let parts = words.lowercased().split { !($0.isLetter || $0.isNumber) }
        return parts.isEmpty ? "section" : parts.joined(separator: "-")
    }

    /// The same byte by byte; nil where there is more than ASCII.
    private static func baseOfASCII(_ words: String) -> String? {
        var base: [UInt8] = []
        base.reserveCapacity(words.utf8.count)
        var isParted = false
        for byte in words.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                if isParted { base.append(UInt8(ascii: "-")) }
                isParted = false
                // The bit that makes letters small is set in digits.
                base.append(byte | 0x20)
            case 0x80...: return nil
            default: isParted = !base.isEmpty
            }
        }
        return base.isEmpty ? "section" : String(decoding: base, as: UTF8.self)
    }
}
