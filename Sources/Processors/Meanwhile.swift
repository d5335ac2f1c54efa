import Dispatch
import Synchronization

/// Work that another processor does while this one goes on with something else.
public struct Meanwhile<Outcome: Sendable>: Sendable {
    /// What both threads know of the work.
    private final class Progress: Sendable {
        let isTaken = Atomic(false)
        let outcome = Mutex<Outcome?>(nil)

        /// Does the work, unless somebody has begun with it.
        func take(_ work: () -> Outcome) {
            guard !isTaken.exchange(true, ordering: .relaxed) else { return }
            let done = work()
            outcome.withLock { $0 = done }
        }
    }

    private let work: @Sendable () -> Outcome
    private let progress = Progress()
    private let group = DispatchGroup()

    /// Begins as soon as a processor is free.
    public init(_ work: @escaping @Sendable () -> Outcome) {
        self.work = work
        let progress = progress
        DispatchQueue.global().async(group: group) { progress.take(work) }
    }

    /// What came of it. Waits until it is done, or does it if no processor was free so far.
    public func outcome() -> Outcome {
        progress.take(work)
        if let outcome = progress.outcome.withLock({ $0 }) { return outcome }
        group.wait()
        return progress.outcome.withLock { $0 } ?? work()
    }
}
