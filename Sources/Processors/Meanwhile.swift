import Dispatch
import Synchronization

/// Work that another processor does while this one goes on with something else.
public struct Meanwhile<Outcome: Sendable>: Sendable {
    /// What both threads know of the work.
    private final class Progress: Sendable {
        let isTaken = Atomic(false)
        let outcome = AtomicLazyReference<Made<Outcome>>()

        /// Does the work, unless somebody has begun with it.
        func take(_ work: () -> Outcome) {
            guard !isTaken.exchange(true, ordering: .relaxed) else { return }
            _ = outcome.storeIfNil(Made(work()))
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
        if let outcome = progress.outcome.load() { return outcome.value }
        progress.take(work)
        if let outcome = progress.outcome.load() { return outcome.value }
        group.wait()
        return progress.outcome.load()?.value ?? work()
    }
}
