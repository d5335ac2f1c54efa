import Building
import Publishing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `build --timings` says.
enum TimingsTable {
    /// A line for each phase, then what was made and what it took.
    static func text(_ timings: Timings, _ summary: PublicationSummary) -> String {
        let total = timings.total
        var lines = [row("phase", "seconds", "share")]
        lines += Timings.Phase.allCases.map { row($0.rawValue, seconds(timings[$0]), share(timings[$0], of: total)) }
        lines += [
            row("all phases", seconds(total), ""), "",
            row("pages rendered", "\(timings.pagesRendered)", ""),
            row("files written", "\(summary.written)", ""),
            row("bytes rendered", "\(timings.bytesRendered)", ""),
            row("bytes written", "\(summary.bytesWritten)", ""),
        ]
        if let bytes = peakMemory { lines.append(row("peak memory", "\(bytes / 1_048_576) MB", "")) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ name: String, _ value: String, _ share: String) -> String {
        name + spaces(16, name) + spaces(12, value) + value + (share.isEmpty ? "" : spaces(7, share) + share)
    }

    private static func spaces(_ width: Int, _ text: String) -> String {
        String(repeating: " ", count: max(0, width - text.count))
    }

    private static func seconds(_ duration: Duration) -> String {
        let tenthsOfMilliseconds = Int(duration / .microseconds(100))
        let fraction = String(tenthsOfMilliseconds % 10_000)
        return "\(tenthsOfMilliseconds / 10_000).\(String(repeating: "0", count: 4 - fraction.count))\(fraction)"
    }

    private static func share(_ duration: Duration, of total: Duration) -> String {
        total > .zero ? "\(Int((duration / total * 100).rounded()))%" : ""
    }

    /// The most memory that this process had at any moment so far, in bytes.
    private static var peakMemory: Int? {
        var usage = rusage()
        // Linux counts in units of 1024 bytes, and its header makes the constant an enumeration.
        #if canImport(Glibc)
            let unit = 1024
            let status = getrusage(RUSAGE_SELF.rawValue, &usage)
        #else
            let unit = 1
            let status = getrusage(RUSAGE_SELF, &usage)
        #endif
        return status == 0 ? Int(usage.ru_maxrss) * unit : nil
    }
}
