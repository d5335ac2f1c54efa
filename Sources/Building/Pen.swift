import Bytes
import Publishing

/// Brings pages into files, one after the other, for one worker: it has the room for their bytes, and minds the clock if
/// somebody asked for the time.
final class Pen {
    /// What was done so far, and how long that took.
    private(set) var time = WorkerTime()
    private let clock: WorkerClock
    private let spout: Spout
    private var output: ByteStream

    /// From how much room on it is let go of: a page that needed more is rare.
    private static let ordinaryCapacity = 1 << 21

    init(isTimed: Bool) {
        clock = WorkerClock(isTimed: isTimed)
        let spout = Spout(clock)
        self.spout = spout
        output = ByteStream { spout.take($0) }
    }

    /// Does something that belongs to making pages.
    func prepare<Outcome>(_ work: () throws -> Outcome) rethrows -> Outcome {
        try clock.measure(&time.rendering, work)
    }

    /// Puts what `content` appends into a file, and ends the file.
    func write(_ file: StreamedFile, isPage: Bool, _ content: (inout ByteStream) -> Void) throws -> FileNumber {
        spout.begin(file)
        clock.measure(&time.rendering) { content(&output) }
        time.rendering -= spout.time
        time.writing += spout.time
        time.pages += isPage ? 1 : 0
        time.bytes += spout.count + output.bytes.count
        defer {
            if output.bytes.capacity > Self.ordinaryCapacity { output.bytes = [] }
            output.bytes.removeAll(keepingCapacity: true)
        }
        return try clock.measure(&time.writing) { try file.finish(output.bytes) }
    }

    /// Takes the bytes of a large file while it is made.
    private final class Spout {
        private(set) var count = 0
        private(set) var time = Duration.zero
        private var file: StreamedFile?
        private let clock: WorkerClock

        init(_ clock: WorkerClock) { self.clock = clock }

        func begin(_ file: StreamedFile) {
            self.file = file
            count = 0
            time = .zero
        }

        func take(_ bytes: UnsafeRawBufferPointer) {
            count += bytes.count
            clock.measure(&time) { file?.append(bytes) }
        }
    }
}
