#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension PublishingError: CustomStringConvertible {
    /// What is wrong, as a sentence without a full stop.
    public var description: String {
        switch self {
        case .notASite(let folder, let found):
            "the folder ‘\(folder)’ is not a site that Verbatim made: it holds ‘\(found)’"
        case .notAFolder(let path):
            "‘\(path)’ is not a folder"
        case .damagedManifest(let path, let line):
            "the list of what Verbatim made is damaged: ‘\(path)’, line \(line)"
        case .unknownManifest(let path):
            "the site was made by another version of Verbatim, whose list ‘\(path)’ this version cannot read"
        case .foreignFileInTheWay(let path):
            "‘\(path)’ stands where the site needs its place, and Verbatim did not make it"
        case .inUse(let folder):
            "another build is writing to ‘\(folder)’"
        case .mountPoint(let path):
            "‘\(path)’ is a mount point, so the site cannot be replaced in one step"
        case .tooDeep(let folder):
            "the folders in the site are nested too deeply, at ‘\(folder)’"
        case .changedMeanwhile(let path):
            "something else changed ‘\(path)’ while the site was being published"
        case .clash(let one, let other):
            one == other
                ? "two files of the site have the path ‘\(one)’"
                : "‘\(one)’ cannot be a file of the site and the folder of ‘\(other)’"
        case .outOfTurn:
            "the publication has already ended"
        case .system(let operation, let path, let code):
            "cannot \(operation.rawValue) ‘\(path)’: \(String(cString: strerror(code)))"
        }
    }

    /// How to mend it, as a sentence without a full stop, where that is known.
    public var help: String? {
        switch self {
        case .notASite: "name an empty or a new folder for the site"
        case .notAFolder: "name a folder for the site"
        case .damagedManifest, .unknownManifest:
            "look through the folder, delete it if nothing in it is needed, and build again"
        case .foreignFileInTheWay: "move it out of the site’s folder, or rename it"
        case .inUse: "wait for it to end, and build again"
        case .mountPoint: "name a folder inside the mount point for the site"
        case .tooDeep: "move what Verbatim did not make out of the site’s folder"
        case .changedMeanwhile: "build again"
        case .clash, .outOfTurn: nil
        case .system(_, _, let code) where code == EACCES || code == EPERM || code == EROFS:
            "Verbatim makes the new site beside the former one, so it must be allowed to write in the folder above"
        case .system(_, _, let code) where code == ENOSPC || code == EDQUOT:
            "free some space on the disk, and build again"
        case .system: nil
        }
    }
}
