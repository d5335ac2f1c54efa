import Fingerprints
import Publishing

/// What is remembered of each page of the site: what it showed, and the stamp that its file was left with.
struct Recollection: Sendable {
    private var pages: [SitePath: (shown: Fingerprint, stamp: FileStamp)] = [:]

    /// Nothing is remembered.
    init() {}

    /// What a memory holds.
    init(_ memory: BuildMemory) {
        pages.reserveCapacity(memory.shown.count)
        for (file, shown) in zip(memory.site.files, memory.shown) {
            guard let shown, let stamp = file.stamp else { continue }
            pages[file.path] = (shown, stamp)
        }
    }

    /// The stamp of the file that was made of a page when it showed this.
    func stamp(of path: SitePath, showing shown: Fingerprint) -> FileStamp? {
        guard let page = pages[path], page.shown == shown else { return nil }
        return page.stamp
    }
}
