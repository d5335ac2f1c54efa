import Diagnostics
import StudyFiles

/// Where a study is worked on: its files are read, and some of them are written.
public struct StudyDesk: Sendable {
    /// A file to write, by its path in the study's folder.
    public struct File: Sendable {
        public var path: String
        /// Nil if the file has to go.
        public var bytes: [UInt8]?

        /// A file to write, or to take away.
        public init(path: String, bytes: [UInt8]?) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Where the study was found.
    public let location: StudyLocation
    private let output: String

    /// The study in a folder, or in a folder `content` of it. `output` is where its site is, which is no part of it.
    public init(study: String, output: String) {
        location = StudyLocation.find(from: study)
        self.output = output
    }

    /// Reads the study. Throws when the machine fails to give a file.
    public func read() throws -> Reading {
        StudyReader.read(try folder())
    }

    /// The files of the study. Throws when the machine fails to give one.
    public func folder() throws -> StudyFolder {
        let skipped = [output] + (location.templates.map { [$0] } ?? [])
        return try StudyFolder.read(location, skipped: skipped)
    }

    /// What messages call a file of the study.
    public func shownPath(_ path: String) -> String { location.contentPrefix + path }

    /// Writes files into the study's folder, and takes others away: all of it or, if something cannot be done, nothing.
    public func write(_ files: [File]) throws {
        try Disk.write(files.map { (location.content + "/" + $0.path, $0.bytes) })
    }
}
