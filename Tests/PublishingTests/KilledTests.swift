import Foundation
import Synchronization
import Testing

@testable import Publishing

@Suite struct KilledTests {
    let old = ["a.html": "one", "b.html": "two", "q/c.html": "three", "q/d.html": "four", "r/e.html": "five"]
    let new = ["a.html": "one", "b.html": "TWO", "q/c.html": "three", "s/t/f.html": "six"]
    let foreign = ["CNAME": "example.org", "q/notes/n.txt": "mine"]
    let newest = ["a.html": "newest"]

    private func tree(_ files: [String: String]) -> [String: String] {
        var tree = files
        for path in files.keys {
            var folder = path as NSString
            while folder.pathComponents.count > 1 {
                folder = folder.deletingLastPathComponent as NSString
                tree[folder as String] = "/"
            }
        }
        return tree
    }

    private func with(_ files: [String: String]) -> [String: String] { files.merging(foreign) { page, _ in page } }

    /// Ways in which file systems differ.
    enum System: CaseIterable {
        case usual
        case withoutSecondNames
        case withoutExchange

        @Sendable func refuses(_ operation: PublishingError.Operation) -> Int32 {
            switch (self, operation) {
            case (.withoutSecondNames, .carryOver): EPERM
            case (.withoutExchange, .exchange): EINVAL
            default: 0
            }
        }
    }

    /// Kills a build before each of its changes to the disk, and looks at what stands.
    @Test(arguments: System.allCases)
    func atAnyMoment(system: System) throws {
        var moment = 0
        var outcomes: Set<String> = []
        while true {
            let desk = try Desk()
            try publish(old, to: desk.site)
            for (path, text) in foreign { try desk.put("site/" + path, text) }
            let killer = Killer(before: moment, refused: system.refuses)
            let done = try? publish(new, to: desk.site, refusal: killer.callAsFunction)

            let stands = desk.tree()
            if stands == tree(with(old)) {
                outcomes.insert("old")
                #expect(done == nil)
            } else if stands == tree(with(new)) {
                outcomes.insert("new")
            } else {
                // Only where two folders can't be exchanged may there be a moment without a site.
                outcomes.insert("none")
                #expect(stands.isEmpty && system == .withoutExchange, "moment \(moment): \(stands)")
            }
            #expect(killer.isDead || done == summary(written: 2, unchanged: 2, removed: 2, bytes: 6))

            try publish(newest, to: desk.site)
            #expect(desk.tree() == tree(with(newest)), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if !killer.isDead { break }
            moment += 1
        }
        #expect(moment > 20)
        #expect(outcomes == (system == .withoutExchange ? ["old", "new", "none"] : ["old", "new"]))
    }

    /// Also what a killed build left behind is cleared away by a build that is killed in turn.
    @Test(arguments: [12, 24])
    func twice(first: Int) throws {
        var moment = 0
        while true {
            let desk = try Desk()
            try publish(old, to: desk.site)
            _ = try? publish(new, to: desk.site, refusal: Killer(before: first).callAsFunction)
            let former = desk.tree()
            #expect(desk.names.count == 3)
            let killer = Killer(before: moment)
            _ = try? publish(newest, to: desk.site, refusal: killer.callAsFunction)
            #expect([former, tree(newest)].contains(desk.tree()), "moment \(moment)")
            try publish(newest, to: desk.site)
            #expect(desk.tree() == tree(newest), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if !killer.isDead { break }
            moment += 1
        }
        #expect(moment > 20)
    }

    @Test func aFirstBuildAtAnyMoment() throws {
        var moment = 0
        while true {
            let desk = try Desk()
            let killer = Killer(before: moment)
            _ = try? publish(new, to: desk.site, refusal: killer.callAsFunction)
            #expect([[:], tree(new)].contains(desk.tree()), "moment \(moment)")
            try publish(newest, to: desk.site)
            #expect(desk.tree() == tree(newest), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if !killer.isDead { break }
            moment += 1
        }
        #expect(moment > 8)
    }

    /// The disk is full, or the system refuses, once, at each moment in turn; the build ends in order.
    @Test(arguments: [ENOSPC, EACCES])
    func whenTheSystemRefuses(code: Int32) throws {
        var moment = 0
        while true {
            let desk = try Desk()
            try publish(old, to: desk.site)
            let left = Mutex(moment)
            let done = Result {
                try publish(new, to: desk.site) { operation, _ in
                    // What is removed at the end comes after the new site stands, and frees space.
                    if operation == .remove { return 0 }
                    return left.withLock { left in
                        left -= 1
                        return left == -1 ? code : 0
                    }
                }
            }
            // No second name because of EACCES is no failure: the file is copied.
            let succeeded = (try? done.get()) != nil
            #expect(desk.tree() == tree(succeeded ? new : old), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if case .failure(let error as PublishingError) = done {
                #expect(error.description.contains(String(cString: strerror(code))), "\(error)")
                #expect(error.help != nil)
            }
            if left.withLock({ $0 >= 0 }) { break }
            moment += 1
        }
        #expect(moment > 10)
    }

    @Test func copiesKeepTheirTimesWithoutSecondNames() throws {
        let desk = try Desk()
        try publish(old, to: desk.site)
        try desk.link("site/link", to: "a.html")
        let before = try desk.identity("site/a.html")
        try publish(new, to: desk.site, refusal: { operation, _ in System.withoutSecondNames.refuses(operation) })
        let after = try desk.identity("site/a.html")
        #expect(after.number != before.number)
        #expect(after.seconds == before.seconds && after.nanoseconds == before.nanoseconds)
        #expect(desk.tree()["link"] == "→ a.html")
    }

    @Test func aMountPointCannotBeReplaced() throws {
        let desk = try Desk()
        try publish(old, to: desk.site)
        #expect(throws: PublishingError.mountPoint(folder: desk.site)) {
            try publish(new, to: desk.site) { operation, _ in operation == .exchange ? EBUSY : 0 }
        }
        #expect(desk.tree() == tree(old))
        #expect(desk.names == ["site"])
    }

    @Test func twoAtOnce() throws {
        let desk = try Desk()
        try publish(old, to: desk.site)
        let first = try Publication.begin(at: desk.site)
        #expect(throws: PublishingError.inUse(folder: desk.site)) { try publish(newest, to: desk.site) }
        try first.write(try sitePath("a.html"), Array("first".utf8))
        #expect(try first.commit().summary.written == 1)
        #expect(desk.tree() == ["a.html": "first"])
        try publish(newest, to: desk.site)
        #expect(desk.names == ["site"])
    }
}
