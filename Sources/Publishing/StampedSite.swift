/// The files of a site that Verbatim made, each with the stamp that it bore when the site had been published.
public struct StampedSite: Equatable, Sendable {
    /// A file of the site. One without a stamp was gone when it should have been stamped.
    public struct File: Equatable, Sendable {
        /// Where it stands.
        public let path: SitePath
        /// By what one can tell that it was not touched.
        public let stamp: FileStamp?

        /// A file with its stamp, as it was kept.
        public init(path: SitePath, stamp: FileStamp?) {
            self.path = path
            self.stamp = stamp
        }
    }

    /// The stamp of the list of the files that Verbatim made.
    public let manifest: FileStamp?
    /// The files, in the order of their paths.
    public let files: [File]

    /// A site as it was kept.
    public init(manifest: FileStamp?, files: [File]) {
        self.manifest = manifest
        self.files = files
    }

    /// Looks at every file of a site, but for those whose stamps are known.
    init(
        standing output: Output,
        _ manifest: Manifest,
        known: (SitePath) -> FileStamp?
    ) throws(PublishingError) {
        let folder = try output.parent.folder(output.name)
        self.manifest = folder.stamp(of: Manifest.name)
        files = manifest.paths.map { File(path: $0, stamp: known($0) ?? folder.stamp(of: $0.rawValue)) }
    }
}
