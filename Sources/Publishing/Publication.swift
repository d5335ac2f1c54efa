import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One publication of a site into its folder: all of it, or nothing.
///
/// Files that have the bytes they should have are not touched. Files that Verbatim made and makes no more are
/// removed, and nothing that it did not make ever is. Until `commit()` the former site stands whole. Then the new one
/// takes its place in one step, or, if only few of its files differ, these are exchanged one by one, which takes some
/// microseconds each; a build that is killed just then is finished by the next `begin(at:)`.
///
/// A publication that is let go of without `commit()` is abandoned.
public final class Publication: Sendable {
    private let output: Output
    private let lock: OutputLock
    /// The former site; nil if there is none, or only an empty folder.
    private let site: Folder?
    private let former: Manifest?
    private let state: Mutex<State>

    fileprivate struct State {
        var ledger: Ledger
        /// Where the new site is made; made when the first file differs.
        var staging: Staging?
        var phase = Phase.open
    }

    fileprivate enum Phase {
        case open, ended
        case failed(PublishingError)
    }

    /// Starts a publication into a folder, which is made if it is missing.
    ///
    /// Refused: a folder that has something in it but is not a site made by Verbatim, and a site that another
    /// process is publishing at the moment. What killed builds left beside the folder is cleared away.
    public static func begin(at output: String) throws(PublishingError) -> Publication {
        try begin(at: output, refusal: nil)
    }

    /// Where there will be no publication: finishes what a killed one left half done, if there is such a thing. If that
    /// cannot be done, the next `begin(at:)` says why.
    public static func mend(at output: String) {
        guard access(output, F_OK) == 0 else { return }
        (try? begin(at: output))?.abandon()
    }

    static func begin(at output: String, refusal: Refusal?) throws(PublishingError) -> Publication {
        let output = try Output(output, refusal: refusal)
        let lock = try OutputLock(output.beside("lock"), in: output.parent, site: output.path)
        do {
            try Leftovers(output: output).clear()
            return try Publication(output, lock)
        } catch {
            lock.release()
            throw error
        }
    }

    private init(_ output: Output, _ lock: OutputLock) throws(PublishingError) {
        self.output = output
        self.lock = lock
        site = try output.formerSite()
        former = if let site { try Manifest.standing(in: site) } else { nil }
        state = Mutex(State(ledger: Ledger(former: former)))
    }

    deinit { abandon() }

