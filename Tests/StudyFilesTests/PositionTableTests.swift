import TestSupport
import Testing

@testable import StudyFiles

@Suite("Positions found by what stands there")
struct PositionTableTests {
    /// With few hashes for many things, most have to be told apart by looking.
    @Test("are those that a dictionary would give, however many hashes are alike", arguments: [1, 7, 1_000, Int.max])
    func likeADictionary(hashes: Int) {
        var chance = SeededGenerator(seed: 5)
        var list: [String] = []
        var table = PositionTable()
        var dictionary: [String: Int] = [:]
        func hash(_ text: String) -> Int { text.hashValue % hashes }
        for _ in 0..<3_000 {
            let text = "quote \(Int.random(in: 0..<900, using: &chance))"
            #expect(table.position(hash(text)) { list[$0] == text } == dictionary[text])
            let first = table.enter(list.count, hash(text)) { list[$0] == text }
            #expect(first == dictionary[text])
            guard first == nil else { continue }
            dictionary[text] = list.count
            list.append(text)
        }
        #expect(list.count > 800)
        #expect(table.position(hash("none")) { list[$0] == "none" } == nil)
    }
}
