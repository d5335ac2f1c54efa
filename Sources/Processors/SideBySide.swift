import Dispatch

/// Work on things that do not depend on each other, on all processors.
public enum SideBySide {
    /// What comes of each item, in the order of the items, whichever is done first.
    public static func map<Item: Sendable, Outcome: Sendable>(
        _ items: [Item],
        _ transform: @Sendable (Item) -> Outcome
    ) -> [Outcome] {
        map(items.count, runsOf: 1) { transform(items[$0]) }
    }

    /// What comes of each position before `count`, in order. A processor takes `length` positions at a time; a list that
    /// is no longer is made where the caller stands.
    public static func map<Outcome: Sendable>(
        _ count: Int,
        runsOf length: Int,
        _ transform: @Sendable (Int) -> Outcome
    ) -> [Outcome] {
        map(count, runsOf: length, with: {}) { position, _ in transform(position) }
    }

    /// The same with something that each run makes for itself and uses again for each of its positions, such as a buffer.
    public static func map<Scratch, Outcome: Sendable>(
        _ count: Int,
        runsOf length: Int,
        with scratch: @Sendable () -> Scratch,
        _ transform: @Sendable (Int, inout Scratch) -> Outcome
    ) -> [Outcome] {
        guard count > 0 else { return [] }
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            // Each run fills places of its own, so nothing is shared and nothing is moved afterwards.
            nonisolated(unsafe) let places = buffer
            @Sendable func make(_ positions: Range<Int>) {
                var scratch = scratch()
                for position in positions { places.initializeElement(at: position, to: transform(position, &scratch)) }
            }
            if count <= length {
                make(0..<count)
            } else {
                DispatchQueue.concurrentPerform(iterations: (count + length - 1) / length) { run in
                    make(run * length..<min((run + 1) * length, count))
                }
            }
            initialized = count
        }
    }
}
