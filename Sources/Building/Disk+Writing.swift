#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    /// Writes bytes into a new file beside a path, whose folder is made if it is not there, and says what it is called.
    static func writeBeside(_ path: String, _ bytes: [UInt8]) throws -> String {
        let (folder, name) = split(path)
        if !isFolder(folder), mkdir(folder, 0o777) != 0, errno != EEXIST {
            throw failure("cannot make the folder ‘\(folder)’")
        }
        let temporary = "\(folder)/.\(name).\(getpid()).part"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure("cannot write ‘\(temporary)’") }
        var isWritten = write(bytes, to: file) && fsync(file) == 0
        let problem = errno
        isWritten = close(file) == 0 && isWritten
        guard isWritten else {
            unlink(temporary)
            errno = problem
            throw failure("cannot write ‘\(path)’")
        }
        return temporary
    }

    /// Gives a file a second name beside its own, so that it can be put back, and says which; nil if there is no file.
    static func keep(_ path: String) throws -> String? {
        guard isFile(path) else { return nil }
        let (folder, name) = split(path)
        let kept = "\(folder)/.\(name).\(getpid()).former"
        unlink(kept)
        if link(path, kept) == 0 { return kept }
        // Not every file system has second names.
        let copy = try writeBeside(path + ".former", try read(path))
        return copy
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// Puts a file into the place of another one, in one step.
    static func move(_ temporary: String, to path: String) throws {
        guard rename(temporary, path) == 0 else { throw failure("cannot write ‘\(path)’") }
    }

    /// Writes files, and takes those away that have no bytes. Each is whole at every moment: the former one or the new
    /// one. All are written beside their places first, so that a full disk changes none; what was put into place is put
    /// back if another one cannot be.
    static func write(_ files: [(path: String, bytes: [UInt8]?)]) throws {
        var written: [String: String] = [:]
        var former: [(kept: String?, path: String)] = []
        do {
            for (path, bytes) in files {
                if let bytes { written[path] = try writeBeside(path, bytes) }
            }
            for (path, _) in files {
                former.append((try keep(path), path))
                if let temporary = written[path] { try move(temporary, to: path) } else { remove(path) }
            }
        } catch {
            for (kept, path) in former.reversed() {
                guard let kept else {
                    remove(path)
                    continue
                }
                try? move(kept, to: path)
                // Two names of one file stay two when one is moved onto the other.
                remove(kept)
            }
            for temporary in written.values { remove(temporary) }
            throw error
        }
        for (kept, _) in former { if let kept { remove(kept) } }
    }

    /// Takes a file away, if it is there.
    static func remove(_ path: String) { unlink(path) }

    /// Writes bytes to an open file; false if not all of them could be written.
    static func write(_ bytes: [UInt8], to file: Int32) -> Bool { bytes.withUnsafeBytes { write($0, to: file) } }

    /// Writes bytes to an open file; false if not all of them could be written.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let written = systemWrite(file, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
        return true
    }
}

/// `write` under a name that the type's own does not hide.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(file, buffer, count)
    #else
        Darwin.write(file, buffer, count)
    #endif
}
