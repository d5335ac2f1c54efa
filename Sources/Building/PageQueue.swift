import Report
import Synchronization

/// The pages of a plan in the order in which workers take them: small parts in turn rather than one half each, as pages
/// differ in size; and the largest first, so that nobody is left alone with one of them at the end.
final class PageQueue: Sendable {
    /// Positions in the plan.
    private let batches: [ArraySlice<Int>]
    private let taken = Atomic(0)
    private let done = Atomic(0)

    /// A queue of all pages.
    init(_ pages: [PageEntry]) {
        // The data files come first of all, as each is larger than any page; and the last of them first: what is searched
        // in takes longest, and stands at the end of a plan.
        let large =
            pages.indices.reversed().filter { pages[$0].isLarge && !pages[$0].isPage }
            + pages.indices.filter { pages[$0].isLarge && pages[$0].isPage }
        let others = pages.indices.filter { !pages[$0].isLarge }
        batches =
            large.indices.map { large[$0...$0] }
            + stride(from: 0, to: others.count, by: 16).map { others[$0..<min($0 + 16, others.count)] }
    }

    /// The positions of pages that nobody has taken yet; nil if there are none. May be called from several threads at once.
    func next() -> ArraySlice<Int>? {
        let number = taken.add(1, ordering: .relaxed).oldValue
        return number < batches.count ? batches[number] : nil
    }

    /// Notes that so many pages are done, and says how many are by now.
    func finished(_ count: Int) -> Int { done.add(count, ordering: .relaxed).newValue }
}
