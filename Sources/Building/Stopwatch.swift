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
    private(set) var pages = 0
    private(set) var bytes = 0
    private var rendering = Duration.zero
    private var writing = Duration.zero

    var shareOfRendering: Double {
        let all = rendering + writing
        return all > .zero ? rendering / all : 1
    }

    /// Renders a page or another file and writes it, unless something comes of rendering already. The clock is read only if
    /// somebody asked for the time.
    mutating func spend<Outcome>(
        isTimed: Bool,
        isPage: Bool,
        on bytes: inout [UInt8],
        rendering render: (inout [UInt8]) throws -> Outcome?,
        writing write: ([UInt8]) throws -> Outcome
    ) rethrows -> Outcome {
        let start = isTimed ? ContinuousClock.now : nil
        let known = try render(&bytes)
        let rendered = start.map { _ in ContinuousClock.now }
        if known == nil {
            pages += isPage ? 1 : 0
            self.bytes += bytes.count
        }
        let outcome = try known ?? write(bytes)
        if let start, let rendered {
            rendering += rendered - start
            writing += ContinuousClock.now - rendered
        }
        return outcome
    }

    static func += (left: inout WorkerTime, right: WorkerTime) {
        left.pages += right.pages
        left.bytes += right.bytes
        left.rendering += right.rendering
        left.writing += right.writing
    }
}
