#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of the former site, to be compared with the bytes that it should have, in one piece or bit by bit.
final class StandingFile {
    private let file: Int32
    private let folder: Folder
    private let path: SitePath
    /// How many bytes it has.
    let size: Int
    private let stamp: FileStamp
    /// How many of its bytes were found to be as they should be.
    private var offset = 0

    /// Whether all of it was found to be as it should be.
    var isAtEnd: Bool { offset == size }

    /// What stands at a path of the former site.
    enum Finding {
        case file(StandingFile)
        case missing
        /// A file that we may not read.
        case closed
        case folder
        /// It is neither a file nor a folder.
        case other
    }

    /// Looks what stands at a path of a folder. A link is not followed.
    static func find(_ path: SitePath, in folder: Folder) throws(PublishingError) -> Finding {
        let name = path.rawValue
        // Without O_NONBLOCK, opening a named pipe would wait for ever.
        let file = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            let code = errno
            guard let status = try folder.status(of: name) else { return .missing }
            switch status.kind {
            case .file where code == EACCES: return .closed
            case .file: throw folder.failure(.open, name, code)
            case .folder: return .folder
            case .link, .other: return .other
            }
        }
        var found = stat()
        guard fstat(file, &found) == 0 else {
            let code = errno
            close(file)
            throw folder.failure(.read, name, code)
        }
        let status = Status(found)
        guard status.kind == .file else {
            close(file)
            return status.kind == .folder ? .folder : .other
        }
        return .file(StandingFile(file, path, in: folder, size: status.size, FileStamp(found)))
    }

    private init(_ file: Int32, _ path: SitePath, in folder: Folder, size: Int, _ stamp: FileStamp) {
        self.file = file
        self.folder = folder
        self.path = path
        self.size = size
        self.stamp = stamp
    }

    deinit { close(file) }

    /// Whether the file goes on with these bytes; if it does, what follows them is looked at next.
    func goesOn(with bytes: UnsafeRawBufferPointer) throws(PublishingError) -> Bool {
        guard offset + bytes.count <= size else { return false }
        let end = Folder.readAll(file, atMost: bytes.count) { chunk, offset in
            guard let there = chunk.baseAddress, let wanted = bytes.baseAddress else { return chunk.isEmpty }
            return memcmp(there, wanted.advanced(by: offset), chunk.count) == 0
        }
        switch end {
        case .whole: offset += bytes.count
        case .cut: return false
        case .failed(let code): throw folder.failure(.read, path.rawValue, code)
        }
        return true
    }

    /// Appends what was found to be as it should be to a new file.
    ///
    /// Throws if the file was changed meanwhile, as the copy may have something else then.
    func copyStart(to new: NewFile) throws(PublishingError) {
        guard lseek(file, 0, SEEK_SET) == 0 else { throw folder.failure(.read, path.rawValue, errno) }
        var refused: PublishingError?
        let end = Folder.readAll(file, atMost: offset) { chunk, _ in
            do throws(PublishingError) { try new.append(chunk) } catch { refused = error }
            return refused == nil
        }
        if let refused { throw refused }
        if case .failed(let code) = end { throw folder.failure(.read, path.rawValue, code) }
        var now = stat()
        guard fstat(file, &now) == 0 else { throw folder.failure(.read, path.rawValue, errno) }
        guard case .whole = end, FileStamp(now) == stamp else {
            throw .changedMeanwhile(path: folder.describe(path.rawValue))
        }
    }
}
