import Fingerprints

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the memory of a site's last build is kept: a file in the user's folder for caches, named after the place of the
/// site. It is not kept in the site or beside it, since those are looked through, committed and copied to servers.
///
/// Nothing here is ever an error: without a memory a build only takes longer.
struct MemoryFile {
    /// The folder for caches and, in it, the file.
    private let folder: String
    private let path: String

    /// The file for a site; nil if there is no place for it.
    ///
    /// The folder is `VERBATIM_CACHE`, or else `verbatim` in `XDG_CACHE_HOME`, or in the folder for caches that is usual
    /// on the system. An empty `VERBATIM_CACHE` keeps nothing.
    init?(ofSite output: String) {
        guard let site = Disk.realPath(output), let folder = Self.folder else { return nil }
        self.folder = folder
        path = folder + "/" + Fingerprint { $0.add(site) }.text + Self.ending
    }

    private static let ending = ".memory"
    /// More than any site needs: some hundred bytes a page.
    private static let largest = 256 << 20

    private static var folder: String? {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        if let named = variable("VERBATIM_CACHE") { return named.hasPrefix("/") ? named : nil }
        if let caches = variable("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/verbatim" }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        #if canImport(Darwin)
            return home + "/Library/Caches/verbatim"
        #else
            return home + "/.cache/verbatim"
        #endif
    }

    /// What is remembered; nil if nothing is, or nothing that can be relied on.
    func read() -> BuildMemory? {
        guard let bytes = try? Disk.read(path), bytes.count <= Self.largest else { return nil }
        return BuildMemory(reading: bytes)
    }

    /// Remembers a build in place of the last one.
    func write(_ memory: BuildMemory) {
        guard makeFolders(folder) else { return }
        // Under another name first, so that nobody ever reads half of it.
        let new = path + ".\(getpid())"
        let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let isWhole = memory.words.withUnsafeBytes { Disk.write($0, to: file) }
        guard close(file) == 0, isWhole, rename(new, path) == 0 else {
            unlink(new)
            return
        }
        clearAway()
    }

    /// Forgets the last build.
    func forget() { unlink(path) }

    /// Removes what has not been written for some months: the site is perhaps gone. If not, one build takes longer.
    private func clearAway() {
        let oldest = time(nil) - 90 * 24 * 60 * 60
        for name in (try? Disk.names(in: folder)) ?? [] where name.contains(Self.ending) {
            guard let status = Disk.status(of: folder + "/" + name), status.seconds < oldest else { continue }
            unlink(folder + "/" + name)
        }
    }

    private func makeFolders(_ path: String) -> Bool {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
        return makeFolders(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
    }
}
