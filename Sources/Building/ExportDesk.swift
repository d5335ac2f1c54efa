import StudyFiles

/// Writes the files that a study gives to other programs, and spoils nothing by it.
public struct ExportDesk: Sendable {
    /// A file to write, by its path as a person named it.
    public struct File: Sendable {
        public var path: String
        public var bytes: [UInt8]

        /// A file to write.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Why nothing was written.
    public enum Refusal: Sendable, Equatable {
        /// There is another file, which may be anybody's.
        case exists(String)
        /// What is there is no file.
        case notAFile(String)
        /// The study itself would be read from it.
        case isStudy(String)
        /// It would stand among the files of a site, which know each other.
        case isSite(String)
        /// The folder that the file's folder should be made in is not there.
        case noFolder(String)
    }

    private let location: StudyLocation

    /// Writes beside the study that stands at a location.
    public init(_ location: StudyLocation) { self.location = location }

    /// Writes all files or none. A file that is there is only replaced if its bytes are the same or if somebody said so.
    /// Throws when the machine fails.
    public func write(_ files: [File], replacing: Bool) throws -> [Refusal] {
        let refusals = try files.compactMap { try refusal(of: $0, replacing: replacing) }
        guard refusals.isEmpty else { return refusals }
        try Disk.write(try files.filter { try !stands($0) }.map { ($0.path, $0.bytes) })
        return []
    }

    private func refusal(of file: File, replacing: Bool) throws -> Refusal? {
        let (folder, name) = Self.split(file.path)
        let (above, folderName) = Self.split(folder)
        // The folder may not be there yet; what it will be in has to be.
        guard let real = Disk.realPath(folder) ?? Disk.realPath(above).map({ $0 + "/" + folderName }) else {
            return .noFolder(above)
        }
        if let content = Disk.realPath(location.content), (real + "/").hasPrefix(content + "/") {
            let inside = (real + "/" + name).dropFirst(content.count + 1)
            if StudyFolder.isStudyText(String(inside)) { return .isStudy(file.path) }
        }
        if Disk.isFile(real + "/.verbatim-site") { return .isSite(file.path) }
        guard Disk.status(of: file.path) != nil else { return nil }
        guard Disk.isFile(file.path) else { return .notAFile(file.path) }
        return try replacing || stands(file) ? nil : .exists(file.path)
    }

    /// Whether the file is there already, to the byte.
    private func stands(_ file: File) throws -> Bool {
        guard let status = Disk.status(of: file.path), status.size == file.bytes.count else { return false }
        return try Disk.read(file.path) == file.bytes
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}
