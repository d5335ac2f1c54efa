import Testing

@testable import Publishing

@Suite struct FileNumberTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private func published(_ files: [String: String]) throws -> (Published, [String: FileNumber]) {
        let publication = try Publication.begin(at: desk.site)
        var numbers: [String: FileNumber] = [:]
        for (path, text) in files { numbers[path] = try publication.write(try sitePath(path), Array(text.utf8)) }
        return (try publication.commit(), numbers)
    }

    /// Begins the next publication and ends it with the site as it stands.
    private func next<Outcome>(_ work: (Publication) throws -> Outcome) throws -> Outcome {
        let publication = try Publication.begin(at: desk.site)
        defer { publication.abandon() }
        return try work(publication)
    }

    @Test func areFoundByAddressWhereverTheyAreLookedForFirst() throws {
        try publish(["b.html": "", "a.html": "", "c/a.html": ""], to: desk.site)
        try next { publication in
            for guess in [nil, -1, 0, 1, 2, 3].map({ $0.map(FileNumber.init) }) {
                #expect(publication.number(of: "a.html", guess: guess)?.rawValue == 0)
                #expect(publication.number(of: "b.html", guess: guess)?.rawValue == 1)
                #expect(publication.number(of: "c/a.html", guess: guess)?.rawValue == 2)
                #expect(publication.number(of: "c", guess: guess) == nil)
                #expect(publication.number(of: "", guess: guess) == nil)
                #expect(publication.number(of: "z.html", guess: guess) == nil)
            }
        }
    }

    @Test func ofThisPublicationLeadToThoseOfTheNext() throws {
        let sites = [
            ["c.html": "1", "a.html": "1", "e.html": "1"],
            ["c.html": "1", "a.html": "2", "e.html": "1"],
            ["e.html": "1", "b.html": "1", "a/b.html": "1", "c.html": "2"],
            ["d.html": "1"],
            [:],
            ["d.html": "1", "a.html": "1"],
        ]
        for site in sites {
            let (published, numbers) = try published(site)
            let stamped = try #require(published.site)
            try next { publication in
                for (path, number) in numbers {
                    let next = try #require(publication.number(of: path))
                    #expect(published.next(number) == next)
                    #expect(try publication.keep(next, bearing: #require(stamped.stamps[next.rawValue])))
                }
                #expect(publication.hasFiles(of: stamped))
                #expect(publication.stands(as: stamped))
            }
        }
    }

    @Test func ofFilesThatAreGoneLeadNowhere() throws {
        try publish(["a.html": "", "b.html": ""], to: desk.site)
        let (published, _) = try published(["b.html": ""])
        #expect(published.next(FileNumber(0)) == nil)
        #expect(published.next(FileNumber(1))?.rawValue == 0)
        #expect(published.next(FileNumber(2)) == nil)
    }

    @Test func keepOnlyWhatBearsItsStamp() throws {
        let (published, _) = try published(["a.html": "one", "b.html": "two"])
        let stamped = try #require(published.site)
        let stamps = try stamped.stamps.map { try #require($0) }
        try desk.put("site/b.html", "2!")
        let publication = try Publication.begin(at: desk.site)
        #expect(publication.hasFiles(of: stamped))
        #expect(!publication.stands(as: stamped))
        #expect(try !publication.keep(FileNumber(0), bearing: stamps[1]))
        #expect(try !publication.keep(FileNumber(2), bearing: stamps[0]))
        #expect(try !publication.keep(FileNumber(-1), bearing: stamps[0]))
        #expect(try publication.keep(FileNumber(0), bearing: stamps[0]))
        #expect(try !publication.keep(FileNumber(1), bearing: stamps[1]))
        try publication.write(try sitePath("b.html"), Array("two".utf8))
        #expect(try publication.commit().summary == summary(written: 1, unchanged: 1, bytes: 3))
        #expect(desk.tree() == ["a.html": "one", "b.html": "two"])
    }

    @Test func ofOtherFilesAreNotMistaken() throws {
        let (published, _) = try published(["a.html": "one"])
        try publish(["a.html": "one", "b.html": "two"], to: desk.site)
        let stamped = try #require(published.site)
        try next { #expect(!$0.hasFiles(of: stamped) && !$0.stands(as: stamped)) }
    }

    @Test("clash with what has the same path", arguments: [["a", "a"], ["a", "a/b"], ["a/b", "a"]])
    func clashes(paths: [String]) throws {
        let (published, _) = try published(["a": "one"])
        let stamp = try #require(published.site?.stamps[0])
        let publication = try Publication.begin(at: desk.site)
        let path = try sitePath("a")
        let other = try sitePath(paths[0] == "a" ? paths[1] : "a")
        #expect(throws: PublishingError.clash(path, other)) {
            for path in paths {
                if path == "a" {
                    #expect(try publication.keep(FileNumber(0), bearing: stamp))
                } else {
                    try publication.write(try sitePath(path), [])
                }
            }
        }
        #expect(throws: PublishingError.self) { try publication.commit() }
        #expect(desk.tree() == ["a": "one"])
    }
}
