import Processors
import Testing

@Suite("Work side by side")
struct SideBySideTests {
    @Test("comes out in the order of the list, however it is cut", arguments: [0, 1, 4, 5, 8, 103])
    func order(_ count: Int) {
        #expect(SideBySide.map(count, runsOf: 4) { String($0) } == (0..<count).map { String($0) })
        // What a run makes for itself is used for its positions and no others.
        let made = SideBySide.map(count, runsOf: 4, with: { [Int]() }) { position, before in
            before.append(position)
            return before
        }
        #expect(made == (0..<count).map { position in Array(position / 4 * 4...position) })
    }

    @Test("keeps outcomes in the order of their items")
    func order() {
        let items = Array(0..<500)
        let outcomes = SideBySide.map(items) { item in
            // The first items take longest, so that later ones are done before them.
            (0..<(500 - item) * 20).reduce(item * 2) { $0 &+ $1 &- $1 }
        }
        #expect(outcomes == items.map { $0 * 2 })
        #expect(SideBySide.map([Int]()) { $0 } == [])
        #expect(SideBySide.map([1, 2, 3]) { $0 == 2 ? nil : $0 } == [1, nil, 3])
    }
}
