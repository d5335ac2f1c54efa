#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a publication knows of its files; shared by all threads that write, under a lock.
///
/// Each file has a number, by which it is found without looking its path up: those of the former site that of their
/// place in its list, new ones in turn.
struct Ledger {
    enum Outcome: Equatable {
        /// Some thread is at it.
        case pending
        /// It stands already; with its stamp, if it was known by that.
        case unchanged(FileStamp?)
        case written(Int)

        /// Whether it stands in the site as it should.
        var stays: Bool { if case .unchanged = self { true } else { false } }
    }

    private let former: Manifest?
    /// The files that the former site has not, in the order in which they were claimed.
    private(set) var added: [SitePath] = []
    private var numbersOfAdded: [SitePath: Int] = [:]
    /// By number: what became of each file; nil for one that is not in the new site.
    private(set) var outcomes: [Outcome?]
    /// Folders of the new site, each with whether it is a real folder in the former one.
    private var folders: [String: Bool] = ["": true]
    /// The files of the former site that have the name of a folder of the new one.
    private var givingWay: Set<Int> = []
    private var madeFolders: Set<String> = [""]
    private(set) var pending = 0

    /// A ledger that knows what was made before.
    init(former: Manifest?) {
        self.former = former
        outcomes = Array(repeating: nil, count: former?.paths.count ?? 0)
    }

    /// What to do with a file of the new site.
    struct Claim {
        let number: Int
        /// Whether Verbatim made it before.
        let wasMade: Bool
        /// Whether its folder stands in the former site, so that a file may stand in it.
        let mayStand: Bool
    }

    /// Notes that a file is going to be written, once.
    mutating func claim(_ path: SitePath, in site: Folder?) throws(PublishingError) -> Claim {
        let known = number(of: path)
        guard known.map({ outcomes[$0] == nil }) ?? true, folders[path.rawValue] == nil else {
            throw .clash(path, path)
        }
        let mayStand = try enter(path, in: site)
        let number = known ?? add(path)
        outcomes[number] = .pending
        pending += 1
        return Claim(number: number, wasMade: wasMade(number), mayStand: mayStand && site != nil)
    }

    /// Notes what became of a file that was claimed.
    mutating func settle(_ number: Int, _ outcome: Outcome?) {
        outcomes[number] = outcome
        pending -= 1
    }

    /// Notes that a file stays as it stands; false if Verbatim did not make it before.
    mutating func keep(_ number: Int, bearing stamp: FileStamp, in site: Folder) throws(PublishingError) -> Bool {
        guard let path = former?.paths[number] else { return false }
        guard outcomes[number] == nil, !givingWay.contains(number) else { throw .clash(path, path) }
        _ = try enter(path, in: site)
        outcomes[number] = .unchanged(stamp)
        return true
    }

    /// The path of a file.
    func path(of number: Int) -> SitePath {
        guard let former else { return added[number] }
        return number < former.paths.count ? former.paths[number] : added[number - former.paths.count]
    }

    /// Whether Verbatim made a file before.
    func wasMade(_ number: Int) -> Bool { number < former?.paths.count ?? 0 }

    private func number(of path: SitePath) -> Int? { former?.position(of: path.rawValue) ?? numbersOfAdded[path] }

    private mutating func add(_ path: SitePath) -> Int {
        let number = outcomes.count
        numbersOfAdded[path] = number
        added.append(path)
        outcomes.append(nil)
        return number
    }

    /// Notes the folders of a file, and whether the innermost stands in the former site.
    private mutating func enter(_ path: SitePath, in site: Folder?) throws(PublishingError) -> Bool {
        guard path.isInFolder else { return true }
        if let known = folders[String(path.folder)] { return known }
        var stands = true
        for folder in path.folders {
            if let known = folders[folder] {
                stands = known
                continue
            }
            if let number = SitePath(folder).flatMap(number) {
                if outcomes[number] != nil { throw .clash(self.path(of: number), path) }
                givingWay.insert(number)
            }
            if stands { stands = try self.stands(folder, in: site) }
            folders[folder] = stands
        }
        return stands
    }

    private func stands(_ folder: String, in site: Folder?) throws(PublishingError) -> Bool {
        guard let site, let status = try site.status(of: folder) else { return false }
        if status.kind == .folder { return true }
        // A file of the former site that gives way to a folder goes; anything else is somebody else's.
        guard status.kind == .file, SitePath(folder).flatMap(number).map(wasMade) ?? false else {
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
