/// Which documents have which words: what the site's search reads.
///
/// Documents are added one after another and numbered from 0. The form of the result is described in `encoded`.
public struct TermIndex {
    private var table = WordTable()
    private var splitter = WordSplitter()
    private var lists: [List] = []
    private var documents = 0

    /// The documents of a word, as they are written.
    private struct List {
        private(set) var bytes: [UInt8] = []
        private(set) var last = -1

        mutating func add(_ document: Int) {
            var rest = document - last
            last = document
            while rest > 31 {
                bytes.append(TermIndex.digit(rest & 31 + 32))
                rest >>= 5
            }
            bytes.append(TermIndex.digit(rest))
        }
    }

    /// An index of nothing.
    public init() {}

    /// Adds the next document, with all texts that it can be found by. Gives how many words they have.
    @discardableResult
    public mutating func add(_ texts: [String]) -> Int {
        var words = 0
        let document = documents
        documents += 1
        for text in texts {
            splitter.split(text) { bytes in
                words += 1
                let number = table.number(of: bytes)
                if number == lists.count { lists.append(List()) }
                if lists[number].last != document { lists[number].add(document) }
            }
        }
        return words
    }

    /// The words and their documents, as two texts of printable ASCII and folded words without spaces.
    ///
    /// `terms`: the words by UTF-16 code units, joined by spaces. Each is a digit of base 36, how many UTF-16 units it
    /// shares with the word before it, and the rest of it. `lists`: for each word, in the same order and joined by
    /// spaces, its documents, each as the difference from the one before it, the first from -1. Numbers are groups of
    /// five bits, the least significant first, each a `digit`, with 32 added where another follows.
    public var encoded: (terms: [UInt8], lists: [UInt8]) {
        let words = (0..<table.count).map { table.word($0) }
        let order = words.indices.sorted { Self.precedes(words[$0], words[$1]) }
        var terms: [UInt8] = []
        var lists: [UInt8] = []
        var previous: ArraySlice<UInt8> = []
        for number in order {
            if !terms.isEmpty {
                terms.append(0x20)
                lists.append(0x20)
            }
            let (units, count) = Self.shared(previous, words[number])
            terms.append(Self.digits[units])
            terms += words[number].dropFirst(count)
            lists += self.lists[number].bytes
            previous = words[number]
        }
        return (terms, lists)
    }

    /// What two words have in common at their beginnings, in UTF-16 units (35 at most) and in bytes.
    private static func shared(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> (units: Int, bytes: Int) {
        var units = 0
        var count = 0
        var pending = 0
        for (byte, other) in zip(first, second) {
            // A character counts when all its bytes are shared.
            if byte & 0xC0 != 0x80 {
                guard units < 35, byte < 0xF0 || units < 34 else { break }
                pending = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
            guard byte == other else { break }
            pending -= 1
            guard pending == 0 else { continue }
            let length = utf8Length(of: second[second.startIndex + count])
            count += length
            units += length == 4 ? 2 : 1
        }
        return (units, count)
    }

    private static func utf8Length(of lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// The order of UTF-16 code units, which is that of the bytes but for what lies beyond the first plane.
    private static func precedes(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        for (byte, other) in zip(first, second) where byte != other {
            // Surrogates come before U+E000, whose bytes begin with 0xEE.
            if byte >= 0xF0, other >= 0xEE, other < 0xF0 { return true }
            if other >= 0xF0, byte >= 0xEE, byte < 0xF0 { return false }
            return byte < other
        }
        return first.count < second.count
    }

    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    /// `A` to `Z`, `a` to `z`, `0` to `9`, `-` and `_`. Hot, and quicker made than looked up.
    private static func digit(_ number: Int) -> UInt8 {
        let number = UInt8(truncatingIfNeeded: number)
        switch number {
        case 0..<26: return UInt8(ascii: "A") + number
        case 26..<52: return UInt8(ascii: "a") + number - 26
        case 52..<62: return UInt8(ascii: "0") + number - 52
        default: return number == 62 ? UInt8(ascii: "-") : UInt8(ascii: "_")
        }
    }
}
