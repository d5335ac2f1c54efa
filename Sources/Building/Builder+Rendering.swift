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
        let pen = Pen(isTimed: request.isTimed)
        while let batch = queue.next() {
            try Task.checkCancellation()
            for position in batch {
                let made = try put(pages[position], at: position, to: publication, remembered, by: pen)
                work.pages.append((position, made))
            }
            progress(queue.finished(batch.count))
        }
        work.time = pen.time
        return work
    }

    /// Puts a page into the site.
    private func put(
        _ page: PageEntry,
        at position: Int,
        to publication: Publication,
        _ remembered: Recollection,
        by pen: Pen
    ) throws -> MadePage {
        let (prepared, shown, kept) = try pen.prepare {
            let prepared = page.prepare()
            let shown = prepared.fingerprint()
            return (prepared, shown, try keep(page, showing: shown, at: position, in: publication, remembered))
        }
        if let kept { return MadePage(number: kept, shown: shown) }
        guard let path = SitePath(page.address) else {
            throw Disk.Failure(description: "the page address ‘\(page.address)’ cannot be a file")
        }
        let number = try pen.write(publication.stream(path), isPage: page.isPage) { prepared.render(&$0) }
        return MadePage(number: number, shown: shown)
    }

    /// Keeps the file of a page as it stands, if the page shows what it showed when the file was made.
    private func keep(
        _ page: PageEntry,
        showing shown: Fingerprint?,
        at position: Int,
        in publication: Publication,
        _ remembered: Recollection
    ) throws -> FileNumber? {
        guard let shown, let number = publication.number(of: page.address, guess: remembered.number(at: position)),
            let stamp = remembered.stamp(of: number, showing: shown),
            try publication.keep(number, bearing: stamp)
        else { return nil }
        return number
    }
}
