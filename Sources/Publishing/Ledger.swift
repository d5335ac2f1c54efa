#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a publication knows of its files; shared by all threads that write, under a lock.
struct Ledger {
    /// A file of the former site, of the new one, or of both.
    struct File {
        /// Whether Verbatim made it before.
        let wasMade: Bool
        var outcome: Outcome?

        /// Whether it stands in the site as it should.
        var stays: Bool { if case .unchanged = outcome { true } else { false } }
    }

    enum Outcome: Equatable {
        /// Some thread is at it.
        case pending
        /// It stands already; with its stamp, if it was known by that.
        case unchanged(FileStamp?)
        case written(Int)
    }

    private(set) var files: [SitePath: File]
    /// Folders of the new site, each with whether it is a real folder in the former one.
    private var folders: [String: Bool] = ["": true]
    private var madeFolders: Set<String> = [""]
    private(set) var pending = 0

    /// A ledger that knows what was made before.
    init(former: Manifest?) {
        files = [:]
        files.reserveCapacity((former?.paths.count ?? 0) * 2)
        for path in former?.paths ?? [] { files[path] = File(wasMade: true) }
    }

    /// What to do with a file of the new site.
    struct Claim {
        let wasMade: Bool
        /// Whether its folder stands in the former site, so that a file may stand in it.
        let mayStand: Bool
    }

    /// Notes that a file is going to be written, once.
    mutating func claim(_ path: SitePath, in site: Folder?) throws(PublishingError) -> Claim {
        let file = files[path]
        guard file?.outcome == nil, folders[path.rawValue] == nil else { throw .clash(path, path) }
        let mayStand = try enter(path, in: site)
        let wasMade = file?.wasMade ?? false
        files[path] = File(wasMade: wasMade, outcome: .pending)
        pending += 1
        return Claim(wasMade: wasMade, mayStand: mayStand && site != nil)
    }

    /// Notes what became of a file that was claimed.
    mutating func settle(_ path: SitePath, _ outcome: Outcome?) {
        files[path]?.outcome = outcome
        pending -= 1
    }

    /// Notes that a file stays as it stands; false if Verbatim did not make it before.
    mutating func keep(_ path: SitePath, bearing stamp: FileStamp, in site: Folder) throws(PublishingError) -> Bool {
        guard files[path]?.wasMade == true else { return false }
        _ = try claim(path, in: site)
        settle(path, .unchanged(stamp))
        return true
    }

    /// Whether Verbatim made the file before.
    private func wasMade(_ path: String) -> Bool { SitePath(path).flatMap { files[$0] }?.wasMade ?? false }

    /// Notes the folders of a file, and whether the innermost stands in the former site.
    private mutating func enter(_ path: SitePath, in site: Folder?) throws(PublishingError) -> Bool {
        if let known = folders[String(path.folder)] { return known }
        var stands = true
        for folder in path.folders {
            if let known = folders[folder] {
                stands = known
                continue
            }
            if let file = SitePath(folder), files[file]?.outcome != nil { throw .clash(file, path) }
            if stands { stands = try self.stands(folder, in: site) }
            folders[folder] = stands
        }
        return stands
    }

    private func stands(_ folder: String, in site: Folder?) throws(PublishingError) -> Bool {
        guard let site, let status = try site.status(of: folder) else { return false }
        if status.kind == .folder { return true }
        // A file of the former site that gives way to a folder goes; anything else is somebody else's.
        guard status.kind == .file, wasMade(folder) else {
            throw .foreignFileInTheWay(path: site.describe(folder))
        }
        return false
    }

    /// Makes the folders of a file in the new site, each once.
    mutating func makeFolders(of path: SitePath, in staging: Folder) throws(PublishingError) {
        guard !madeFolders.contains(String(path.folder)) else { return }
        for folder in path.folders where madeFolders.insert(folder).inserted {
            let code = staging.makeFolder(folder)
            guard code == 0 else { throw staging.failure(.makeFolder, folder, code) }
        }
    }
}
