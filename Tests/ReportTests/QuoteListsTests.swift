import Diagnostics
import Testing

@testable import Report

@Suite("A long list of quotes")
struct QuoteListsTests {
    @Test(
        "is cut into pages, each full but the last",
        arguments: [
            ([], [[]]), ([7], [[7]]), ([1, 2], [[1, 2]]), ([1, 2, 3], [[1, 2], [3]]),
            ([4, 3, 2, 1], [[4, 3], [2, 1]]),
        ] as [([Int], [[Int]])]
    )
    func chunks(_ quotes: [Int], _ chunks: [[Int]]) {
        let pages = QuotePages(quotes, address: "list.html", limit: 2)
        #expect(pages.chunks.map(Array.init) == chunks)
        #expect(pages.addresses == Array(["list.html", "list-2.html"].prefix(chunks.count)))
    }

    @Test("needs no pager on one page, and leads nowhere from its ends")
    func pager() {
        var diagnostics = Diagnostics()
        let phrases = Phrases([:], language: "en", into: &diagnostics)
        #expect(Pager(0, addresses: ["a"], phrases) == nil)
        let first = Pager(0, addresses: ["a", "b"], phrases)
        #expect(first?.previous == nil && first?.next?.href == "b")
        #expect(first?.pages.map(\.isCurrent) == [true, false])
        let last = Pager(1, addresses: ["a", "b"], phrases)
        #expect(last?.previous?.href == "a" && last?.next == nil)
    }

    @Test("names so many of its pages that each is near one, and no more the longer it is")
    func longPager() throws {
        var diagnostics = Diagnostics()
        let phrases = Phrases([:], language: "en", into: &diagnostics)
        func numbers(_ page: Int, of count: Int) -> String {
            let pager = Pager(page - 1, addresses: (1...count).map { "p\($0)" }, phrases)
            return (pager?.pages ?? []).map { entry in
                (entry.followsGap ? "… " : "") + (entry.isCurrent ? "[\(entry.number)]" : "\(entry.number)")
            }.joined(separator: " ")
        }
        #expect(numbers(3, of: 14) == "1 2 [3] 4 5 6 7 8 9 10 11 12 13 14")
        #expect(numbers(1, of: 400) == "[1] 2 3 … 41 … 81 … 121 … 161 … 201 … 240 … 280 … 320 … 360 … 400")
        #expect(numbers(100, of: 101) == "1 … 11 … 21 … 31 … 41 … 51 … 61 … 71 … 81 … 91 … 98 99 [100] 101")
    }

    @Test(
        "is shown whole on the page of a theme, or as much of each group as fits",
        arguments: [(9, 2, 9), (10, 2, 10), (11, 2, 5), (11, 30, 1), (11, 0, 10)]
    )
    func share(quotes: Int, groups: Int, each: Int) {
        #expect(PageLimits(quotes: 10).quotesOfEachGroup(of: quotes, groups: groups) == each)
    }
}
