#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a site goes: a name in a folder. What is needed while it is made stands beside it.
struct Output {
    let parent: Folder
    let name: String

    /// Where the site stands, for messages.
    var path: String { parent.describe(name) }

    /// Finds the place, following links, and makes the folders above it that are missing.
    init(_ output: String, refusal: Refusal?) throws(PublishingError) {
        let whole: String
        if let resolved = Output.resolve(output) {
            whole = resolved
        } else {
            let (above, name) = Output.split(output)
            guard !name.isEmpty, name != ".", name != ".." else { throw .notAFolder(path: output) }
            try Output.makeFolders(above)
            guard let folder = Output.resolve(above) else { throw .system(.open, path: above, errno: errno) }
            whole = folder == "/" ? "/" + name : folder + "/" + name
        }
        let (above, name) = Output.split(whole)
        guard !name.isEmpty else { throw .notASite(folder: "/", found: "the whole system") }
        parent = try Folder(path: above, refusal: refusal)
        self.name = name
    }

    /// The name of what stands beside the site, hidden, for one use.
    func beside(_ use: String) -> String { ".\(name).verbatim-\(use)" }

    /// A name for something beside the site that was free, with the result of making it there.
    ///
    /// The number is the process's, and counts on if a folder that must be kept has that name.
    func freeName(_ use: Leftovers.Use, _ make: (String) -> Int32) -> (name: String, code: Int32) {
        var number = getpid()
        while true {
            let name = beside(use.rawValue + "\(number)")
            let code = make(name)
            guard [EEXIST, ENOTEMPTY, ENOTDIR].contains(code), number &- getpid() < 1_000 else { return (name, code) }
            number &+= 1
        }
    }

    private static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func split(_ path: String) -> (above: String, name: String) {
        var rest = path[...]
        while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", String(rest)) }
        let name = String(rest[rest.utf8.index(after: slash)...])
        return slash == rest.startIndex ? ("/", name) : (String(rest[..<slash]), name)
    }

    private static func makeFolders(_ path: String) throws(PublishingError) {
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, path != "/", path != "." else { throw .system(.makeFolder, path: path, errno: errno) }
        try makeFolders(split(path).above)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw .system(.makeFolder, path: path, errno: errno)
        }
    }
}
