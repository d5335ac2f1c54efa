import Fingerprints

/// The list of the files that Verbatim made, which stands in every site. Only what is on it is ever removed.
///
/// The first line is a word, a version and the number of paths, so that a list cut short is noticed; then comes a
/// path a line, in order.
struct Manifest: Equatable {
    /// What was made, in order.
    let paths: [SitePath]
    /// The list as it stands in the site.
    let bytes: [UInt8]
    /// Tells this list from others without going through both.
    let fingerprint: Fingerprint

    static let name = ".verbatim-site"
    /// Stands in a folder that is being made, until it is complete.
    static let unfinishedName = ".verbatim-unfinished"
    /// More than any site needs; what is larger is not read.
    static let largestSize = 256 << 20

    private static let word = "verbatim-site"
    private static let version = "1"

    /// A list of what was made.
    init(paths: some Sequence<SitePath>) { self.init(sorted: paths.sorted()) }

    /// A list of what was made, which is in order and has nothing twice.
    init(sorted paths: [SitePath]) {
        var bytes = Array("\(Manifest.word) \(Manifest.version) \(paths.count)\n".utf8)
        for path in paths {
            bytes.append(contentsOf: path.rawValue.utf8)
            bytes.append(Manifest.newline)
        }
        self.init(paths, bytes)
    }

    private init(_ paths: [SitePath], _ bytes: [UInt8]) {
        self.paths = paths
        self.bytes = bytes
        fingerprint = Fingerprint { $0.add(bytes) }
    }

    enum Damage: Error, Equatable {
        case unknownVersion
        case line(Int)
    }

    /// Reads a list and trusts none of it.
    init(reading bytes: [UInt8]) throws(Damage) {
        guard bytes.last == Manifest.newline else { throw .line(1) }
        var lines = Lines(bytes)
        let head = String(decoding: bytes[lines.next()], as: UTF8.self).split(separator: " ")
        guard head.count == 3, head[0] == Manifest.word else { throw .line(1) }
        guard head[1] == Manifest.version else { throw .unknownVersion }
        guard let count = Int(head[2]) else { throw .line(1) }
        var paths: [SitePath] = []
        // No path is empty, so no list has more of them than this.
        paths.reserveCapacity(max(0, min(count, bytes.count / 2)))
        while !lines.isAtEnd {
            let line = lines.next()
            guard let path = bytes.withUnsafeBufferPointer({ SitePath(UnsafeBufferPointer(rebasing: $0[line])) }) else {
                throw .line(paths.count + 2)
            }
            if let last = paths.last, last >= path { throw .line(paths.count + 2) }
            paths.append(path)
        }
        guard count == paths.count else { throw .line(1) }
        self.init(paths, bytes)
    }

    /// Where a file stands in the list, counted from 0; nil if it does not.
    func position(of path: String) -> Int? {
        var (low, high) = (0, paths.count)
        while low < high {
            let middle = (low + high) / 2
            if paths[middle].rawValue < path { low = middle + 1 } else { high = middle }
        }
        return low < paths.count && paths[low].rawValue == path ? low : nil
    }

    /// The folders in the site that hold files, and those above them.
    var folders: Set<String> {
        var folders: Set<String> = []
        for path in paths where !path.folder.isEmpty { folders.formUnion(path.folders) }
        return folders
    }

    /// Whether a file of this site has the name of a folder of another one.
    func clashes(with other: Manifest) -> Bool {
        let folders = other.folders
        return !folders.isEmpty && paths.contains { folders.contains($0.rawValue) }
    }

    fileprivate static let newline = UInt8(ascii: "\n")
}

/// Goes through bytes of which every line has its end.
private struct Lines {
    private let bytes: [UInt8]
    private var start = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { start == bytes.count }

    /// Where the next line is, without its end.
    mutating func next() -> Range<Int> {
        var end = start
        while bytes[end] != Manifest.newline { end += 1 }
        defer { start = end + 1 }
        return start..<end
    }
}

extension Manifest {
    /// The list in a folder, or nil if the folder has none.
    static func standing(in folder: Folder) throws(PublishingError) -> Manifest? {
        guard let status = try folder.status(of: name) else { return nil }
        guard status.kind == .file, let bytes = try folder.contents(of: name, atMost: largestSize) else {
            throw .damagedManifest(path: folder.describe(name), line: 1)
        }
        do throws(Damage) {
            return try Manifest(reading: bytes)
        } catch {
            switch error {
            case .unknownVersion: throw .unknownManifest(path: folder.describe(name))
            case .line(let line): throw .damagedManifest(path: folder.describe(name), line: line)
            }
        }
    }
}