    /// Puts a file into the site. May be called from several threads at once, once for each path.
    ///
    /// If the former site has the file with the same bytes, nothing is written.
    public func write(_ path: SitePath, _ bytes: [UInt8]) throws(PublishingError) {
        // Typed errors do not pass through the closure of the array's own function.
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(PublishingError) in try write(path, buffer) }
        }
        try result.get()
    }

    /// Puts a file into the site. May be called from several threads at once, once for each path.
    public func write(_ path: SitePath, _ bytes: UnsafeRawBufferPointer) throws(PublishingError) {
        let claim = try state.withLock { (state) throws(PublishingError) in
            try state.claim(path, in: site)
        }
        do throws(PublishingError) {
            if let site, claim.mayStand, try stands(path, bytes, in: site, wasMade: claim.wasMade) {
                state.withLock { $0.ledger.settle(path, .unchanged(nil)) }
                return
            }
            let staging = try state.withLock { (state) throws(PublishingError) in
                let staging = try state.requireStaging(beside: output)
                try state.ledger.makeFolders(of: path, in: staging.folder)
                return staging.folder
            }
            let code = staging.create(path.rawValue, bytes)
            guard code == 0 else { throw staging.failure(.write, path.rawValue, code) }
            state.withLock { $0.ledger.settle(path, .written(bytes.count)) }
        } catch {
            state.withLock { $0.fail(error, at: path) }
            throw error
        }
    }

    /// Puts a file into the site by keeping it as it stands, if it bears this stamp; false: it has to be written.
    public func keep(_ path: SitePath, bearing stamp: FileStamp) throws(PublishingError) -> Bool {
        guard let site, site.stamp(of: path.rawValue) == stamp else { return false }
        return try state.withLock { (state) throws(PublishingError) in
            try state.requireOpen()
            return try state.ledger.keep(path, bearing: stamp, in: site)
        }
    }

    /// Whether the former site has exactly these files of Verbatim's, each as it was stamped.
    public func stands(as stamped: StampedSite) -> Bool {
        guard let site, let former, former.paths.count == stamped.files.count else { return false }
        guard stamped.manifest != nil, site.stamp(of: Manifest.name) == stamped.manifest else { return false }
        return zip(former.paths, stamped.files).allSatisfy { path, file in
            path == file.path && file.stamp != nil && site.stamp(of: path.rawValue) == file.stamp
        }
    }

    /// Ends the publication with the former site as it stands.
    public func leave() -> PublicationSummary {
        defer { abandon() }
        var summary = PublicationSummary()
        summary.unchanged = former?.paths.count ?? 0
        return summary
    }

    /// Puts the new site in the place of the former one. Files that were not written again are gone from it. Then looks
    /// at every file, so that the next publication can tell which were not touched; no stamps if that fails.
    ///
    /// Nothing is touched if nothing differs. Throws the first error again if any file could not be written.
    public func commit() throws(PublishingError) -> (summary: PublicationSummary, site: StampedSite?) {
        // Before the lock is let go of: afterwards it may be another build's site.
        defer { abandon() }
        let ledger = try state.withLock { (state) throws(PublishingError) in
            try state.requireOpen()
            guard state.ledger.pending == 0 else { throw .outOfTurn }
            state.phase = .failed(.outOfTurn)
            return state.ledger
        }
        let manifest = ledger.manifest(after: former)
        let areKept = try replace(ledger, manifest)
        let stamped = try? StampedSite(standing: output, manifest) { path in
            guard areKept, case .unchanged(let stamp) = ledger.files[path]?.outcome else { return nil }
            return stamp
        }
        return (ledger.summary, stamped)
    }

    /// Puts the new site in the place of the former one. Returns whether files that stay still bear their stamps.
    private func replace(_ ledger: Ledger, _ manifest: Manifest) throws(PublishingError) -> Bool {
        if former != nil && ledger.files.values.allSatisfy(\.stays) { return true }
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

    /// Gives the publication up and removes what was made for it. The former site stays as it was.
    public func abandon() {
        state.withLock { state in
            if case .ended = state.phase { return }
            state.phase = .ended
            // What a later publication has to go on with stays.
            if let staging = state.staging, (try? AmendmentJournal.standing(in: staging.folder)) == .some(nil) {
                Removal().remove(staging.name, from: output.parent)
            }
            lock.release()
        }
    }

    /// Whether the former site has the file with these bytes. Throws if something else is in its place.
    private func stands(
        _ path: SitePath,
        _ bytes: UnsafeRawBufferPointer,
        in site: Folder,
        wasMade: Bool
    ) throws(PublishingError) -> Bool {
        if wasMade {
            switch try site.compare(path.rawValue, with: bytes) {
            case .same: return true
            case .missing, .different: return false
            // Perhaps Verbatim's own folder. If somebody else's things are in it, carrying them over will tell.
            case .folder: return false
            case .other: throw .foreignFileInTheWay(path: site.describe(path.rawValue))
            }
        }
        switch try site.status(of: path.rawValue)?.kind {
        case nil, .folder: return false
        case .file, .link, .other: throw .foreignFileInTheWay(path: site.describe(path.rawValue))
        }
    }
}

extension Publication.State {
    fileprivate func requireOpen() throws(PublishingError) {
        switch phase {
        case .open: return
        case .ended: throw .outOfTurn
        case .failed(let error): throw error
        }
    }

    fileprivate mutating func requireStaging(beside output: Output) throws(PublishingError) -> Staging {
        if let staging { return staging }
        let made = try Staging(beside: output)
        staging = made
        return made
    }

    fileprivate mutating func claim(_ path: SitePath, in site: Folder?) throws(PublishingError) -> Ledger.Claim {
        try requireOpen()
        do throws(PublishingError) {
            return try ledger.claim(path, in: site)
        } catch {
            phase = .failed(error)
            throw error
        }
    }

    fileprivate mutating func fail(_ error: PublishingError, at path: SitePath) {
        ledger.settle(path, nil)
        if case .open = phase { phase = .failed(error) }
    }
}
