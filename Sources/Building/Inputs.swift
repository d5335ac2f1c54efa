import Fingerprints
import Processors
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
            templates = try Disk.read(try Disk.files(under: own, isSkipped: { _, _ in false }), under: own)
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
        let contents = SideBySide.map(files.sorted { $0.key < $1.key }) { file in
            Fingerprint {
                $0.add(file.key)
                $0.add(file.value)
            }
        }
        for content in contents { fingerprinter.add(content) }
    }
}
