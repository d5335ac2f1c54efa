// All sites and files in these tests are invented.

import Foundation
import Testing

@testable import Publishing

/// A folder of its own for a test, which goes when the test ends. The site is `site` in it.
final class Desk: Sendable {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/verbatim-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template), let real = realpath(made, nil) else { throw POSIXError(.EIO) }
        defer { free(real) }
        path = String(cString: real)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var site: String { path + "/site" }

    /// Puts a file somewhere on the desk, as a person would.
    func put(_ name: String, _ text: String) throws {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: destination)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    /// Everything under a folder: texts of files, `→ …` for links, `/` for folders; without Verbatim's own list.
    func tree(_ folder: String = "site") -> [String: String] {
        var tree: [String: String] = [:]
        let files = FileManager.default
        for name in files.enumerator(atPath: path + "/" + folder)?.compactMap({ $0 as? String }) ?? [] {
            let file = path + "/" + folder + "/" + name
            if let destination = try? files.destinationOfSymbolicLink(atPath: file) {
                tree[name] = "→ " + destination
            } else if let data = files.contents(atPath: file), !isFolder(file) {
                if !name.hasSuffix(".verbatim-site") { tree[name] = String(decoding: data, as: UTF8.self) }
            } else {
                tree[name] = "/"
            }
        }
        return tree
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What stands on the desk itself, in order.
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    /// Which file it is and when it was last written.
    func identity(_ name: String) throws -> Identity {
        var found = stat()
        try #require(lstat(path + "/" + name, &found) == 0, "\(name) is missing")
        return Identity(
            number: UInt64(found.st_ino),
            seconds: Int(found.st_mtim.tv_sec),
            nanoseconds: Int(found.st_mtim.tv_nsec)
        )
    }

    struct Identity: Equatable {
        let number: UInt64
        let seconds: Int
        let nanoseconds: Int
    }

    private func isFolder(_ file: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && isFolder.boolValue
    }
}

#if canImport(Darwin)
    extension stat {
        fileprivate var st_mtim: timespec { st_mtimespec }
    }
#endif

/// Publishes a site of these files.
@discardableResult
func publish(
    _ files: [String: String],
    to output: String,
    refusal: Refusal? = nil
) throws -> PublicationSummary {
    let publication = try Publication.begin(at: output, refusal: refusal)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        try publication.write(try sitePath(path), Array(text.utf8))
    }
    return try publication.commit().summary
}

func sitePath(_ path: String) throws -> SitePath { try #require(SitePath(path)) }

func summary(written: Int = 0, unchanged: Int = 0, removed: Int = 0, bytes: Int = 0) -> PublicationSummary {
    var summary = PublicationSummary()
    summary.written = written
    summary.unchanged = unchanged
    summary.removed = removed
    summary.bytesWritten = bytes
    return summary
}
