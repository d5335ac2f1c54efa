import Dispatch
import Synchronization

/// Work on things that do not depend on each other, which other processors begin with while this one goes on with
/// something else, and with which it helps as soon as it has nothing else to do.
public final class Alongside<Outcome: Sendable>: Sendable {
    /// What came of a run of positions.
    private struct Run {
        let start: Int
        let outcomes: [Outcome]
    }

    private let count: Int
    private let length: Int
    private let transform: @Sendable (Int) -> Outcome
    private let next = Atomic(0)
    private let runs = Mutex<[Run]>([])
    private let done = Atomic(0)
    /// Signalled by who does the last of the work.
    private let end = DispatchSemaphore(value: 0)

    /// Work that `begin()` begins with. A processor takes `length` positions at a time.
    public init(_ count: Int, runsOf length: Int, _ transform: @escaping @Sendable (Int) -> Outcome) {
        self.count = count
        self.length = length
        self.transform = transform
    }

    /// Lets other processors begin, as soon as they are free.
    public func begin() { DispatchQueue.global().async { self.workOnAllProcessors() } }

    /// What came of each position before `count`, in order. Helps until all is done, and waits for nobody who has not begun.
    public func outcomes() -> [Outcome] {
        workOnAllProcessors()
        if count > 0 {
            end.wait()
            // For the next one who asks.
            end.signal()
        }
        let runs = runs.withLock { $0 }
        return runs.sorted { $0.start < $1.start }.flatMap(\.outcomes)
    }

    private func workOnAllProcessors() {
        // Whoever comes too late finds nothing to do.
        DispatchQueue.concurrentPerform(iterations: min(64, (count + length - 1) / length)) { _ in work() }
    }

    /// Takes one run after the other until none is left.
    private func work() {
        while true {
            let start = next.add(length, ordering: .relaxed).oldValue
            guard start < count else { return }
            let run = Run(start: start, outcomes: (start..<min(start + length, count)).map(transform))
            runs.withLock { $0.append(run) }
            let all = done.add(run.outcomes.count, ordering: .acquiringAndReleasing).newValue
            if all == count { end.signal() }
        }
    }
}
