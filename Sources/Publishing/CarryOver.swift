#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Brings what stays from the former site into the new one: files that did not change, and everything that Verbatim
/// did not make. Each gets a second name, so it stays the same file, with its number and its times.
struct CarryOver {
    /// What became of a file that Verbatim made.
    enum Fate {
        case unchanged
        case replaced, dropped
    }

    private let fates: [SitePath: Fate]
    private let formerFolders: Set<String>
    private let device: UInt64
    /// Things that Verbatim did not make and that are now in the new site, by their path.
    private(set) var foreign: Set<FileName> = []
    private(set) var unchanged = 0

    /// A carrying-over of the files that were made before, each with its fate; `folders` are those that hold them.
    init(of fates: [SitePath: Fate], in folders: Set<String>, from former: Folder) throws(PublishingError) {
        self.fates = fates
        formerFolders = folders
        device = try former.status().device
    }

    /// Carries everything over.
    mutating func run(from former: Folder, to new: Folder) throws(PublishingError) {
        try carry(former, to: Target(new), path: [], depth: 0)
        let code = new.take(try former.status(), withTime: false)
        guard code == 0 else { throw new.failure(.carryOver, "", code) }
    }

    /// Whether something in the former site is either Verbatim's or stands in the new site too.
    func isKnown(_ path: FileName, _ kind: Status.Kind) -> Bool {
        if foreign.contains(path) { return true }
        guard let text = path.text else { return false }
        if kind == .folder { return formerFolders.contains(text) }
        return kind == .file && SitePath(text).flatMap { fates[$0] } != nil
    }

    private mutating func carry(
        _ folder: Folder,
        to target: Target,
        path: FileName,
        depth: Int
    ) throws(PublishingError) {
        guard depth < Removal.deepestNesting else { throw .tooDeep(folder: folder.path) }
        for entry in try folder.entries() {
            if depth == 0, entry.name.text == Manifest.name { continue }
            let inner = path.appending(entry.name)
            guard let kind = try folder.kind(of: entry) else { continue }
            if kind == .folder {
                try carryFolder(entry.name, in: folder, to: target, path: inner, depth: depth)
                continue
            }
            switch kind == .file ? inner.text.flatMap(SitePath.init).flatMap({ fates[$0] }) : nil {
            case .unchanged:
                try carryFile(entry.name, in: folder, to: target.open())
                unchanged += 1
            case .replaced, .dropped: break
            case nil:
                try carryFile(entry.name, in: folder, to: target.open())
                foreign.insert(inner)
            }
        }
    }

    private mutating func carryFolder(
        _ name: FileName,
        in parent: Folder,
        to target: Target,
        path: FileName,
        depth: Int
    ) throws(PublishingError) {
        let folder = try parent.folder(name)
        let status = try folder.status()
        guard status.device == device else { throw .mountPoint(folder: folder.path) }
        let inner = Target(name, in: target, like: status, at: folder.path)
        let isForeign = path.text.map { !formerFolders.contains($0) } ?? true
        if isForeign {
            // Kept even if it is empty. Verbatim's own folders are made only if something goes into them.
            _ = try inner.open()
            foreign.insert(path)
        }
        try carry(folder, to: inner, path: path, depth: depth + 1)
        if isForeign {
            let code = try inner.open().take(status, withTime: true)
            guard code == 0 else { throw parent.failure(.carryOver, name, code) }
        }
    }

    private func carryFile(
        _ name: FileName,
        in folder: Folder,
        to target: Folder
    ) throws(PublishingError) {
        var code = folder.link(name, into: target)
        // File systems without second names, and systems that do not allow them for files of other people.
        if [EPERM, EACCES, EMLINK, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(code) {
            code = try folder.copy(name, into: target)
        }
        switch code {
        case 0: return
        case EEXIST: throw .foreignFileInTheWay(path: folder.describe(name))
        case ENOENT: throw .changedMeanwhile(path: folder.describe(name))
        case EXDEV: throw .mountPoint(folder: folder.describe(name))
        default: throw folder.failure(.carryOver, name, code)
        }
    }
}

/// A folder of the new site that is made when the first thing goes into it.
private final class Target {
    private let parent: Target?
    private let name: FileName
    private let like: Status?
    private let formerPath: String
    private var folder: Folder?

    init(_ folder: Folder) {
        parent = nil
        name = []
        like = nil
        formerPath = ""
        self.folder = folder
    }

    init(_ name: FileName, in parent: Target, like: Status, at formerPath: String) {
        self.parent = parent
        self.name = name
        self.like = like
        self.formerPath = formerPath
    }

    /// The folder, with the permissions of the one that it comes from.
    func open() throws(PublishingError) -> Folder {
        if let folder { return folder }
        guard let parent, let like else { throw .outOfTurn }
        let above = try parent.open()
        let code = above.makeFolder(name)
        guard code == 0 || code == EEXIST else { throw above.failure(.makeFolder, name, code) }
        // A page of the new site may have the name that a folder of somebody else has.
        let standing = try above.status(of: name)
        guard standing?.kind == .folder else { throw .foreignFileInTheWay(path: formerPath) }
        let opened = try above.folder(name)
        let taken = opened.take(like, withTime: false)
        guard taken == 0 else { throw above.failure(.carryOver, name, taken) }
        folder = opened
        return opened
    }
}
