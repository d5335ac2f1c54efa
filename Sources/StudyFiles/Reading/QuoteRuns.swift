import Synchronization

/// The rows of a file in runs, each of which is handed out once: what was taken of it is let go of while others are still
/// to come, and not all at the end.
final class QuoteRuns: Sendable {
    /// How many rows there are.
    let count: Int
    /// Whether rows can be compared by their words.
    let haveWords: Bool
    /// Those to come, the next one last.
    private let runs: Mutex<[[QuoteRow]]>

    init(_ runs: [[QuoteRow]], haveWords: Bool) {
        count = runs.reduce(0) { $0 + $1.count }
        self.haveWords = haveWords
        self.runs = Mutex(runs.reversed())
    }

    /// The next rows; nil if there are none.
    func next() -> [QuoteRow]? { runs.withLock { $0.popLast() } }
}
