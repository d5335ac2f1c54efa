#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What ends a program from outside, so far as it can be put off.
enum Interruptions {
    /// Does something that should not be left half done, and that is over before anybody could wait for it. Who asks the
    /// program to end meanwhile is not heard.
    static func held<Outcome>(_ work: () -> Outcome) -> Outcome {
        let requests = [SIGINT, SIGTERM, SIGHUP]
        let handlers = requests.map { signal($0, SIG_IGN) }
        defer {
            for (request, handler) in zip(requests, handlers) { signal(request, handler) }
        }
        return work()
    }
}
