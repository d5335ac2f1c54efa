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

    /// Writes files into the study's folder, and takes others away. Each is whole at every moment: the former one or the
    /// new one. All are written beside their places first, so that a full disk changes none; what was put into place is
    /// put back if another one cannot be.
    public func write(_ files: [File]) throws {
        var written: [(temporary: String, path: String)] = []
        var former: [(kept: String?, path: String)] = []
        do {
            for file in files {
                guard let bytes = file.bytes else { continue }
                let path = location.content + "/" + file.path
                written.append((try Disk.writeBeside(path, bytes), path))
            }
            for file in files {
                let path = location.content + "/" + file.path
                former.append((try Disk.keep(path), path))
                if let temporary = written.first(where: { $0.path == path })?.temporary {
                    try Disk.move(temporary, to: path)
                } else {
                    Disk.remove(path)
                }
            }
        } catch {
            for (kept, path) in former.reversed() {
                guard let kept else {
                    Disk.remove(path)
                    continue
                }
                try? Disk.move(kept, to: path)
                // Two names of one file stay two when one is moved onto the other.
                Disk.remove(kept)
            }
            for (temporary, _) in written { Disk.remove(temporary) }
            throw error
        }
        for (kept, _) in former { if let kept { Disk.remove(kept) } }
    }
}
