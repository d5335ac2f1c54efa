import CArchive

/// Packs files into a ZIP archive in memory. The same files give the same bytes: no clock, no owner, no host.
enum ZipArchiveWriter {
    struct File {
        /// A name of ASCII characters with `/` between folders.
        var name: String
        var bytes: [UInt8]
    }

    /// libarchive could not pack the files.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// An archive with some files. The folder is in it even if no file is.
    static func archive(_ files: [File], folder: String) throws -> [UInt8] {
        guard let archive = archive_write_new() else { throw Failure(description: "cannot pack an archive") }
        defer { archive_write_free(archive) }
        // What cannot be packed grows a little; names stand in the archive twice.
        let room = files.reduce(65_536) { $0 + $1.bytes.count + $1.bytes.count / 64 + 2 * $1.name.utf8.count + 1024 }
        var packed = [UInt8](repeating: 0, count: room)
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        defer { used.deallocate() }
        used.initialize(to: 0)
        try packed.withUnsafeMutableBytes { buffer in
            try check(archive_write_set_format_zip(archive), archive)
            try check(archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used), archive)
            try add(folder + "/", nil, to: archive)
            for file in files { try add(file.name, file.bytes, to: archive) }
            try check(archive_write_close(archive), archive)
        }
        packed.removeLast(room - used.pointee)
        return packed
    }

    /// Adds a file, or a folder where there are no bytes. Without a time of its own an entry has that at which DOS begins.
    private static func add(_ name: String, _ bytes: [UInt8]?, to archive: OpaquePointer) throws {
        guard let entry = archive_entry_new() else { throw Failure(description: "cannot pack ‘\(name)’") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        // 0o100000 says that it is a file, 0o040000 that it is a folder.
        archive_entry_set_filetype(entry, bytes == nil ? 0o040000 : 0o100000)
        archive_entry_set_perm(entry, bytes == nil ? 0o755 : 0o644)
        archive_entry_set_size(entry, la_int64_t(bytes?.count ?? 0))
        try check(archive_write_header(archive, entry), archive)
        guard let bytes, !bytes.isEmpty else { return }
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw failure(archive) }
    }

    private static func check(_ status: Int32, _ archive: OpaquePointer) throws {
        guard status == ARCHIVE_OK else { throw failure(archive) }
    }

    private static func failure(_ archive: OpaquePointer) -> Failure {
        let why = archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
        return Failure(description: "cannot pack an archive: \(why)")
    }
}
