import Interchange

/// The files of a QDA tool as a person names them, read from the disk: a file, a QualCoder folder, or several files that
/// belong together. Nothing that stands in them is ever taken for a path.
public struct ImportSource: Sendable {
    /// Why nothing can be read.
    public struct Refusal: Error, Sendable {
        /// A sentence without a full stop.
        public let message: String
        /// What to do instead.
        public let help: String?
    }

    /// What messages call it.
    public let name: String
    /// The first file.
    private let bytes: [UInt8]
    /// Other files, by their names.
    private let beside: [String: [UInt8]]

    /// Reads what paths name. Throws a `Refusal` for what a person can mend, and something else when the machine fails.
    public init(_ paths: [String]) throws {
        guard let first = paths.first else { throw Refusal(message: "no file is named", help: nil) }
        for path in paths where !Disk.isFile(path) && !Disk.isFolder(path) {
            throw Refusal(message: "there is no file ‘\(path)’", help: nil)
        }
        name = first
        var beside: [String: [UInt8]] = [:]
        if Disk.isFolder(first) {
            // QualCoder keeps its database in a folder.
            let database = first + (first.hasSuffix("/") ? "" : "/") + "data.qda"
            guard Disk.isFile(database) else {
                throw Refusal(
                    message: "‘\(first)’ is a folder and not that of a QualCoder project, as it holds no data.qda",
                    help: "name the files of other tools one by one"
                )
            }
            bytes = try Self.read(database)
            try Self.addJournals(of: database, to: &beside)
        } else {
            bytes = try Self.read(first)
            try Self.addJournals(of: first, to: &beside)
        }
        for path in paths.dropFirst() {
            guard Disk.isFile(path) else { throw Refusal(message: "‘\(path)’ is not a file", help: nil) }
            beside[Self.lastPart(path)] = try Self.read(path)
        }
        self.beside = beside
    }

    /// What a program that is at work, or was stopped, wrote beside its database.
    private static func addJournals(of path: String, to beside: inout [String: [UInt8]]) throws {
        for ending in ["-wal", "-journal"] where Disk.isFile(path + ending) {
            beside[lastPart(path) + ending] = try read(path + ending)
        }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        if let size = Disk.status(of: path)?.size, size > ImportLimits.standard.fileSize {
            throw Refusal(
                message: "‘\(path)’ has more than \(ImportLimits.standard.fileSize >> 20) MB",
                help: nil
            )
        }
        return try Disk.read(path)
    }

    private static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The project that the files hold.
    ///
    /// - Parameter known: Quotes that the study has already, which help to tell how positions are counted.
    public func project(mapping: ImportMapping, known: [String]) throws(ImportError) -> CodedProject {
        try CodedProject.read(
            bytes: bytes,
            name: Self.lastPart(name),
            beside: beside,
            mapping: mapping,
            known: known
        )
    }
}
