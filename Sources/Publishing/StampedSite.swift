import Fingerprints

/// The files of a site that Verbatim made, each with the stamp that it bore when the site had been published.
public struct StampedSite: Equatable, Sendable {
    /// Stands for the list of the files.
    public let list: Fingerprint
    /// The stamp of the file that has the list.
    public let manifest: FileStamp?
    /// By what one can tell of each file that it was not touched, in the order of the paths; nil for one that was gone when
    /// it should have been stamped.
    public let stamps: [FileStamp?]

    /// A site as it was kept.
    public init(list: Fingerprint, manifest: FileStamp?, stamps: [FileStamp?]) {
        self.list = list
        self.manifest = manifest
        self.stamps = stamps
    }

    /// Looks at every file of a site, but for those whose stamps are known, by their place in the list.
    init(
        standing output: Output,
        _ manifest: Manifest,
        known: (Int) -> FileStamp?
    ) throws(PublishingError) {
        let folder = try output.parent.folder(output.name)
        list = manifest.fingerprint
        self.manifest = folder.stamp(of: Manifest.name)
        stamps = manifest.paths.indices.map { known($0) ?? folder.stamp(of: manifest.paths[$0]) }
    }
}
