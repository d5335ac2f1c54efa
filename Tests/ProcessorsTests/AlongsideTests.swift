import Dispatch
import Processors
import Testing

@Suite("Work alongside")
struct AlongsideTests {
    @Test("comes out in order, once for each position, however it is cut", arguments: [0, 1, 3, 4, 5, 103, 1_000])
    func order(_ count: Int) {
        let work = Alongside(count, runsOf: 4) { position in
            // The first ones take longest, so that later ones are done before them.
            (0..<(1_000 - position) * 5).reduce(position * 2) { $0 &+ $1 &- $1 }
        }
        // Nobody has to have begun.
        if count % 2 == 1 { work.begin() }
        #expect(work.outcomes() == (0..<count).map { $0 * 2 })
        #expect(work.outcomes() == (0..<count).map { $0 * 2 })
    }

    @Test("is done by who asks for it while all processors are busy, though it has begun")
    func busy() {
        let gate = DispatchSemaphore(value: 0)
        let busy = (0..<256).map { _ in Meanwhile { gate.wait() } }
        let work = Alongside(10, runsOf: 3) { $0 }
        work.begin()
        #expect(work.outcomes() == Array(0..<10))
        for _ in busy { gate.signal() }
        for work in busy { work.outcome() }
    }
}
