import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// Large files, which come bit by bit. Those of these tests are small, and so are the bits.
@Suite struct StreamedFileTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    /// Publishes a site of one file that comes in these bits, the last of which ends it.
    @discardableResult
    private func stream(_ bits: [String], refusal: Refusal? = nil) throws -> PublicationSummary {
        let publication = try Publication.begin(at: desk.site, refusal: refusal)
        let file = publication.stream(try sitePath("search/study.js"))
        for bit in bits.dropLast() { Array(bit.utf8).withUnsafeBytes(file.append) }
        let number = try file.finish(Array((bits.last ?? "").utf8))
        #expect(number == FileNumber(0))
        return try publication.commit().summary
    }

    private var text: String? { desk.text("site/search/study.js") }

    @Test func comesBitByBit() throws {
        #expect(try stream(["one, ", "", "two, ", "three"]) == summary(written: 1, bytes: 15))
        #expect(text == "one, two, three")
        #expect(desk.names == ["site"])
    }

    @Test func mayComeAtOnce() throws {
        #expect(try stream(["one, two, three"]) == summary(written: 1, bytes: 15))
        #expect(try stream(["one, two, three"]) == summary(unchanged: 1))
    }

    @Test func staysIfItIsTheSame() throws {
        try stream(["one, two, ", "three"])
        let before = try desk.identity("site/search/study.js")
        #expect(try stream(["one, ", "two, three"]) == summary(unchanged: 1))
        #expect(try stream(["one, two, three", ""]) == summary(unchanged: 1))
        #expect(try desk.identity("site/search/study.js") == before)
        #expect(desk.names == ["site"])
    }

    @Test(arguments: [
        ["ONE, ", "two, ", "three"], ["one, ", "TWO, ", "three"], ["one, ", "two, ", "THREE"], ["one, ", "two, "],
        ["one, ", "two"], ["one, ", ""], ["one, ", "two, ", "three, ", "four"], ["one, two, three", ", four"],
    ])
    func isWrittenAnewFromTheFirstDifferenceOn(_ bits: [String]) throws {
        try stream(["one, two, ", "three"])
        let before = try desk.identity("site/search/study.js")
        let whole = bits.joined()
        #expect(try stream(bits) == summary(written: 1, bytes: whole.utf8.count))
        #expect(text == whole)
        #expect(try desk.identity("site/search/study.js") != before)
        #expect(desk.names == ["site"])
    }

    @Test("is what it should be, however it is cut and whatever stood there", arguments: 0..<60)
    func isWhatItShouldBe(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        func text() -> String {
            String((0..<Int.random(in: 0...12, using: &chance)).map { _ in Bool.random(using: &chance) ? "a" : "b" })
        }
        func bits(_ text: String) -> [String] {
            var rest = text[...]
            var bits: [String] = []
            while !rest.isEmpty {
                bits.append(String(rest.prefix(Int.random(in: 0...4, using: &chance))))
                rest = rest.dropFirst(bits.last?.count ?? 0)
            }
            return bits + [""]
        }
        let former = text()
        try stream(bits(former))
        let next = Bool.random(using: &chance) ? former + text() : text()
        let expected = next == former ? summary(unchanged: 1) : summary(written: 1, bytes: next.utf8.count)
        #expect(try stream(bits(next)) == expected)
        #expect(self.text == next)
    }

    @Test func isNotMixedWithWhatSomebodyWritesMeanwhile() throws {
        try stream(["one, two, ", "three"])
        let file = desk.site + "/search/study.js"
        let error = PublishingError.changedMeanwhile(path: file)
        #expect(throws: error) {
            try stream(["one, ", "two, ", "four"]) { [desk] operation, path in
                if operation == .create, path.hasSuffix("study.js") {
                    try? desk.put("site/search/study.js", "ONE, TWO, THREE")
                }
                return 0
            }
        }
        #expect(text == "ONE, TWO, THREE")
        #expect(desk.names == ["site"])
    }

    @Test(arguments: [PublishingError.Operation.create, .write])
    func leavesTheSiteIfTheDiskRefuses(_ refused: PublishingError.Operation) throws {
        try stream(["one, two, ", "three"])
        #expect(throws: PublishingError.self) {
            try stream(["one, ", "four, ", "five"]) { operation, path in
                operation == refused && path.hasSuffix("study.js") ? ENOSPC : 0
            }
        }
        #expect(text == "one, two, three")
        #expect(desk.names == ["site"])
    }

    @Test func doesNotTakeThePlaceOfSomebodyElsesFile() throws {
        try publish(["index.html": "Home"], to: desk.site)
        try desk.put("site/search/study.js", "mine")
        #expect(throws: PublishingError.foreignFileInTheWay(path: desk.site + "/search/study.js")) {
            let publication = try Publication.begin(at: desk.site)
            let file = publication.stream(try sitePath("search/study.js"))
            Array("one".utf8).withUnsafeBytes(file.append)
            _ = try file.finish([])
        }
        #expect(text == "mine")
    }
}
