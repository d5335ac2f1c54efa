#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Changes the few files of a standing site that differ, in place: what it takes grows with what changed, not with the
/// site. Where much changes, a `Replacement` of the whole folder takes no longer and knows no moment in between.
///
/// All new files are ready beside the site before the first of them changes places with a former one. Then it is a
/// matter of a few microseconds a file. A build that is killed even there leaves an `AmendmentJournal`, by which the
/// next one goes on.
struct Amendment {
    private let output: Output
    private let staging: Staging
    private let site: Folder
    private let journal: AmendmentJournal

    /// Of how many files at least one may change.
    private static let leastFilesForEach = 16

    /// The amendment that makes the new site of the former one; nil if it is not for that.
    init?(
        output: Output,
        staging: Staging,
        site: Folder,
        former: Manifest,
        ledger: Ledger,
        manifest: Manifest
    ) throws(PublishingError) {
        let changes = ledger.files.filter { !$0.value.stays }.keys.sorted()
        // Folders come and go with the whole folder only: they may hold what Verbatim did not make.
        guard changes.count * Self.leastFilesForEach <= ledger.files.count,
            manifest == former || manifest.folders == former.folders
        else { return nil }
        self.output = output
        self.staging = staging
        self.site = site
        var steps: [AmendmentJournal.Step] = []
        for path in changes {
            let step = try Self.step(path, isMade: ledger.files[path]?.outcome != nil, from: staging.folder, to: site)
            if let step { steps.append(step) }
        }
        if manifest != former {
            // Last, as it has to name all that Verbatim made.
            try staging.list(manifest)
            let number = try staging.folder.status(of: Manifest.name)?.number ?? 0
            steps.append(AmendmentJournal.Step(.replace, Manifest.name, number))
        }
        journal = AmendmentJournal(steps: steps)
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

    /// Does it; false, with nothing touched, if files cannot change places here. If this throws, the former site stands.
    func run() throws(PublishingError) -> Bool {
        let new = staging.folder
        for step in journal.steps where step.kind == .remove { try new.makeFolders(above: step.path) }
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
        // From here on the new site stands. What can't be removed now is removed by the next publication.
        Removal().remove(staging.name, from: output.parent)
        return true
    }
}
