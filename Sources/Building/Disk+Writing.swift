#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    /// Writes bytes into a new file beside a path, whose folder is made if it is not there, and says what it is called.
    static func writeBeside(_ path: String, _ bytes: [UInt8]) throws -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let folder = path.hasSuffix("/" + name) ? String(path.dropLast(name.count + 1)) : "."
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

    /// Puts a file into the place of another one, in one step.
    static func move(_ temporary: String, to path: String) throws {
        guard rename(temporary, path) == 0 else { throw failure("cannot write ‘\(path)’") }
    }

    /// Writes files. Each is whole at every moment: the former one or the new one. All are written beside their places
    /// first, so that a full disk changes none.
    static func write(_ files: [(path: String, bytes: [UInt8])]) throws {
        var written: [(temporary: String, path: String)] = []
        do {
            for (path, bytes) in files { written.append((try writeBeside(path, bytes), path)) }
            for (temporary, path) in written { try move(temporary, to: path) }
        } catch {
            for (temporary, _) in written { remove(temporary) }
            throw error
        }
    }

    /// Takes a file away, if it is there.
    static func remove(_ path: String) { unlink(path) }

    /// Writes bytes to an open file; false if not all of them could be written.
    static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
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
