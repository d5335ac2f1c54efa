extension Publication {
    /// Puts the new site in the place of the former one. Files that were not written again are gone from it. Then looks
    /// at every file, so that the next publication can tell which were not touched; no stamps if that fails.
    ///
    /// Nothing is touched if nothing differs. Throws the first error again if any file could not be written.
    public func commit() throws(PublishingError) -> Published {
        // Before the lock is let go of: afterwards it may be another build's site.
        defer { abandon() }
        let ledger = try state.withLock { (state) throws(PublishingError) in
            try state.requireOpen()
            guard state.ledger.pending == 0 else { throw .outOfTurn }
            state.phase = .failed(.outOfTurn)
            return state.ledger
        }
        let new = NewSite(ledger, after: former)
        let areKept = try replace(ledger, new.manifest)
        let stamped = try? StampedSite(standing: output, new.manifest) { place in
            guard areKept, case .unchanged(let stamp) = ledger.outcomes[new.number(at: place)] else { return nil }
            return stamp
        }
        return Published(
            summary: ledger.summary,
            site: stamped,
            renumbered: new.places(of: ledger.outcomes.count)
        )
    }

    /// Puts the new site in the place of the former one. Returns whether files that stay still bear their stamps.
    private func replace(_ ledger: Ledger, _ manifest: Manifest) throws(PublishingError) -> Bool {
        if former != nil && ledger.differing.isEmpty { return true }
        let staging = try state.withLock { (state) throws(PublishingError) in
            try state.requireStaging(beside: output)
        }
        let areKept = try replace(with: staging, ledger, manifest)
        state.withLock { $0.staging = nil }
        return areKept
    }

    private func replace(
        with staging: Staging,
        _ ledger: Ledger,
        _ manifest: Manifest
    ) throws(PublishingError) -> Bool {
        let replacement = Replacement(output: output, staging: staging)
        guard let site, let former else {
            try replacement.place(manifest)
            return false
        }
        func amend() throws(PublishingError) -> Bool {
            let amendment = try Amendment(
                output: output,
                staging: staging,
                site: site,
                former: former,
                ledger: ledger,
                manifest: manifest
            )
            return try amendment?.run() ?? false
        }
        if Amendment.isWorthwhile(ledger), try amend() { return true }
        do throws(PublishingError) {
            try replacement.run(site: site, former: former, ledger: ledger, manifest: manifest)
        } catch {
            // Some file systems exchange files, but no folders: the layers of a container.
            guard case .mountPoint = error, (try? amend()) == true else { throw error }
        }
        return false
    }
}
