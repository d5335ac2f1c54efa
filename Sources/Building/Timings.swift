/// Where the time of a build went, and what it made in that time.
public struct Timings: Sendable {
    /// The parts of a build, in their order. Their names are what people and programs see.
    public enum Phase: String, CaseIterable, Sendable {
        /// The study's files come from the disk.
        case read
        /// The files become a checked study.
        case resolve
        /// The templates are read, parsed and compiled, so far as that is not done while the study is resolved.
        case templates
        /// What the pages show is worked out, and what all of them share is made.
        case plan
        /// Pages become bytes.
        case render
        /// Bytes are compared with the files that stand, and what differs is written.
        case write
        /// The new site takes the place of the former one.
        case commit
    }

    private var durations: [Phase: Duration] = [:]
    /// How many pages were made, whether they had to be written or not.
    public internal(set) var pagesRendered = 0
    /// How many bytes the pages and the other files made from the study have, whether they had to be written or not.
    public internal(set) var bytesRendered = 0

    /// How long a phase took by the clock on the wall.
    ///
    /// Rendering and writing take turns in each worker. The time of both is divided as the workers' time was.
    public subscript(phase: Phase) -> Duration { durations[phase, default: .zero] }

    /// All phases together.
    public var total: Duration { durations.values.reduce(.zero, +) }

    mutating func add(_ duration: Duration, to phase: Phase) { durations[phase, default: .zero] += duration }
}
