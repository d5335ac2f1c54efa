#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Completes the new site and puts it in the place of the former one, as a whole.
struct Replacement {
    let output: Output
    let staging: Staging

    private var new: Folder { staging.folder }

    /// Does it. If this throws, the former site stands, and what was made is still beside it.
    func run(site: Folder, former: Manifest, ledger: Ledger, manifest: Manifest) throws(PublishingError) {
        var carryOver = try CarryOver(of: ledger.fates, in: former.folders, from: site)
        try carryOver.run(from: site, to: new)
        guard carryOver.unchanged == ledger.summary.unchanged else { throw .changedMeanwhile(path: output.path) }
        if manifest != former || site.link(Manifest.name, into: new) != 0 { try staging.list(manifest) }
        try staging.unmark()
        let formerName: String
        do throws(PublishingError) {
            formerName = try exchange()
        } catch {
            try staging.mark()
            throw error
        }
        // From here on the new site stands. What can't be removed now is removed by the next publication.
        Removal(isKnown: carryOver.isKnown, rescue: new).remove(formerName, from: output.parent)
    }

    /// Puts the new site where there is none, or where there is an empty folder.
    func place(_ manifest: Manifest) throws(PublishingError) {
        try staging.list(manifest)
        try staging.unmark()
        if let status = try output.parent.status(of: output.name) {
            let code = new.take(status, withTime: false)
            guard code == 0 else { throw new.failure(.carryOver, "", code) }
        }
        let code = output.parent.rename(staging.name, to: output.name)
        switch code {
        case 0: return
        case EEXIST, ENOTEMPTY: throw .changedMeanwhile(path: output.path)
        default: throw refused(code)
        }
    }

    /// Exchanges the two sites and returns the name that the former one now has.
    private func exchange() throws(PublishingError) -> String {
        let parent = output.parent
        let code = parent.exchange(output.name, with: staging.name)
        if code == 0 { return staging.name }
        guard [EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(code) else { throw refused(code) }
        // In two steps. A build that is killed in between leaves no site; the next one puts the former back.
        let former = output.freeName(.old) { parent.rename(output.name, to: $0) }
        guard former.code == 0 else { throw refused(former.code) }
        let there = parent.rename(staging.name, to: output.name)
        guard there == 0 else {
            _ = parent.rename(former.name, to: output.name)
            throw refused(there)
        }
        return former.name
    }

    private func refused(_ code: Int32) -> PublishingError {
        code == EBUSY || code == EXDEV
            ? .mountPoint(folder: output.path) : output.parent.failure(.rename, output.name, code)
    }
}

extension Ledger {
    /// The numbers of the files that do not stand in the former site as they should in the new one.
    var differing: [Int] { outcomes.indices.filter { outcomes[$0]?.stays != true } }

    /// What became of the files that were made before.
    var fates: [SitePath: CarryOver.Fate] {
        var fates: [SitePath: CarryOver.Fate] = [:]
        fates.reserveCapacity(outcomes.count)
        for (number, outcome) in outcomes.enumerated() where wasMade(number) {
            fates[path(of: number)] =
                switch outcome {
                case .unchanged: .unchanged
                case .written: .replaced
                case .pending, nil: .dropped
                }
        }
        return fates
    }

    /// What the publication does, counted.
    var summary: PublicationSummary {
        var summary = PublicationSummary()
        for outcome in outcomes {
            switch outcome {
            case .unchanged: summary.unchanged += 1
            case .written(let size):
                summary.written += 1
                summary.bytesWritten += size
            case .pending, nil: summary.removed += 1
            }
        }
        return summary
    }
}
