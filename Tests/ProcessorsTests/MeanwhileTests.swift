import Dispatch
import Processors
import Synchronization
import Testing

@Suite("Work done meanwhile")
struct MeanwhileTests {
    @Test("is done once, whoever does it")
    func once() {
        let count = Mutex(0)
        let works = (0..<2_000).map { number in
            Meanwhile { () -> Int in
                count.withLock { $0 += 1 }
                return number * 3
            }
        }
        // The last ones first, so that some are asked for before a processor came to them.
        for (number, work) in works.enumerated().reversed() { #expect(work.outcome() == number * 3) }
        for (number, work) in works.enumerated() { #expect(work.outcome() == number * 3) }
        #expect(count.withLock { $0 } == 2_000)
    }

    @Test("is done by who asks for it while all processors are busy")
    func busy() {
        let gate = DispatchSemaphore(value: 0)
        let busy = (0..<256).map { _ in Meanwhile { gate.wait() } }
        #expect(Meanwhile { 7 }.outcome() == 7)
        for _ in busy { gate.signal() }
        for work in busy { work.outcome() }
    }
}
