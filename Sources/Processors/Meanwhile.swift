import Dispatch
import Synchronization

/// Work that another processor does while this one goes on with something else.
public struct Meanwhile<Outcome: Sendable>: Sendable {
    /// Holds what came of the work, for both threads.
    private final class Result: Sendable {
        let outcome = Mutex<Outcome?>(nil)
    }

    private let work: @Sendable () -> Outcome
    private let result = Result()
    private let group = DispatchGroup()

    /// Begins at once.
    public init(_ work: @escaping @Sendable () -> Outcome) {
        self.work = work
        let result = result
        DispatchQueue.global().async(group: group) {
            let outcome = work()
            result.outcome.withLock { $0 = outcome }
        }
    }

    /// What came of it; waits until it is done.
    public func outcome() -> Outcome {
        group.wait()
        return result.outcome.withLock { $0 } ?? work()
    }
}
