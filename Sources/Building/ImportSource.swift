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
    /// What stands beside it and belongs to it, by name.
    private let beside: [String: [UInt8]]
    /// The other files that were named.
    private let others: [(name: String, bytes: [UInt8])]

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
        self.beside = beside
        others = try paths.dropFirst().map { path in
            guard Disk.isFile(path) else { throw Refusal(message: "‘\(path)’ is not a file", help: nil) }
            return (Self.lastPart(path), try Self.read(path))
        }
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
    public func project(mapping: ImportMapping, known: [String]) throws -> CodedProject {
        func read(_ bytes: [UInt8], _ name: String, _ beside: [String: [UInt8]]) throws -> CodedProject {
            try CodedProject.read(bytes: bytes, name: name, beside: beside, mapping: mapping, known: known)
        }
        let first = try read(bytes, Self.lastPart(name), beside)
        let all = try [first] + others.map { try read($0.bytes, $0.name, [:]) }
        guard all.count > 1 else { return first }
        if all.allSatisfy({ $0.origin.format == .nvivoReport }) {
            let reports = Dictionary(others.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
            guard reports.count == others.count, reports[Self.lastPart(name)] == nil else {
                throw Refusal(message: "two of the files have the same name", help: "each is named after its code")
            }
            return try read(bytes, Self.lastPart(name), reports)
        }
        let codebooks = all.filter { $0.origin.format == .refiCodebook }
        let projects = all.filter { $0.origin.format != .refiCodebook }
        guard var project = projects.first, projects.count == 1 else {
            throw Refusal(
                message: "these files do not belong together",
                help: "name the text reports of NVivo's codes together, or a project with its codebook; import other "
                    + "files one by one"
            )
        }
        for codebook in codebooks { project.addDescriptions(of: codebook) }
        return project
    }
}

extension CodedProject {
    /// Takes over from a codebook what its codes mean, where the project itself does not say it.
    fileprivate mutating func addDescriptions(of codebook: CodedProject) {
        let known = Dictionary(
            codebook.codes.map { ($0.path, $0.description) },
            uniquingKeysWith: { first, _ in first }
        )
        for index in codes.indices where codes[index].description == nil {
            codes[index].description = known[codes[index].path] ?? nil
        }
    }
}
