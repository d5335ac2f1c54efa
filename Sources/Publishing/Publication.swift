import Processors
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
    let output: Output
    private let lock: OutputLock
    /// The former site; nil if there is none, or only an empty folder.
    let site: Folder?
    let former: Manifest?
    let state: Mutex<State>

    /// Starts a publication into a folder, which is made if it is missing.
    ///
    /// Refused: a folder that has something in it but is not a site made by Verbatim, and a site that another
    /// process is publishing at the moment. What killed builds left beside the folder is cleared away.
    public static func begin(at output: String) throws(PublishingError) -> Publication {
        try begin(at: output, refusal: nil)
    }

    /// Starts a publication where something stands already, which may come to nothing: what a killed one left half done is
    /// finished all the same. Nil if nothing stands there.
    public static func resume(at output: String) -> Result<Publication, PublishingError>? {
        guard access(output, F_OK) == 0 else { return nil }
        return Result { () throws(PublishingError) in try begin(at: output) }
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
    @discardableResult
    public func write(_ path: SitePath, _ bytes: [UInt8]) throws(PublishingError) -> FileNumber {
        // Typed errors do not pass through the closure of the array's own function.
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(PublishingError) in try write(path, buffer) }
        }
        return try result.get()
    }

    /// Puts a file into the site. May be called from several threads at once, once for each path.
    @discardableResult
    public func write(_ path: SitePath, _ bytes: UnsafeRawBufferPointer) throws(PublishingError) -> FileNumber {
        let claim = try claim(path)
        do throws(PublishingError) {
            if let standing = try standingFile(path, claim), standing.size == bytes.count,
                try standing.goesOn(with: bytes)
            {
                return settle(claim, .unchanged(nil))
            }
            let new = try newFile(path)
            try new.append(bytes)
            try new.finish()
            return settle(claim, .written(new.size))
        } catch {
            fail(error, claim)
            throw error
        }
    }

    /// Begins a file whose bytes come bit by bit. May be called from several threads at once, once for each path.
    public func stream(_ path: SitePath) -> StreamedFile { StreamedFile(path, of: self) }

    /// The number of a file that Verbatim made before, if this address is its path; nil if there is none. `guess` is looked
    /// at before the others.
    public func number(of address: String, guess: FileNumber? = nil) -> FileNumber? {
        guard let former else { return nil }
        if let guess, former.paths.indices.contains(guess.rawValue),
            former.paths[guess.rawValue].rawValue == address
        {
            return guess
        }
        return former.position(of: address).map { FileNumber($0) }
    }

    /// Puts a file of the former site into the new one by keeping it as it stands, if it bears this stamp; false: it has to be
    /// written. May be called from several threads at once, once for each file.
    public func keep(_ number: FileNumber, bearing stamp: FileStamp) throws(PublishingError) -> Bool {
        let number = number.rawValue
        guard let site, let former, former.paths.indices.contains(number),
            site.stamp(of: former.paths[number]) == stamp
        else { return false }
        return try state.withLock { (state) throws(PublishingError) in
            try state.note { (ledger) throws(PublishingError) in
                try ledger.keep(number, bearing: stamp, in: site)
            }
        }
    }

    /// Whether the former site has exactly these files of Verbatim's, so that their numbers mean the same.
    public func hasFiles(of stamped: StampedSite) -> Bool { former?.fingerprint == stamped.list }

    /// Whether the former site has exactly these files of Verbatim's, each as it was stamped.
    public func stands(as stamped: StampedSite) -> Bool {
        guard let site, let former, hasFiles(of: stamped), former.paths.count == stamped.stamps.count else {
            return false
        }
        guard stamped.manifest != nil, site.stamp(of: Manifest.name) == stamped.manifest else { return false }
        // What the system knows of a file is asked side by side: there is nothing else to do in such a build.
        let stands = SideBySide.map(former.paths.count, runsOf: 512) { position in
            stamped.stamps[position] != nil && site.stamp(of: former.paths[position]) == stamped.stamps[position]
        }
        return stands.allSatisfy(\.self)
    }

    /// Ends the publication with the former site as it stands.
    public func leave() -> PublicationSummary {
        defer { abandon() }
        var summary = PublicationSummary()
        summary.unchanged = former?.paths.count ?? 0
        return summary
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
}
