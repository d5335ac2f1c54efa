import Fingerprints
import Publishing
import Report

extension Builder {
    /// What workers did, and what is to be remembered of it.
    struct Made: Sendable {
        var time = WorkerTime()
        /// The fingerprints of what pages show, of those pages that have one.
        var pages: [SitePath: Fingerprint] = [:]
    }

    /// Puts all pages into the site, several at once. A page that shows what it showed when its file was made, as far as
    /// that is remembered, is not made again.
    func write(
        _ pages: [PageEntry],
        to publication: Publication,
        _ remembered: Recollection,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Made {
        let batches = Self.batches(pages)
        return try await withThrowingTaskGroup(of: (count: Int, made: Made).self) { group in
            var done = 0
            var all = Made()
            var waiting = batches.makeIterator()
            func start(_ batch: ArraySlice<PageEntry>) {
                group.addTask { (batch.count, try write(batch, to: publication, remembered)) }
            }
            for _ in 0..<max(2, Disk.processors * 2) {
                guard let batch = waiting.next() else { break }
                start(batch)
            }
            while let (count, made) = try await group.next() {
                done += count
                all.time += made.time
                all.pages.merge(made.pages) { _, new in new }
                progress(done, pages.count)
                if let batch = waiting.next() { start(batch) }
            }
            return all
        }
    }

    /// Workers take small parts in turn rather than one half each, as pages differ in size; and the largest first, so that
    /// nobody is left alone with one of them at the end.
    private static func batches(_ pages: [PageEntry]) -> [ArraySlice<PageEntry>] {
        let large = pages.filter(\.isLarge)
        let others = pages.filter { !$0.isLarge }
        return large.indices.map { large[$0...$0] }
            + stride(from: 0, to: others.count, by: 16).map { others[$0..<min($0 + 16, others.count)] }
    }

    private func write(
        _ pages: ArraySlice<PageEntry>,
        to publication: Publication,
        _ remembered: Recollection
    ) throws -> Made {
        var made = Made()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 16)
        for page in pages {
            bytes.removeAll(keepingCapacity: true)
            guard let path = SitePath(page.address) else {
                throw Disk.Failure(description: "the page address ‘\(page.address)’ cannot be a file")
            }
            try made.time.spend(isTimed: request.isTimed, isPage: page.isPage, on: &bytes) { bytes in
                let prepared = page.prepare()
                if let shown = prepared.fingerprint() {
                    made.pages[path] = shown
                    if let stamp = remembered.stamp(of: path, showing: shown),
                        try publication.keep(path, bearing: stamp)
                    {
                        return false
                    }
                }
                prepared.render(&bytes)
                return true
            } writing: {
                try publication.write(path, $0)
            }
        }
        return made
    }
}
