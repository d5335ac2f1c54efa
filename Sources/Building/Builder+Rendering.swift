import Fingerprints
import Publishing
import Report

extension Builder {
    /// What workers did, and what is to be remembered of it.
    struct Made: Sendable {
        var time = WorkerTime()
        /// The pages, in the order in which they were planned.
        var pages: [MadePage] = []
    }

    /// A page that is in the site.
    struct MadePage: Sendable {
        /// The number of its file.
        let number: FileNumber
        /// The fingerprint of what it shows, if it has one.
        let shown: Fingerprint?
    }

    /// Puts all pages into the site, several at once. A page that shows what it showed when its file was made, as far as
    /// that is remembered, is not made again.
    func write(
        _ pages: [PageEntry],
        to publication: Publication,
        after last: LastBuild,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Made {
        let queue = PageQueue(pages)
        let remembered = last.recollection(of: publication)
        return try await withThrowingTaskGroup(of: Work.self) { group in
            for _ in 0..<Disk.processors {
                group.addTask {
                    try work(queue, on: pages, to: publication, remembered) { progress($0, pages.count) }
                }
            }
            var time = WorkerTime()
            var made = [MadePage?](repeating: nil, count: pages.count)
            for try await work in group {
                time += work.time
                for (position, page) in work.pages { made[position] = page }
            }
            return Made(time: time, pages: made.compactMap(\.self))
        }
    }

    /// What one worker did.
    private struct Work: Sendable {
        var time = WorkerTime()
        /// The pages with their positions in the plan.
        var pages: [(position: Int, page: MadePage)] = []
    }

    /// Takes pages from a queue until it has none left, or until another worker failed.
    private func work(
        _ queue: PageQueue,
        on pages: [PageEntry],
        to publication: Publication,
        _ remembered: Recollection,
        progress: (Int) -> Void
    ) throws -> Work {
        var work = Work()
        var bytes: [UInt8] = []
        while let batch = queue.next() {
            try Task.checkCancellation()
            for position in batch {
                let page = pages[position]
                // What a large file needed is let go of before ordinary pages.
                if !page.isLarge && bytes.capacity > Self.ordinaryCapacity { bytes = [] }
                bytes.removeAll(keepingCapacity: true)
                let made = try put(page, at: position, to: publication, remembered, by: &bytes, &work.time)
                work.pages.append((position, made))
            }
            progress(queue.finished(batch.count))
        }
        return work
    }

    private static let ordinaryCapacity = 1 << 21

    /// Puts a page into the site, by way of empty bytes.
    private func put(
        _ page: PageEntry,
        at position: Int,
        to publication: Publication,
        _ remembered: Recollection,
        by bytes: inout [UInt8],
        _ time: inout WorkerTime
    ) throws -> MadePage {
        var shown: Fingerprint?
        let number = try time.spend(isTimed: request.isTimed, isPage: page.isPage, on: &bytes) { bytes in
            let prepared = page.prepare()
            shown = prepared.fingerprint()
            if let shown, let number = publication.number(of: page.address, guess: remembered.number(at: position)),
                let stamp = remembered.stamp(of: number, showing: shown),
                try publication.keep(number, bearing: stamp)
            {
                return number
            }
            prepared.render(&bytes)
            return nil
        } writing: {
            guard let path = SitePath(page.address) else {
                throw Disk.Failure(description: "the page address ‘\(page.address)’ cannot be a file")
            }
            return try publication.write(path, $0)
        }
        return MadePage(number: number, shown: shown)
    }
}
