#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Folder {
    /// Makes a file with these bytes. There must be none of that name.
    func create(_ name: UnsafePointer<CChar>, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        let (file, code) = create(name)
        guard code == 0 else { return code }
        return finish(file, name, with: append(to: file, name, bytes))
    }

    /// Makes a file and leaves it open. There must be none of that name.
    func create(_ name: UnsafePointer<CChar>, mode: mode_t = 0o666) -> (file: Int32, code: Int32) {
        var file: Int32 = -1
        let code = change(.create, name) {
            file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            return file
        }
        return (file, code)
    }

    /// The bytes of a file, or nil if it is missing, is not a file or is larger than that.
    func contents(of name: UnsafePointer<CChar>, atMost limit: Int) throws(PublishingError) -> [UInt8]? {
        guard let status = try status(of: name), status.kind == .file, status.size <= limit else { return nil }
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw failure(.read, name, errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(status.size)
        let end = Folder.readAll(file, atMost: limit) { chunk, _ in
            bytes.append(contentsOf: chunk)
            return true
        }
        if case .failed(let code) = end { throw failure(.read, name, code) }
        return bytes
    }

    /// Copies a file or a link into another folder, with its permissions and time.
    func copy(_ name: UnsafePointer<CChar>, into target: Folder) throws(PublishingError) -> Int32 {
        guard let status = try status(of: name) else { return ENOENT }
        switch status.kind {
        case .file: return copyFile(name, status, into: target)
        case .link: return copyLink(name, into: target)
        case .folder, .other: return EPERM
        }
    }

    private func copyFile(_ name: UnsafePointer<CChar>, _ status: Status, into target: Folder) -> Int32 {
        let source = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard source >= 0 else { return errno }
        defer { close(source) }
        let (file, code) = target.create(name, mode: status.permissions & 0o777)
        guard code == 0 else { return code }
        var written: Int32 = 0
        let end = Folder.readAll(source, atMost: .max) { chunk, _ in
            written = target.append(to: file, name, UnsafeRawBufferPointer(chunk))
            return written == 0
        }
        if case .failed(let code) = end { written = code }
        if written == 0 && fchmod(file, status.permissions) != 0 { written = target.tolerating(errno) }
        if written == 0 && futimens(file, [status.read, status.modified]) != 0 { written = target.tolerating(errno) }
        return finish(file, name, with: written)
    }

    private func copyLink(_ name: UnsafePointer<CChar>, into target: Folder) -> Int32 {
        var destination = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlinkat(descriptor, name, &destination, destination.count - 1)
        guard length >= 0 else { return errno }
        destination[length] = 0
        return target.change(.create, name) { symlinkat(destination, target.descriptor, name) }
    }

    /// Appends bytes to an open file of this folder.
    func append(to file: Int32, _ name: UnsafePointer<CChar>, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let code = change(.write, name) {
                let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 { return -1 }
                rest = rest.dropFirst(count)
                return 0
            }
            if code != 0 { return code }
        }
        return 0
    }

    /// Closes a file that was written. Some file systems say only now that the disk is full.
    func finish(_ file: Int32, _ name: UnsafePointer<CChar>, with code: Int32) -> Int32 {
        let closed = close(file) == 0 || errno == EINTR ? 0 : errno
        return code == 0 ? closed : code
    }
}

extension Folder {
    enum End {
        case whole, cut
        case failed(Int32)
    }

    private static let chunkSize = 65_536

    /// Hands over what follows in an open file in chunks, each with its offset from here, until the end or the limit, or
    /// until a chunk is refused.
    static func readAll(
        _ file: Int32,
        atMost limit: Int,
        _ take: (UnsafeRawBufferPointer, Int) -> Bool
    ) -> End {
        withUnsafeTemporaryAllocation(byteCount: max(1, min(limit, chunkSize)), alignment: 16) { buffer in
            var offset = 0
            while offset < limit {
                let count = read(file, buffer.baseAddress, min(buffer.count, limit - offset))
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return .failed(errno) }
                if count == 0 { break }
                guard take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), offset) else { return .cut }
                offset += count
            }
            return limit == .max || offset == limit ? .whole : .cut
        }
    }
}
