import Foundation
import Testing

@testable import Publishing

@Suite struct PublicationTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func intoNothing() throws {
        let done = try publish(["index.html": "Home", "quotes/c4-1.html": "Trust"], to: desk.site)
        #expect(done == summary(written: 2, bytes: 9))
        #expect(desk.tree() == ["index.html": "Home", "quotes": "/", "quotes/c4-1.html": "Trust"])
        #expect(desk.text("site/.verbatim-site") == "verbatim-site 1 2\nindex.html\nquotes/c4-1.html\n")
        #expect(desk.names == ["site"])
    }

    @Test func intoFoldersThatAreMissing() throws {
        try publish(["index.html": "Home"], to: desk.path + "/out/report/site/")
        #expect(desk.tree("out") == ["report": "/", "report/site": "/", "report/site/index.html": "Home"])
    }

    @Test func intoAnEmptyFolder() throws {
        try desk.makeFolder("site")
        chmod(desk.site, 0o2775)
        try publish(["index.html": "Home"], to: desk.site)
        #expect(desk.tree() == ["index.html": "Home"])
        try publish(["index.html": "Home again"], to: desk.site)
        var found = stat()
        stat(desk.site, &found)
        #expect(found.st_mode & 0o7777 == 0o2775)
    }

    @Test func throughALink() throws {
        try desk.makeFolder("elsewhere")
        try desk.link("site", to: "elsewhere")
        try publish(["index.html": "Home"], to: desk.site)
        #expect(desk.tree("elsewhere") == ["index.html": "Home"])
        #expect(desk.names == ["elsewhere", "site"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.site) == "elsewhere")
    }

    @Test func nothingTouchedIfNothingDiffers() throws {
        let files = ["index.html": "Home", "empty.txt": "", "quotes/c4-1.html": "Trust"]
        try publish(files, to: desk.site)
        let names = ["site", "site/.verbatim-site", "site/quotes"] + files.keys.map { "site/" + $0 }
        let before = try names.map(desk.identity)
        #expect(try publish(files, to: desk.site) == summary(unchanged: 3))
        #expect(try names.map(desk.identity) == before)
        #expect(desk.names == ["site"])
    }

    @Test func onlyWhatDiffersIsWritten() throws {
        try publish(["a.html": "one", "b.html": "two", "q/c.html": "three"], to: desk.site)
        let names = ["site/.verbatim-site", "site/a.html", "site/q/c.html"]
        let before = try names.map(desk.identity)
        let changed = try desk.identity("site/b.html")
        let done = try publish(["a.html": "one", "b.html": "TWO", "q/c.html": "three"], to: desk.site)
        #expect(done == summary(written: 1, unchanged: 2, bytes: 3))
        #expect(desk.tree() == ["a.html": "one", "b.html": "TWO", "q": "/", "q/c.html": "three"])
        #expect(try names.map(desk.identity) == before)
        #expect(try desk.identity("site/b.html") != changed)
    }

    @Test func whatIsNoLongerMadeGoes() throws {
        try publish(["a.html": "one", "q/b.html": "two", "r/c.html": "three"], to: desk.site)
        let done = try publish(["a.html": "one", "r/d.html": "four"], to: desk.site)
        #expect(done == summary(written: 1, unchanged: 1, removed: 2, bytes: 4))
        #expect(desk.tree() == ["a.html": "one", "r": "/", "r/d.html": "four"])
        #expect(desk.text("site/.verbatim-site") == "verbatim-site 1 2\na.html\nr/d.html\n")
    }

    @Test func aFileBecomesAFolderAndBack() throws {
        try publish(["a": "file", "b": "x"], to: desk.site)
        try publish(["a/b/c": "folder", "b": "x"], to: desk.site)
        #expect(desk.tree() == ["a": "/", "a/b": "/", "a/b/c": "folder", "b": "x"])
        try publish(["a": "file", "b": "x"], to: desk.site)
        #expect(desk.tree() == ["a": "file", "b": "x"])
    }

    @Test func whatAPersonDeletedIsMadeAgain() throws {
        try publish(["a.html": "one", "b.html": "two"], to: desk.site)
        try desk.remove("site/b.html")
        #expect(
            try publish(["a.html": "one", "b.html": "two"], to: desk.site)
                == summary(written: 1, unchanged: 1, bytes: 3)
        )
        #expect(desk.tree() == ["a.html": "one", "b.html": "two"])
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func aByteThatDiffersIsFound(size: Int) throws {
        let path = try sitePath("data.js")
        func publish(_ bytes: [UInt8]) throws -> PublicationSummary {
            let publication = try Publication.begin(at: desk.site)
            try publication.write(path, bytes)
            return try publication.commit().summary
        }
        // The pattern must not repeat in step with any buffer.
        var bytes = (0..<size).map { UInt8($0 % 251) }
        #expect(try publish(bytes).written == 1)
        #expect(try publish(bytes).written == 0)
        bytes.append(7)
        #expect(try publish(bytes).written == 1)
        bytes[size] = 8
        #expect(try publish(bytes).written == 1)
        bytes[0] &+= 1
        #expect(try publish(bytes).written == 1)
        #expect(FileManager.default.contents(atPath: desk.site + "/data.js") == Data(bytes))
        bytes.removeLast()
        #expect(try publish(bytes).written == 1)
        #expect(FileManager.default.contents(atPath: desk.site + "/data.js") == Data(bytes))
    }

    @Test func aSiteOfNothing() throws {
        #expect(try publish([:], to: desk.site) == summary())
        #expect(desk.text("site/.verbatim-site") == "verbatim-site 1 0\n")
        try publish(["a.html": "one"], to: desk.site)
        #expect(try publish([:], to: desk.site) == summary(removed: 1))
        #expect(desk.tree() == [:])
    }

    @Test func abandonedOrLetGoOf() throws {
        try publish(["a.html": "one"], to: desk.site)
        let before = try desk.identity("site/a.html")
        do {
            let publication = try Publication.begin(at: desk.site)
            try publication.write(try sitePath("a.html"), Array("other".utf8))
            #expect(desk.names.count == 3)
            publication.abandon()
            #expect(desk.names == ["site"])
            #expect(throws: PublishingError.outOfTurn) { try publication.commit() }
            #expect(throws: PublishingError.outOfTurn) { try publication.write(try sitePath("b.html"), []) }
        }
        do { try Publication.begin(at: desk.site).write(try sitePath("a.html"), Array("other".utf8)) }
        #expect(desk.names == ["site"])
        #expect(desk.tree() == ["a.html": "one"])
        #expect(try desk.identity("site/a.html") == before)
    }

    @Test func aPageThatAPersonDeletesMeanwhile() throws {
        try publish(["a.html": "one", "b.html": "two"], to: desk.site)
        let publication = try Publication.begin(at: desk.site)
        try publication.write(try sitePath("a.html"), Array("one".utf8))
        try publication.write(try sitePath("b.html"), Array("TWO".utf8))
        try desk.remove("site/a.html")
        #expect(throws: PublishingError.changedMeanwhile(path: desk.site)) { try publication.commit() }
        #expect(desk.tree() == ["b.html": "two"])
        #expect(desk.names == ["site"])
    }

    @Test func aFailureToWriteEndsIt() throws {
        try publish(["a.html": "one"], to: desk.site)
        let publication = try Publication.begin(at: desk.site) { _, path in
            path.hasSuffix("/b.html") ? ENOSPC : 0
        }
        #expect(throws: PublishingError.self) { try publication.write(try sitePath("b.html"), Array("two".utf8)) }
        #expect(throws: PublishingError.self) { try publication.commit() }
        #expect(desk.tree() == ["a.html": "one"])
    }

    @Test func aFileThatIsOpenCanBeReadOn() throws {
        try publish(["a.html": "one"], to: desk.site)
        let open = try #require(FileHandle(forReadingAtPath: desk.site + "/a.html"))
        try publish(["a.html": "two"], to: desk.site)
        #expect(try open.readToEnd() == Data("one".utf8))
    }

    @Test(
        arguments: [
            (["a.html", "a.html"], "a.html", "a.html"),
            (["a", "a/b"], "a", "a/b"),
            (["a/b", "a"], "a", "a"),
        ]
    )
    func clashes(paths: [String], one: String, other: String) throws {
        try publish(["old.html": "old"], to: desk.site)
        let publication = try Publication.begin(at: desk.site)
        let error = PublishingError.clash(try sitePath(one), try sitePath(other))
        #expect(throws: error) { for path in paths { try publication.write(try sitePath(path), []) } }
        // Once a file could not be written, the site must not be taken for complete.
        #expect(throws: error) { try publication.write(try sitePath("more.html"), []) }
        #expect(throws: error) { try publication.commit() }
        #expect(desk.names == ["site"])
        #expect(desk.tree() == ["old.html": "old"])
    }

    @Test func fromFourThreads() async throws {
        let count = 2_000
        @Sendable func name(_ number: Int) -> String { "f\(number % 7)/q\(number).html" }
        @Sendable func text(_ number: Int, _ round: Int) -> String {
            "quote \(number) \(number % 5 == 0 ? round : 0)"
        }
        for round in 0..<3 {
            let publication = try Publication.begin(at: desk.site)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<4 {
                    group.addTask {
                        for number in stride(from: worker, to: count, by: 4) {
                            try publication.write(try sitePath(name(number)), Array(text(number, round).utf8))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let done = try publication.commit().summary
            #expect(done.written == (round == 0 ? count : count / 5))
            #expect(done.unchanged == count - done.written)
            var expected = Dictionary(uniqueKeysWithValues: (0..<count).map { (name($0), text($0, round)) })
            for folder in 0..<7 { expected["f\(folder)"] = "/" }
            #expect(desk.tree() == expected)
        }
    }
}
