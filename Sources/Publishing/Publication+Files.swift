/// What becomes of one file of a publication.
extension Publication {
    /// Notes that a file is going to be written, once.
    func claim(_ path: SitePath) throws(PublishingError) -> Ledger.Claim {
        try state.withLock { (state) throws(PublishingError) in
            try state.note { (ledger) throws(PublishingError) in try ledger.claim(path, in: site) }
        }
    }

    /// Notes what became of a file.
    func settle(_ claim: Ledger.Claim, _ outcome: Ledger.Outcome) -> FileNumber {
        state.withLock { $0.ledger.settle(claim.number, outcome) }
        return FileNumber(claim.number)
    }

    /// Notes that a file cannot be made, and with it the site.
    func fail(_ error: PublishingError, _ claim: Ledger.Claim) {
        state.withLock { $0.fail(error, at: claim.number) }
    }

    /// Begins a file in the new site, in the folders that it needs.
    func newFile(_ path: SitePath) throws(PublishingError) -> NewFile {
        let folder = try state.withLock { (state) throws(PublishingError) in
            let staging = try state.requireStaging(beside: output)
            try state.ledger.makeFolders(of: path, in: staging.folder)
            return staging.folder
        }
        return try NewFile(path, in: folder)
    }

    /// The file that Verbatim made at this path before; nil if there is none that can be read. Throws if something else
    /// is in its place.
    func standingFile(_ path: SitePath, _ claim: Ledger.Claim) throws(PublishingError) -> StandingFile? {
        guard let site, claim.mayStand else { return nil }
        if claim.wasMade {
            switch try StandingFile.find(path, in: site) {
            case .file(let standing): return standing
            case .missing, .closed: return nil
            // Perhaps Verbatim's own folder. If somebody else's things are in it, carrying them over will tell.
            case .folder: return nil
            case .other: throw .foreignFileInTheWay(path: site.describe(path.rawValue))
            }
        }
        switch try site.status(of: path.rawValue)?.kind {
        case nil, .folder: return nil
        case .file, .link, .other: throw .foreignFileInTheWay(path: site.describe(path.rawValue))
        }
    }
}
