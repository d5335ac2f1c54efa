import Testing

@testable import Search

@Suite("An index of words")
struct TermIndexTests {
    @Test("says which documents have which words")
    func small() {
        var index = TermIndex()
        index.add(["Trust the team", "trust"])
        index.add(["A team"])
        index.add(["trusted"])
        let (terms, lists) = index.encoded
        // Each word begins with how much it shares with the one before.
        #expect(String(decoding: terms, as: UTF8.self) == "0a 0team 1he 1rust 5ed")
        #expect(String(decoding: lists, as: UTF8.self) == "C BB B B D")
    }

    @Test("is read back as it was made, whatever the words")
    func roundTrip() {
        var generator = Numbers(seed: 3)
        let alphabet = Array("abcé信ﬀ𝔘字")
        var expected: [String: Set<Int>] = [:]
        var index = TermIndex()
        for document in 0..<400 {
            let words = (0..<10).map { _ in
                String((0...generator.next(below: 4)).map { _ in alphabet[generator.next(below: 4)] })
            }
            index.add([words.joined(separator: " ")])
            for word in words {
                var splitter = WordSplitter()
                splitter.split(word) { expected[String(decoding: $0, as: UTF8.self), default: []].insert(document) }
            }
        }
        #expect(Decoded(index).documents == expected)
    }

    @Test("orders words by UTF-16, as scripts compare them")
    func order() {
        var index = TermIndex()
        index.add(["ﬁ 𝔘 z é"])
        let terms = Decoded(index).terms
        #expect(terms == terms.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
        #expect(terms.count == 4)
    }

    @Test("is the same for the same texts")
    func same() {
        func index() -> TermIndex {
            var index = TermIndex()
            for number in 0..<50 { index.add(["word\(number) and w\(number * 7 % 50)"]) }
            return index
        }
        #expect(index().encoded.terms == index().encoded.terms)
        #expect(index().encoded.lists == index().encoded.lists)
    }
}

/// An index as a script reads it.
private struct Decoded {
    var terms: [String] = []
    var documents: [String: Set<Int>] = [:]

    init(_ index: TermIndex) {
        let (terms, lists) = index.encoded
        var previous: [UInt16] = []
        let words = String(decoding: terms, as: UTF8.self).split(separator: " ")
        let all = String(decoding: lists, as: UTF8.self).split(separator: " ")
        for (word, list) in zip(words, all) {
            let units = Array(word.utf16)
            let shared = Int(String(decoding: units.prefix(1), as: UTF16.self), radix: 36) ?? 0
            previous = Array(previous.prefix(shared)) + units.dropFirst()
            let term = String(decoding: previous, as: UTF16.self)
            self.terms.append(term)
            documents[term] = Set(Self.numbers(list))
        }
    }

    private static func numbers(_ list: Substring) -> [Int] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var numbers: [Int] = []
        var last = -1
        var value = 0
        var shift = 0
        for character in list {
            let group = alphabet.firstIndex(of: character) ?? 0
            value |= (group & 31) << shift
            shift += 5
            if group < 32 {
                last += value
                numbers.append(last)
                value = 0
                shift = 0
            }
        }
        return numbers
    }
}

/// Numbers that are the same on every run.
private struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
