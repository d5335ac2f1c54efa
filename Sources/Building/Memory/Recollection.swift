import Fingerprints
import Publishing

/// What is remembered of each page of the site: what it showed, and the stamp that its file was left with.
struct Recollection: Sendable {
    private let memory: BuildMemory?

    /// What a memory holds of the site that a publication found. Nothing, if that has other files by now.
    init(_ memory: BuildMemory?, of publication: Publication) {
        self.memory = memory.flatMap { publication.hasFiles(of: $0.site) ? $0 : nil }
    }

    /// The number of the file whose page had this position when the site was planned.
    func number(at position: Int) -> FileNumber? {
        guard let memory, position < memory.planned.count else { return nil }
        return memory.planned[position]
    }

    /// The stamp of the file that was made of a page when it showed this.
    func stamp(of number: FileNumber, showing shown: Fingerprint) -> FileStamp? {
        guard let memory, memory.shown.indices.contains(number.rawValue), memory.shown[number.rawValue] == shown else {
            return nil
        }
        return memory.site.stamps[number.rawValue]
    }
}
