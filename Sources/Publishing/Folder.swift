#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Asked before every change to the disk; a number other than 0 is taken for the system's refusal. For tests.
typealias Refusal = @Sendable (PublishingError.Operation, _ path: String) -> Int32

/// An open folder. Everything in it is reached relative to it and never through a symbolic link in the last part
/// of a name.
///
/// Functions that end in a number return 0 or the system's error number; the others throw.
final class Folder: Sendable {
    let descriptor: Int32
    /// Where the folder was when it was opened, for messages.
    let path: String
    private let refusal: Refusal?

    private init(descriptor: Int32, path: String, refusal: Refusal?) {
        self.descriptor = descriptor
        self.path = path
        self.refusal = refusal
    }

    deinit { close(descriptor) }

    /// Opens a folder by its path. Links in the path are followed.
    convenience init(path: String, refusal: Refusal?) throws(PublishingError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(.open, path: path, errno: errno) }
        self.init(descriptor: descriptor, path: path, refusal: refusal)
    }

    /// Opens a folder in this one, or throws `ENOTDIR` or `ELOOP` if something else has that name.
    func folder(_ name: UnsafePointer<CChar>) throws(PublishingError) -> Folder {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw failure(.open, name, errno) }
        return Folder(descriptor: opened, path: describe(name), refusal: refusal)
    }

    /// The path of something in this folder, for messages.
    func describe(_ name: UnsafePointer<CChar>) -> String {
        path == "/" ? path + String(cString: name) : path + "/" + String(cString: name)
    }

    /// An error about something in this folder.
    func failure(
        _ operation: PublishingError.Operation,
        _ name: UnsafePointer<CChar>,
        _ code: Int32
    ) -> PublishingError {
        .system(operation, path: describe(name), errno: code)
    }

    /// Changes the disk by a system call: 0, or the error number.
    func change(
        _ operation: PublishingError.Operation,
        _ name: UnsafePointer<CChar>,
        _ call: () -> Int32
    ) -> Int32 {
        if let refusal {
            let code = refusal(operation, describe(name))
            if code != 0 { return code }
        }
        while call() == -1 {
            if errno != EINTR { return errno }
        }
        return 0
    }
}

extension Folder {
    /// What the system knows of this folder.
    func status() throws(PublishingError) -> Status {
        var found = stat()
        guard fstat(descriptor, &found) == 0 else { throw .system(.read, path: path, errno: errno) }
        return Status(found)
    }

    /// What the system knows of something in this folder, or nil if there is nothing. A link is not followed.
    func status(of name: UnsafePointer<CChar>) throws(PublishingError) -> Status? {
        var found = stat()
        if fstatat(descriptor, name, &found, AT_SYMLINK_NOFOLLOW) == 0 { return Status(found) }
        guard errno == ENOENT || errno == ENOTDIR else { throw failure(.read, name, errno) }
        return nil
    }

    /// Makes a folder in this one.
    func makeFolder(_ name: UnsafePointer<CChar>) -> Int32 {
        change(.makeFolder, name) { mkdirat(descriptor, name, 0o777) }
    }

    /// Makes the folders above something in this one that are missing.
    func makeFolders(above path: String) throws(PublishingError) {
        let code = makingFolders(above: path) { 0 }
        guard code == 0 else { throw failure(.makeFolder, path, code) }
    }

    /// Makes the folders above something in this one that are missing, and then does something.
    func makingFolders(above path: String, _ work: () -> Int32) -> Int32 {
        for end in path.utf8.indices where path.utf8[end] == UInt8(ascii: "/") {
            let code = makeFolder(String(path[..<end]))
            guard code == 0 || code == EEXIST else { return code }
        }
        return work()
    }

    /// Removes a file or a link.
    func removeFile(_ name: UnsafePointer<CChar>) -> Int32 {
        change(.remove, name) { unlinkat(descriptor, name, 0) }
    }

    /// Removes an empty folder.
    func removeFolder(_ name: UnsafePointer<CChar>) -> Int32 {
        change(.remove, name) { unlinkat(descriptor, name, Int32(AT_REMOVEDIR)) }
    }

    /// Gives a file of this folder a second name in another.
    func link(_ name: UnsafePointer<CChar>, into target: Folder) -> Int32 {
        target.change(.carryOver, name) { linkat(descriptor, name, target.descriptor, name, 0) }
    }

    /// Renames something in this folder, perhaps into another.
    func rename(
        _ name: UnsafePointer<CChar>,
        to newName: UnsafePointer<CChar>,
        in target: Folder? = nil
    ) -> Int32 {
        change(.rename, newName) { renameat(descriptor, name, (target ?? self).descriptor, newName) }
    }

    /// Gives this folder the permissions and, if wanted, the times of another.
    func take(_ status: Status, withTime: Bool) -> Int32 {
        tolerating(
            change(.setPermissions, "") {
                guard fchmod(descriptor, status.permissions) == 0 else { return -1 }
                return withTime ? futimens(descriptor, [status.read, status.modified]) : 0
            }
        )
    }

    /// Shared drives often know no permissions and no times, or let only the owner set them. That is no reason
    /// not to publish.
    func tolerating(_ code: Int32) -> Int32 { [EPERM, EACCES, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(code) ? 0 : code }
}

/// What the system knows of a file.
struct Status {
    enum Kind { case file, folder, link, other }
    let kind: Kind
    /// The system's number of the file.
    let number: UInt64
    let size: Int
    let device: UInt64
    let permissions: mode_t
    let read: timespec
    let modified: timespec

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        number = UInt64(status.st_ino)
        size = Int(status.st_size)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        permissions = status.st_mode & 0o7777
        #if canImport(Darwin)
            read = status.st_atimespec
            modified = status.st_mtimespec
        #else
            read = status.st_atim
            modified = status.st_mtim
        #endif
    }
}
