/// Why a site could not be published. The site that stood before stands untouched.
public enum PublishingError: Error, Equatable, Sendable {
    /// The folder has something in it, and Verbatim did not make it. `found` is an example of what is there.
    case notASite(folder: String, found: String)
    /// Something other than a folder stands where the site should go.
    case notAFolder(path: String)
    /// The list of what Verbatim made cannot be relied on, from that line on.
    case damagedManifest(path: String, line: Int)
    /// The list of what Verbatim made is of a kind that this version does not know.
    case unknownManifest(path: String)
    /// Something that Verbatim did not make stands where a file of the site must go.
    case foreignFileInTheWay(path: String)
    /// Another build is writing the same site.
    case inUse(folder: String)
    /// The folder is a mount point, so it cannot be replaced as a whole.
    case mountPoint(folder: String)
    /// Folders are nested so deeply that Verbatim does not follow.
    case tooDeep(folder: String)
    /// Someone else changed the site while it was being published.
    case changedMeanwhile(path: String)
    /// Two files of the site have the same path, or one is the folder of the other.
    case clash(SitePath, SitePath)
    /// The publication was asked for something after it had ended, or to commit while files were being written.
    case outOfTurn
    /// The system refused: what was tried, on which path, and the system's error number.
    case system(Operation, path: String, errno: Int32)

    /// What the system was asked to do.
    public enum Operation: String, Equatable, Sendable {
        case create, exchange, list, lock, open, read, remove, rename, write
        case carryOver = "carry over"
        case makeFolder = "make the folder"
        case setPermissions = "set the permissions of"
    }

    /// Whether the person who runs Verbatim can mend it by choosing another folder or clearing this one.
    public var isMistakeOfUse: Bool {
        switch self {
        case .notASite, .notAFolder, .damagedManifest, .unknownManifest, .foreignFileInTheWay, .inUse, .mountPoint,
            .tooDeep:
            true
        case .changedMeanwhile, .clash, .outOfTurn, .system: false
        }
    }
}
