#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Changes the files of a standing site that differ, in place: what it takes grows with what changed, not with the site.
/// Where much changes, a `Replacement` of the whole folder takes no longer and knows no moment in between.
///
/// All new files are ready beside the site before the first of them changes places with a former one. Then it is a
/// matter of a few microseconds a file. A build that is killed even there leaves an `AmendmentJournal`, by which the
/// next one goes on.
struct Amendment {
    private let staging: Staging
    private let site: Folder
    private let former: Manifest
    private let manifest: Manifest
    private let steps: [AmendmentJournal.Step]

    /// Whether so little changes that this is the better way.
    static func isWorthwhile(_ ledger: Ledger) -> Bool {
        ledger.differing.count * 16 <= ledger.outcomes.count
    }

    /// The amendment that makes the new site of the former one; nil if a file takes the place of a folder or a folder
    /// that of a file.
    init?(
        staging: Staging,
        site: Folder,
        former: Manifest,
        ledger: Ledger,
        manifest: Manifest
    ) throws(PublishingError) {
        guard manifest == former || !(former.clashes(with: manifest) || manifest.clashes(with: former)) else {
            return nil
        }
        self.staging = staging
        self.site = site
        self.former = former
        self.manifest = manifest
        var steps: [AmendmentJournal.Step] = []
        let differing = ledger.differing.map { (path: ledger.path(of: $0), isMade: ledger.outcomes[$0] != nil) }
        for file in differing.sorted(by: { $0.path < $1.path }) {
            let step = try Self.step(file.path, isMade: file.isMade, from: staging.folder, to: site)
            if let step { steps.append(step) }
        }
        self.steps = steps
    }

    /// What has to be done about one file; nil: nothing, as it is gone already.
    private static func step(
        _ path: SitePath,
        isMade: Bool,
        from new: Folder,
        to site: Folder
    ) throws(PublishingError) -> AmendmentJournal.Step? {
        let standing = try site.status(of: path.rawValue)
        guard isMade else {
            // Something else that has the name by now is somebody else's.
            guard let standing, standing.kind == .file else { return nil }
            return AmendmentJournal.Step(.remove, path.rawValue, standing.number)
        }
        guard let made = try new.status(of: path.rawValue) else {
            throw .changedMeanwhile(path: new.describe(path.rawValue))
        }
        guard let standing else { return AmendmentJournal.Step(.add, path.rawValue, made.number) }
        guard standing.kind == .file else { throw .foreignFileInTheWay(path: site.describe(path.rawValue)) }
        return AmendmentJournal.Step(.replace, path.rawValue, made.number)
    }

    /// Does it, which leaves the former files in the staging folder; false, with nothing touched, if files cannot change
    /// places here. If this throws, the former site stands.
    func run() throws(PublishingError) -> Bool {
        let new = staging.folder
        let journal = AmendmentJournal(steps: try withManifest(steps))
        for step in steps where step.kind == .remove { try new.makeFolders(above: step.path) }
        let code = journal.bytes.withUnsafeBytes { new.create(AmendmentJournal.name, $0) }
        guard code == 0 else { throw new.failure(.write, AmendmentJournal.name, code) }
        try staging.unmark()
        let refused = Interruptions.held { journal.carryOut(between: new, and: site) }
        if let refused {
            guard refused.isUndone else { throw refused.error(in: site) }
            // Unfinished again, so that nobody goes on with it.
            try staging.mark()
            for name in [AmendmentJournal.name, Manifest.name] {
                let code = new.removeFile(name)
                guard code == 0 || code == ENOENT else { throw new.failure(.remove, name, code) }
            }
            guard refused.isAboutExchange else { throw refused.error(in: site) }
            return false
        }
        return true
    }

    /// The steps with that of the list of what Verbatim made, if it differs: last, as it has to name all of that.
    private func withManifest(
        _ steps: [AmendmentJournal.Step]
    ) throws(PublishingError) -> [AmendmentJournal.Step] {
        guard manifest != former else { return steps }
        try staging.list(manifest)
        let number = try staging.folder.status(of: Manifest.name)?.number ?? 0
        return steps + [AmendmentJournal.Step(.replace, Manifest.name, number)]
    }
}
