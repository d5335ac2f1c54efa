import Dispatch
import Synchronization

/// Work on things that do not depend on each other, on all processors.
public enum SideBySide {
    /// What comes of each item, in the order of the items, whichever is done first.
    public static func map<Item: Sendable, Outcome: Sendable>(
        _ items: [Item],
        _ transform: @Sendable (Item) -> Outcome
    ) -> [Outcome] {
        map(items.count, runsOf: 1) { run in run.map { transform(items[$0]) } }
    }

    /// What comes of each position before `count`, in order. `make` is given runs of at most `length` positions, each
    /// on its own; a list that is no longer than one run is made where the caller stands.
    public static func map<Outcome: Sendable>(
        _ count: Int,
        runsOf length: Int,
        _ make: @Sendable (Range<Int>) -> [Outcome]
    ) -> [Outcome] {
        guard count > length else { return make(0..<count) }
        let starts = Array(stride(from: 0, to: count, by: length))
        let outcomes = Mutex([[Outcome]](repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { run in
            let made = make(starts[run]..<min(starts[run] + length, count))
            outcomes.withLock { $0[run] = made }
        }
        return outcomes.withLock { Array($0.joined()) }
    }
}
