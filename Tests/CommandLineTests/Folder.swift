import Foundation
import TestSupport

/// A folder of its own for one test, removed with it.
final class Folder {
    let url: URL

    /// A folder with files.
    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "verbatim-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in files { try write(path, text) }
    }

    /// A folder with the tiny study as `content`, some of its files changed.
    convenience init(tinyStudy changes: [String: String]) throws {
        try self.init()
        for (path, text) in TinyStudy.files.merging(changes, uniquingKeysWith: { _, new in new }) {
            try write("content/" + path, text)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and the folders that it needs.
    func write(_ path: String, _ text: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file.
    func read(_ path: String) throws -> String {
        try String(contentsOf: url.appending(path: path), encoding: .utf8)
    }

    /// Whether there is something at a path.
    func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: path).path()) }

    /// Takes a file away.
    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }

    /// The bytes of every file under a path, by path.
    func contents(_ path: String) throws -> [String: Data] {
        try snapshot(path).mapValues(\.bytes)
    }

    /// Every file under a path: its bytes, when it was changed and which file it is.
    func snapshot(_ path: String) throws -> [String: FileState] {
        let root = url.appending(path: path)
        var states: [String: FileState] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path()) {
            let file = root.appending(path: name)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path())
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            states[name] = FileState(
                bytes: try Data(contentsOf: file),
                changed: attributes[.modificationDate] as? Date,
                number: attributes[.systemFileNumber] as? Int
            )
        }
        return states
    }

    /// What a file is and when it became so.
    struct FileState: Equatable {
        let bytes: Data
        let changed: Date?
        let number: Int?
    }
}
