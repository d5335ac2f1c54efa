/// Which documents have which words: what the site's search reads.
///
/// Documents are added one after another and numbered from 0. The form of the result is described in `encoded`.
public struct TermIndex {
    private var table = WordTable()
    private var splitter = WordSplitter()
    /// The numbers of all words of all documents, as they come. To note each at once in a list of its own would jump
    /// about in memory at every word.
    private var words: [Int32] = []
    /// Where the words of each document end.
    private var ends: [Int] = []

    /// An index of nothing.
    public init() {}

    /// Adds the next document, with all texts that it can be found by. Gives how many words they have.
    @discardableResult
    public mutating func add(_ texts: [String]) -> Int {
        let start = words.count
        for text in texts {
            splitter.split(text) { words.append(Int32(table.number(of: $0))) }
        }
        ends.append(words.count)
        return words.count - start
    }

    /// The words and their documents, as two texts of printable ASCII and folded words without spaces.
    ///
    /// `terms`: the words by UTF-16 code units, joined by spaces. Each is a digit of base 36, how many UTF-16 units it
    /// shares with the word before it, and the rest of it. `lists`: for each word, in the same order and joined by
    /// spaces, its documents, each as the difference from the one before it, the first from -1. Numbers are groups of
    /// five bits, the least significant first, each a `digit`, with 32 added where another follows.
    public var encoded: (terms: [UInt8], lists: [UInt8]) {
        let words = (0..<table.count).map { table.word($0) }
        let keys = words.map(Self.sortKey)
        let order = words.indices.sorted { one, other in
            keys[one] == keys[other] ? Self.precedes(words[one], words[other]) : keys[one] < keys[other]
        }
        var terms: [UInt8] = []
        var previous: ArraySlice<UInt8> = []
        for number in order {
            if !terms.isEmpty { terms.append(0x20) }
            let (units, count) = Self.shared(previous, words[number])
            terms.append(Self.digits[units])
            terms += words[number].dropFirst(count)
            previous = words[number]
        }
        return (terms, lists(order))
    }

    /// The lists of all words in an order: measured first, then each number is written where it belongs.
    private func lists(_ order: [Int]) -> [UInt8] {
        var places = [Int](repeating: 0, count: order.count)
        forEachDifference { word, difference in places[word] += Self.length(of: difference) }
        var end = 0
        for word in order {
            let length = places[word]
            places[word] = end
            end += length + 1
        }
        // What no number is written over parts the lists.
        var lists = [UInt8](repeating: 0x20, count: max(0, end - 1))
        forEachDifference { word, difference in
            var rest = difference
            var place = places[word]
            while rest > 31 {
                lists[place] = Self.digit(rest & 31 + 32)
                rest >>= 5
                place += 1
            }
            lists[place] = Self.digit(rest)
            places[word] = place + 1
        }
        return lists
    }

    /// Calls `body` for each document of each word, the documents in order, with how far it is from the one before it.
    private func forEachDifference(_ body: (_ word: Int, _ difference: Int) -> Void) {
        var last = [Int](repeating: -1, count: table.count)
        var start = 0
        for (document, end) in ends.enumerated() {
            for word in words[start..<end] {
                let difference = document - last[Int(word)]
                guard difference > 0 else { continue }
                last[Int(word)] = document
                body(Int(word), difference)
            }
            start = end
        }
    }

    private static func length(of number: Int) -> Int {
        var length = 1
        var rest = number >> 5
        while rest > 0 {
            length += 1
            rest >>= 5
        }
        return length
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

    /// The order of UTF-16 code units.
    private static func precedes(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        first.lexicographicallyPrecedes(second) { rank($0) < rank($1) }
    }

    /// The first eight bytes, by which most words are put in order.
    private static func sortKey(_ word: ArraySlice<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for byte in word.prefix(8) { key = key << 8 | UInt64(rank(byte)) }
        return key << UInt64(8 * (8 - min(8, word.count)))
    }

    /// The order of UTF-16 code units is that of the bytes of UTF-8, but surrogates, whose characters begin with 0xF0
    /// or more, come before U+E000, whose bytes begin with 0xEE.
    private static func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x0A : byte }

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
