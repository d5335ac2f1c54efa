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
    /// Where the time went so far; nil if nobody asked.
    var timings: Timings?

    /// Reads what a build is made from; `output` may stand inside the study's folder and is left out.
    init(study: String, output: String) throws {
        location = StudyLocation.find(from: study)
        folder = try StudyFolder.read(location, skipped: [output] + (location.templates.map { [$0] } ?? []))
        var templates: [String: [UInt8]] = [:]
        if let own = location.templates {
            for path in try Disk.files(under: own, isSkipped: { _ in false }) {
                templates[path] = try Disk.read(own + "/" + path)
            }
        }
        self.templates = templates
        fingerprint = Self.fingerprint(folder, templates)
    }

    private static func fingerprint(_ folder: StudyFolder, _ templates: [String: [UInt8]]) -> Fingerprint {
        Fingerprint { whole in
            for files in [folder.texts, templates] {
                whole.add(files.count)
                for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
                    whole.add(path)
                    whole.add(bytes)
                }
            }
            for path in folder.others.sorted() { whole.add(path) }
        }
    }
}
