/// Reads the clock where one phase ends and the next begins; does nothing if nobody asked for the time.
struct Stopwatch {
    /// What was measured so far; nil if nobody asked.
    private(set) var timings: Timings?
    private var last: ContinuousClock.Instant?

    /// Starts, or goes on with what was measured before.
    init(_ timings: Timings?) {
        self.timings = timings
        last = timings.map { _ in ContinuousClock.now }
    }

    /// The time since the last call belongs to a phase.
    mutating func ended(_ phase: Timings.Phase) {
        guard let duration = lap() else { return }
        timings?.add(duration, to: phase)
    }

    /// The time since the last call belongs to rendering and writing, in the proportion in which workers spent theirs.
    mutating func ended(_ work: WorkerTime) {
        guard let duration = lap() else { return }
        let rendering = duration * work.shareOfRendering
        timings?.add(rendering, to: .render)
        timings?.add(duration - rendering, to: .write)
        timings?.pagesRendered += work.pages
        timings?.bytesRendered += work.bytes
    }

    private mutating func lap() -> Duration? {
        guard let start = last else { return nil }
        let now = ContinuousClock.now
        last = now
        return now - start
    }
}

/// What workers did, each for itself and then added up.
struct WorkerTime: Sendable {
    var pages = 0
    var bytes = 0
    var rendering = Duration.zero
    var writing = Duration.zero

    var shareOfRendering: Double {
        let all = rendering + writing
        return all > .zero ? rendering / all : 1
    }

    static func += (left: inout WorkerTime, right: WorkerTime) {
        left.pages += right.pages
        left.bytes += right.bytes
        left.rendering += right.rendering
        left.writing += right.writing
    }
}

/// Reads the clock before and after some work; does nothing of the kind if nobody asked for the time.
struct WorkerClock: Sendable {
    let isTimed: Bool

    /// Does some work, and adds how long it took.
    func measure<Outcome>(_ duration: inout Duration, _ work: () throws -> Outcome) rethrows -> Outcome {
        guard isTimed else { return try work() }
        let start = ContinuousClock.now
        defer { duration += ContinuousClock.now - start }
        return try work()
    }
}
