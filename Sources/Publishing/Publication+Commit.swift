import Processors

extension Publication {
    /// Puts the new site in the place of the former one. Files that were not written again are gone from it. Then looks
    /// at every file, so that the next publication can tell which were not touched; no stamps if that fails.
    ///
    /// Nothing is touched if nothing differs. Throws the first error again if any file could not be written. `work` is
    /// done with what came of it while the files that were replaced are removed.
    @discardableResult
    public func commit(_ work: (Published) -> Void = { _ in }) throws(PublishingError) -> Published {
        // Before the lock is let go of: afterwards it may be another build's site.
        defer { abandon() }
        let ledger = try state.withLock { (state) throws(PublishingError) in
            try state.requireOpen()
            guard state.ledger.pending == 0 else { throw .outOfTurn }
            state.phase = .failed(.outOfTurn)
            return state.ledger
        }
        let new = NewSite(ledger, after: former)
        let change = try replace(ledger, new.manifest)
        // Another processor may remove them: the kernel has to let go of every page of a file.
        let removal = Meanwhile { [output] in
            // What can't be removed now is removed by the next publication.
            if case .amended(let staging) = change { Removal().remove(staging.name, from: output.parent) }
        }
        defer { removal.outcome() }
        let stamped = try? StampedSite(standing: output, new.manifest) { place in
            guard change.keepsStamps, case .unchanged(let stamp) = ledger.outcomes[new.number(at: place)] else {
                return nil
            }
            return stamp
        }
        let published = Published(
            summary: ledger.summary,
            site: stamped,
            renumbered: new.places(of: ledger.outcomes.count)
        )
        work(published)
        return published
    }

    /// How a new site took the place of the former one.
    private enum Change: Sendable {
        case nothing
        /// File by file; the former ones are in the staging folder.
        case amended(Staging)
        case replaced

        /// Whether files that stay still bear their stamps.
        var keepsStamps: Bool { if case .replaced = self { false } else { true } }
    }

    /// Puts the new site in the place of the former one.
    private func replace(_ ledger: Ledger, _ manifest: Manifest) throws(PublishingError) -> Change {
        if former != nil && ledger.differing.isEmpty { return .nothing }
        let staging = try state.withLock { (state) throws(PublishingError) in
            try state.requireStaging(beside: output)
        }
        let change = try replace(with: staging, ledger, manifest)
        state.withLock { $0.staging = nil }
        return change
    }

    private func replace(
        with staging: Staging,
        _ ledger: Ledger,
        _ manifest: Manifest
    ) throws(PublishingError) -> Change {
        let replacement = Replacement(output: output, staging: staging)
        guard let site, let former else {
            try replacement.place(manifest)
            return .replaced
        }
        func amend() throws(PublishingError) -> Bool {
            let amendment = try Amendment(
                staging: staging,
                site: site,
                former: former,
                ledger: ledger,
                manifest: manifest
            )
            return try amendment?.run() ?? false
        }
        if Amendment.isWorthwhile(ledger), try amend() { return .amended(staging) }
        do throws(PublishingError) {
            try replacement.run(site: site, former: former, ledger: ledger, manifest: manifest)
        } catch {
            // Some file systems exchange files, but no folders: the layers of a container.
            guard case .mountPoint = error, (try? amend()) == true else { throw error }
            return .amended(staging)
        }
        return .replaced
    }
}
