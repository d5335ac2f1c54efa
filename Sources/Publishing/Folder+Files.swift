#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Folder {
    /// How a file that stands compares with the bytes that it should have.
    enum Standing {
        case missing, same, different
        /// It is a folder.
        case folder
        /// It is neither a file nor a folder.
        case other
    }

    /// Compares a file with bytes. Its size is looked at first, so most changes are seen without reading.
    func compare(_ name: UnsafePointer<CChar>, with bytes: UnsafeRawBufferPointer) throws(PublishingError) -> Standing {
        // Without O_NONBLOCK, opening a named pipe would wait for ever.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            let code = errno
            guard let status = try status(of: name) else { return .missing }
            switch status.kind {
            case .file where code == EACCES: return .different
            case .file: throw failure(.open, name, code)
            case .folder: return .folder
            case .link, .other: return .other
            }
        }
        defer { close(file) }
        var found = stat()
        guard fstat(file, &found) == 0 else { throw failure(.read, name, errno) }
        let status = Status(found)
        switch status.kind {
        case .file: break
        case .folder: return .folder
        case .link, .other: return .other
        }
        guard status.size == bytes.count else { return .different }
        let end = Folder.readAll(file, atMost: bytes.count) { chunk, offset in
            guard let there = chunk.baseAddress, let wanted = bytes.baseAddress else { return chunk.isEmpty }
            return memcmp(there, wanted.advanced(by: offset), chunk.count) == 0
        }
        switch end {
        case .whole: return .same
        case .cut: return .different
        case .failed(let code): throw failure(.read, name, code)
        }
    }

    /// Makes a file with these bytes. There must be none of that name.
    func create(_ name: UnsafePointer<CChar>, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        var file: Int32 = -1
        let code = change(.create, name) {
            file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
            return file
        }
        guard code == 0 else { return code }
        return finish(file, name, with: append(to: file, name, bytes))
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
        let mode = status.permissions & 0o777
        var file: Int32 = -1
        let code = target.change(.create, name) {
            file = openat(target.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            return file
        }
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

    private func append(to file: Int32, _ name: UnsafePointer<CChar>, _ bytes: UnsafeRawBufferPointer) -> Int32 {
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
    private func finish(_ file: Int32, _ name: UnsafePointer<CChar>, with code: Int32) -> Int32 {
        let closed = close(file) == 0 || errno == EINTR ? 0 : errno
        return code == 0 ? closed : code
    }
}

extension Folder {
    private enum End {
        case whole, cut
        case failed(Int32)
    }

    private static let chunkSize = 65_536

    /// Hands over a file in chunks, each with its offset, until the end, or until a chunk is refused.
    private static func readAll(
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
