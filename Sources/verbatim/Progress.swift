import Synchronization

/// Tells a person at a terminal how far a long piece of work is; silent for the first second and elsewhere.
final class Progress: Sendable {
    private let start = ContinuousClock.now
    private let isShown: Bool
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    init(isShown: Bool) { self.isShown = isShown }

    /// Takes note of how much is done.
    func report(_ done: Int, of total: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        guard now - start > .seconds(1) else { return }
        let isDue = lastShown.withLock { last in
            if let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
        if isDue { Console.message("\r\u{1B}[Kverbatim: \(done) of \(total) pages") }
    }

    /// Takes the line away again.
    func finish() {
        if lastShown.withLock({ $0 != nil }) { Console.message("\r\u{1B}[K") }
    }
}
