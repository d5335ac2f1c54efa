import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps two builds from writing the same site at once. The system lets go of it if the process dies.
final class OutputLock: Sendable {
    private let folder: Folder
    private let name: String
    private let descriptor: Mutex<Int32?>

    /// Takes the lock, a file in this folder, or throws `.inUse(folder: site)`.
    init(_ name: String, in folder: Folder, site: String) throws(PublishingError) {
        self.folder = folder
        self.name = name
        descriptor = Mutex(try OutputLock.take(name, in: folder, site: site))
    }

    deinit { descriptor.withLock { if let open = $0 { close(open) } } }

    /// Lets go of the lock and removes its file.
    func release() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            // Before letting go: afterwards the file may be somebody else's lock.
            _ = folder.removeFile(name)
            close(open)
            descriptor = nil
        }
    }

    private static func take(_ name: String, in folder: Folder, site: String) throws(PublishingError) -> Int32 {
        while true {
            var file: Int32 = -1
            let code = folder.change(.lock, name) {
                file = openat(folder.descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
                return file
            }
            guard code == 0 else { throw folder.failure(.lock, name, code) }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(file)
                if code == EINTR { continue }
                throw code == EWOULDBLOCK ? .inUse(folder: site) : folder.failure(.lock, name, code)
            }
            // The one who had it may have removed the file after it was opened here; then the lock protects nothing.
            var held = stat()
            var standing = stat()
            if fstat(file, &held) == 0, fstatat(folder.descriptor, name, &standing, AT_SYMLINK_NOFOLLOW) == 0,
                held.st_ino == standing.st_ino, held.st_dev == standing.st_dev
            {
                return file
            }
            close(file)
        }
    }
}
