#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of the new site while it is written bit by bit.
final class NewFile {
    /// The open file; nil once it is closed.
    private var file: Int32?
    private let folder: Folder
    private let path: SitePath
    /// How many bytes it has.
    private(set) var size = 0

    /// Makes a file. There must be none of that name.
    init(_ path: SitePath, in folder: Folder) throws(PublishingError) {
        let (file, code) = folder.create(path.rawValue)
        guard code == 0 else { throw folder.failure(.write, path.rawValue, code) }
        self.file = file
        self.folder = folder
        self.path = path
    }

    deinit {
        if let file { close(file) }
    }

    /// Appends bytes.
    func append(_ bytes: UnsafeRawBufferPointer) throws(PublishingError) {
        guard let file else { throw .outOfTurn }
        let code = folder.append(to: file, path.rawValue, bytes)
        guard code == 0 else { throw folder.failure(.write, path.rawValue, code) }
        size += bytes.count
    }

    /// Closes the file. Some file systems say only now that the disk is full.
    func finish() throws(PublishingError) {
        guard let file else { throw .outOfTurn }
        self.file = nil
        let code = folder.finish(file, path.rawValue, with: 0)
        guard code == 0 else { throw folder.failure(.write, path.rawValue, code) }
    }
}
