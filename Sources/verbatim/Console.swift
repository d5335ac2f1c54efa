#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the program says: results to standard output, messages to standard error.
enum Console {
    /// Whether messages go to a person at a terminal who wants colour.
    static var isColourful: Bool {
        isTerminal && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    /// Whether messages go to a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// A result.
    static func output(_ text: String) { write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) }

    /// A message, as it is.
    static func message(_ text: String) { write(text, to: STDERR_FILENO) }

    /// A reader may close its end at any time; then there is nobody left to tell.
    private static func write(_ text: String, to file: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(file, buffer.baseAddress, buffer.count)
                #else
                    Darwin.write(file, buffer.baseAddress, buffer.count)
                #endif
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
