import Foundation

/// Writes a study into a folder that is its own.
public enum StudyWriter {
    /// Marks a folder as one that may be written over, and lists what was written.
    static let markerName = ".synthetic-study"

    /// Why a study was not written.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// The folder holds something that did not come from here.
        case foreignFolder(String)
        /// The machine failed.
        case machine(String)

        /// One sentence.
        public var description: String {
            switch self {
            case .foreignFolder(let path):
                "‘\(path)’ holds something that synthetic-study did not make, so nothing is written there."
            case .machine(let problem): problem
            }
        }
    }

    /// Writes every file, and takes away what an earlier study has left.
    ///
    /// Only in a folder that is new, is empty or was written by this before; what others put there since stays.
    /// - Throws: `Failure`, and nothing is written where the folder is a foreign one.
    public static func write(_ files: [StudyFile], to folder: String) throws {
        let former = try formerPaths(in: folder)
        let paths = files.map(\.path)
        try make(folder)
        // The mark comes first, so that a folder that is half written can be written again.
        try write(marker(Set(paths).union(former).sorted()), to: "\(folder)/\(markerName)")
        for parent in Set(paths.compactMap(parent)).sorted() { try make("\(folder)/\(parent)") }
        for file in files { try write(file.bytes, to: "\(folder)/\(file.path)") }
        for path in Set(former).subtracting(paths).sorted() { try remove("\(folder)/\(path)") }
        try write(marker(paths), to: "\(folder)/\(markerName)")
    }

    /// What stands in a folder from the last time; nothing where there is no folder.
    private static func formerPaths(in folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Failure.foreignFolder(folder)
        }
        if names.isEmpty { return [] }
        guard names.contains(markerName) else { throw Failure.foreignFolder(folder) }
        guard let list = FileManager.default.contents(atPath: "\(folder)/\(markerName)") else {
            throw Failure.machine("‘\(folder)/\(markerName)’ cannot be read.")
        }
        // Nothing outside the folder is ever taken away, whatever somebody wrote into the list.
        return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init).filter { path in
            !path.hasPrefix("#") && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
        }
    }

    private static func marker(_ paths: [String]) -> [UInt8] {
        Array((["# Made by synthetic-study, which may write over these files:"] + paths).joined(separator: "\n").utf8)
            + [0x0A]
    }

    private static func parent(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    private static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.machine("The folder ‘\(folder)’ cannot be made: \(error.localizedDescription)")
        }
    }

    private static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("cannot be taken away", path) }
    }

    /// Foundation's own writing waits for the disk after every file, and there are thousands. A file that stands is
    /// taken away first, which is faster than emptying it and follows no link to somewhere else.
    private static func write(_ bytes: [UInt8], to path: String) throws {
        try remove(path)
        guard let file = fopen(path, "wb") else { throw failure("cannot be written", path) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw failure("cannot be written", path) }
    }

    private static func failure(_ what: String, _ path: String) -> Failure {
        .machine("‘\(path)’ \(what): \(String(cString: strerror(errno))).")
    }
}
