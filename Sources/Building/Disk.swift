import Processors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reading from the disk: the first of the two ends that touch it.
enum Disk {
    /// The machine failed to give a file or a folder.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// More than any file of a study needs; a larger one is surely not meant to be read.
    static let sizeLimit = 1 << 30

    static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

    static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// The bytes of a file.
    static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("cannot read ‘\(path)’") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("cannot read ‘\(path)’") }
        guard Int(status.st_size) <= sizeLimit else { throw Failure(description: "‘\(path)’ is larger than 1 GB") }
        var bytes: [UInt8] = []
        var failed = false
        // One more than its size, so that a file that grows meanwhile shows.
        var wanted = Int(status.st_size) + 1
        while wanted > 0 {
            let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
                var got = systemRead(file, buffer.baseAddress, wanted)
                while got < 0, errno == EINTR { got = systemRead(file, buffer.baseAddress, wanted) }
                failed = got < 0
                count = max(0, got)
            }
            if failed { throw failure("cannot read ‘\(path)’") }
            if chunk.isEmpty { break }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            // More was asked for and not given, so this is all; the system need not be asked again.
            if bytes.count == Int(status.st_size), status.st_mode & S_IFMT == S_IFREG { break }
            wanted = bytes.count > Int(status.st_size) ? 65_536 : Int(status.st_size) + 1 - bytes.count
            guard bytes.count <= sizeLimit else { throw Failure(description: "‘\(path)’ is larger than 1 GB") }
        }
        return bytes
    }

    /// The bytes of files in a folder, by their paths in it.
    static func read(_ paths: [String], under folder: String) throws -> [String: [UInt8]] {
        let files = SideBySide.map(paths.count, runsOf: 16) { index in
            Result { (paths[index], try read(folder + "/" + paths[index])) }
        }
        return Dictionary(uniqueKeysWithValues: try files.map { try $0.get() })
    }

    /// The paths of all files under a folder, relative to it and sorted; hidden ones and those in a folder under it that
    /// `isSkipped` names, by its path and its real path, are left out.
    static func files(under folder: String, isSkipped: (String, String) -> Bool) throws -> [String] {
        var found: [String] = []
        // Links can make a folder contain itself, so each is entered once, by whatever name it is met first.
        var entered: Set<String> = []
        var waiting = [(path: "", depth: 0)]
        while let (relative, depth) = waiting.popLast() {
            let whole = relative.isEmpty ? folder : folder + "/" + relative
            guard let real = realPath(whole), entered.insert(real).inserted,
                relative.isEmpty || !isSkipped(whole, real)
            else { continue }
            for entry in try entries(of: whole) where !entry.name.hasPrefix(".") {
                let path = relative.isEmpty ? entry.name : relative + "/" + entry.name
                switch entry.kind ?? kind(of: folder + "/" + path) {
                // No study is nested this deep.
                case S_IFDIR where depth < 20: waiting.append((path, depth + 1))
                case S_IFREG: found.append(path)
                default: break
                }
            }
        }
        return found.sorted()
    }

    /// The names of what is in a folder, sorted.
    static func names(in folder: String) throws -> [String] { try entries(of: folder).map(\.name) }

    /// What is in a folder, sorted by name. Most file systems say at once what is a file and what a folder; where that
    /// has to be asked, as with links, it is nil.
    private static func entries(of folder: String) throws -> [(name: String, kind: mode_t?)] {
        guard let directory = opendir(folder) else { throw failure("cannot read the folder ‘\(folder)’") }
        defer { closedir(directory) }
        var entries: [(name: String, kind: mode_t?)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
            }
            guard let name else { continue }
            switch Int(entry.pointee.d_type) {
            case Int(DT_DIR): entries.append((name, S_IFDIR))
            case Int(DT_REG): entries.append((name, S_IFREG))
            default: entries.append((name, nil))
            }
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// What tells one content of a file from another without reading it.
    struct Status {
        let number: Int
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// The status of what a path leads to; nil where there is nothing.
    static func status(of path: String) -> Status? {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        #if canImport(Darwin)
            let time = found.st_mtimespec
        #else
            let time = found.st_mtim
        #endif
        return Status(
            number: Int(truncatingIfNeeded: found.st_ino),
            size: Int(found.st_size),
            seconds: time.tv_sec,
            nanoseconds: time.tv_nsec
        )
    }

    /// How many processors there are to work with.
    static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// The absolute path of what a path leads to, with links followed; nil where there is nothing.
    static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(validatingCString: real)
    }

    static func failure(_ what: String) -> Failure {
        Failure(description: "\(what): \(String(cString: strerror(errno)))")
    }
}

/// `read` under a name that the type's own does not hide.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.read(file, buffer, count)
    #else
        Darwin.read(file, buffer, count)
    #endif
}
