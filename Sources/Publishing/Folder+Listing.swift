#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A name in a folder, as the system gave it, with its closing zero. Names need not be UTF-8.
typealias FileName = [CChar]

extension FileName {
    /// The name or path as text, or nil if it is not UTF-8.
    var text: String? { String(validating: lazy.map(UInt8.init(bitPattern:)).prefix { $0 != 0 }, as: UTF8.self) }

    /// The name for messages; what is not UTF-8 is replaced.
    var shown: String { String(decoding: lazy.map(UInt8.init(bitPattern:)).prefix { $0 != 0 }, as: UTF8.self) }

    /// This path with one more part.
    func appending(_ name: FileName) -> FileName {
        isEmpty ? name : dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name
    }
}

extension Folder {
    /// One thing in a folder.
    struct Entry {
        let name: FileName
        /// Nil if the file system does not tell without being asked for each.
        let kind: Status.Kind?
    }

    /// All there is in the folder, in no particular order, without `.` and `..`.
    func entries() throws(PublishingError) -> [Entry] {
        // A second descriptor, because the listing closes it and keeps its place in it.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw .system(.list, path: path, errno: errno) }
        guard let listing = fdopendir(own) else {
            let code = errno
            close(own)
            throw .system(.list, path: path, errno: code)
        }
        defer { closedir(listing) }
        var entries: [Entry] = []
        errno = 0
        while let entry = readdir(listing) {
            let name = Folder.name(of: entry)
            if name != Folder.itself && name != Folder.parent {
                entries.append(Entry(name: name, kind: Folder.kind(entry.pointee.d_type)))
            }
            errno = 0
        }
        guard errno == 0 else { throw .system(.list, path: path, errno: errno) }
        return entries
    }

    /// What kind of thing an entry is, or nil if it is gone.
    func kind(of entry: Entry) throws(PublishingError) -> Status.Kind? {
        if let kind = entry.kind { return kind }
        return try status(of: entry.name)?.kind
    }

    private static let itself: FileName = [46, 0]
    private static let parent: FileName = [46, 46, 0]

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> FileName {
        // Read in place: copying the whole field could read past the end of a short record.
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [0] }
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return FileName(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
    }

    private static func kind(_ type: UInt8) -> Status.Kind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .other
        }
    }
}
