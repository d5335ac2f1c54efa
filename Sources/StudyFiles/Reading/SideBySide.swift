import Dispatch
import Synchronization

/// Work on things that do not depend on each other, on all processors.
enum SideBySide {
    /// What comes of each item, in the order of the items, whichever is done first.
    static func map<Item: Sendable, Outcome: Sendable>(
        _ items: [Item],
        _ transform: @Sendable (Item) -> Outcome
    ) -> [Outcome] {
        guard items.count > 1 else { return items.map(transform) }
        let outcomes = Mutex([Outcome?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            let outcome = transform(items[index])
            outcomes.withLock { $0[index] = outcome }
        }
        return outcomes.withLock { $0 }.compactMap(\.self)
    }
}
