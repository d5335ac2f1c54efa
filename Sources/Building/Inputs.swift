import Fingerprints
import StudyFiles

/// All that a site is made from, as it came from the disk.
public struct Inputs: Sendable {
    /// Where the study was found.
    public let location: StudyLocation
    let folder: StudyFolder
    /// The study's own templates, words and assets, by their path.
    let templates: [String: [UInt8]]
    /// What all of it amounts to. Pictures and other files that are only copied count by their names.
    let fingerprint: Fingerprint
    /// What the study's own templates amount to.
    let templatesFingerprint: Fingerprint
    /// Where the time went so far; nil if nobody asked.
    var timings: Timings?

    /// Reads what a build is made from; `output` may stand inside the study's folder and is left out.
    init(study: String, output: String) throws {
        location = StudyLocation.find(from: study)
        folder = try StudyFolder.read(location, skipped: [output] + (location.templates.map { [$0] } ?? []))
        var templates: [String: [UInt8]] = [:]
        if let own = location.templates {
            for path in try Disk.files(under: own, isSkipped: { _, _ in false }) {
                templates[path] = try Disk.read(own + "/" + path)
            }
        }
        self.templates = templates
        let own = Fingerprint { Self.add(templates, to: &$0) }
        let texts = folder.texts
        let others = folder.others
        templatesFingerprint = own
        fingerprint = Fingerprint { whole in
            whole.add(own)
            Self.add(texts, to: &whole)
            for path in others.sorted() { whole.add(path) }
        }
    }

    private static func add(_ files: [String: [UInt8]], to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(files.count)
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            fingerprinter.add(path)
            fingerprinter.add(bytes)
        }
    }
}
