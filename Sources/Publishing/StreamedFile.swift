/// A large file of a publication, whose bytes come bit by bit and are let go of. It belongs to one thread.
///
/// As long as they are those of the former site's file, nothing is written. From the first difference on they go into a
/// new file, which begins with a copy of what was the same.
public final class StreamedFile {
    private enum Progress {
        /// Nothing has come yet.
        case waiting
        case same(StandingFile)
        case differing(NewFile)
        case failed(PublishingError)
    }

    private let path: SitePath
    private let publication: Publication
    private var claim: Ledger.Claim?
    private var progress = Progress.waiting

    init(_ path: SitePath, of publication: Publication) {
        self.path = path
        self.publication = publication
    }

    /// Appends bytes. If that is not possible, `finish(_:)` says why.
    public func append(_ bytes: UnsafeRawBufferPointer) {
        advance { () throws(PublishingError) in
            switch progress {
            case .waiting:
                let claim = try publication.claim(path)
                self.claim = claim
                if let standing = try publication.standingFile(path, claim) {
                    try compare(bytes, with: standing)
                } else {
                    let new = try publication.newFile(path)
                    try new.append(bytes)
                    progress = .differing(new)
                }
            case .same(let standing): try compare(bytes, with: standing)
            case .differing(let new): try new.append(bytes)
            case .failed: break
            }
        }
    }

    /// Appends the last bytes and ends the file. Called once.
    public func finish(_ rest: [UInt8]) throws(PublishingError) -> FileNumber {
        if case .waiting = progress { return try publication.write(path, rest) }
        rest.withUnsafeBytes(append)
        advance { () throws(PublishingError) in
            // The former file goes on where the new one ends.
            if case .same(let standing) = progress, !standing.isAtEnd {
                progress = .differing(try depart(from: standing))
            }
            if case .differing(let new) = progress { try new.finish() }
        }
        switch (progress, claim) {
        case (.same, let claim?): return publication.settle(claim, .unchanged(nil))
        case (.differing(let new), let claim?): return publication.settle(claim, .written(new.size))
        case (.failed(let error), _): throw error
        case (.waiting, _), (_, nil): throw .outOfTurn
        }
    }

    private func compare(_ bytes: UnsafeRawBufferPointer, with standing: StandingFile) throws(PublishingError) {
        if try standing.goesOn(with: bytes) {
            progress = .same(standing)
        } else {
            let new = try depart(from: standing)
            try new.append(bytes)
            progress = .differing(new)
        }
    }

    /// A new file that begins as the former one, as far as that was compared.
    private func depart(from standing: StandingFile) throws(PublishingError) -> NewFile {
        let new = try publication.newFile(path)
        try standing.copyStart(to: new)
        return new
    }

    private func advance(_ step: () throws(PublishingError) -> Void) {
        do throws(PublishingError) {
            try step()
        } catch {
            progress = .failed(error)
            if let claim { publication.fail(error, claim) }
        }
    }
}
