import CArchive

/// A ZIP archive in memory. Nothing of it ever gets to the disk, and its names are only compared, never used as paths.
struct ZipArchive {
    /// What stands in it, in the order of its directory, without folders.
    let entries: [Entry]

    private let bytes: [UInt8]
    private let limits: ImportLimits

    /// A file in the archive.
    struct Entry {
        /// Its name with `/` between folders, without what could lead out of the archive.
        let name: String
        /// Which of libarchive's headers it is.
        fileprivate let position: Int

        /// What follows the last `/`.
        var lastPart: Substring { name.split(separator: "/").last ?? "" }
    }

    /// Whether bytes begin as a ZIP archive does.
    static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Reads the directory.
    init(_ bytes: [UInt8], limits: ImportLimits) throws(ImportError) {
        self.bytes = bytes
        self.limits = limits
        var entries: [Entry] = []
        try Self.walk(bytes, limits: limits) { position, name, _ throws(ImportError) in
            if let name { entries.append(Entry(name: name, position: position)) }
            return true
        }
        self.entries = entries
    }

    /// Unpacks entries in one pass; in the order of the directory.
    func read(_ wanted: [Entry]) throws(ImportError) -> [[UInt8]] {
        let places = Dictionary(
            wanted.enumerated().map { ($1.position, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var contents = [[UInt8]](repeating: [], count: wanted.count)
        var left = places.count
        var budget = limits.unpackedSize
        guard left > 0 else { return contents }
        try Self.walk(bytes, limits: limits) { position, name, archive throws(ImportError) in
            guard let place = places[position], let name else { return true }
            let content = try Self.unpack(archive, name: name, packed: bytes.count, budget: budget, limits: limits)
            budget -= content.count
            contents[place] = content
            left -= 1
            return left > 0
        }
        return contents
    }

    // MARK: libarchive

    /// Calls for each header until told to stop. The name is nil for folders.
    private static func walk(
        _ bytes: [UInt8],
        limits: ImportLimits,
        _ visit: (Int, String?, OpaquePointer) throws(ImportError) -> Bool
    ) throws(ImportError) {
        var made: UnsafeMutableRawPointer?
        let former = carchive_use_utf8(&made)
        defer { carchive_restore(former, made) }
        guard let archive = archive_read_new() else { throw broken }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        try bytes.withUnsafeBufferPointer { (buffer) throws(ImportError) in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                throw broken
            }
            var position = 0
            while true {
                var entry: OpaquePointer?
                let status = archive_read_next_header(archive, &entry)
                if status == ARCHIVE_EOF { return }
                guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw broken }
                guard position < limits.entries else {
                    throw ImportError(.tooLarge, "the archive holds more than \(limits.entries) files")
                }
                guard try visit(position, name(of: entry), archive) else { return }
                position += 1
            }
        }
    }

    private static func unpack(
        _ archive: OpaquePointer,
        name: String,
        packed: Int,
        budget: Int,
        limits: ImportLimits
    ) throws(ImportError) -> [UInt8] {
        // Other methods are rare, and some of them ask for gigabytes before the first byte.
        let method = archive_format_name(archive).map { String(cString: $0) } ?? ""
        guard method.contains("(deflation)") || method.contains("(uncompressed)") else {
            throw ImportError(
                .unsupportedFormat,
                "‘\(name.shownShort)’ in the archive is packed in a way that QDA tools do not use",
                help: "export the project again"
            )
        }
        let limit = min(limits.entrySize, budget, max(limits.ratioFreeSize, packed * limits.ratio))
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return content }
            guard count > 0 else {
                throw ImportError(
                    .damaged,
                    "‘\(name.shownShort)’ in the archive cannot be unpacked: it is damaged or has a password",
                    help: "export the project again, without a password"
                )
            }
            guard content.count + count <= limit else {
                throw ImportError(
                    .hostile,
                    "‘\(name.shownShort)’ in the archive unpacks to more than \(limit >> 20) MB, which no transcript does"
                )
            }
            content.append(contentsOf: chunk[..<count])
        }
    }

    private static func name(of entry: OpaquePointer) -> String? {
        // 0o100000 in the bits 0o170000 says that it is an ordinary file.
        guard UInt32(archive_entry_filetype(entry)) & 0o170000 == 0o100000 else { return nil }
        guard let raw = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return nil }
        let parts = String(cString: raw).split(whereSeparator: { $0 == "/" || $0 == "\\" })
        let name = parts.filter { $0 != "." && $0 != ".." }.joined(separator: "/")
        // What a Mac adds when a folder is packed.
        guard !name.isEmpty, !parts.contains("__MACOSX"), parts.last?.hasPrefix("._") != true else { return nil }
        return name.utf8.count <= 4096 ? name : nil
    }

    private static var broken: ImportError {
        ImportError(.damaged, "the archive is damaged or cut off", help: "export or download it again")
    }
}
