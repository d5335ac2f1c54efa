import Processors
import Testing

@Suite("A value that is made once")
struct OnceTests {
    @Test("is the same for all who ask, from whichever thread")
    func shared() async {
        let once = Once<Int>()
        let values = await withTaskGroup(of: Int.self) { group in
            // Each would make another.
            for number in 0..<100 { group.addTask { once.get { number } } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(values.count == 1)
    }
}
