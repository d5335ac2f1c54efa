import Foundation
import Synchronization
import Testing

@testable import Publishing

/// Sites of so many files that a few changes are made in place.
@Suite struct AmendmentTests {
    let desk: Desk
    let old: [String: String]
    let new: [String: String]
    let foreign = ["CNAME": "example.org", "q/notes/n.txt": "mine"]

    init() throws {
        desk = try Desk()
        var files = ["q/d.html": "four", "q/e.html": "five"]
        for number in 10..<80 { files["page-\(number).html"] = "page \(number)" }
        old = files
        files["page-10.html"] = "changed"
        files["q/e.html"] = "also changed"
        files["q/f.html"] = "new"
        files["q/d.html"] = nil
        new = files
    }

    private func tree(_ files: [String: String]) -> [String: String] {
        files.merging(foreign) { page, _ in page }.merging(["q": "/", "q/notes": "/"]) { page, _ in page }
    }

    private func begun(_ desk: Desk) throws {
        try publish(old, to: desk.site)
        for (path, text) in foreign { try desk.put("site/" + path, text) }
    }

    @Test func onlyWhatDiffersIsTouched() throws {
        try begun(desk)
        let staying = ["site", "site/q", "site/page-11.html", "site/CNAME"]
        let before = try staying.map(desk.identity).map(\.number)
        #expect(try publish(new, to: desk.site) == summary(written: 3, unchanged: 69, removed: 1, bytes: 22))
        #expect(desk.tree() == tree(new))
        #expect(try staying.map(desk.identity).map(\.number) == before)
        #expect(desk.names == ["site"])
        let list = try #require(desk.text("site/.verbatim-site"))
        #expect(list.hasPrefix("verbatim-site 1 72\n") && list.hasSuffix("q/e.html\nq/f.html\n"))
        #expect(try publish(new, to: desk.site) == summary(unchanged: 72))
    }

    /// Whoever serves the site from within its folder goes on with the new one.
    @Test func theFolderStaysTheSame() throws {
        try begun(desk)
        let before = try desk.identity("site").number
        try publish(new, to: desk.site)
        #expect(try desk.identity("site").number == before)
        var many = old
        for number in 10..<20 { many["page-\(number).html"] = "changed" }
        try publish(many, to: desk.site)
        #expect(try desk.identity("site").number != before)
    }

    @Test func foldersComeAndGo() throws {
        try begun(desk)
        let before = try desk.identity("site").number
        var other = old.filter { !$0.key.hasPrefix("q/") }
        other["r/s/t.html"] = "in folders"
        try publish(other, to: desk.site)
        #expect(try desk.identity("site").number == before)
        // What Verbatim did not make stays, and its folder with it.
        #expect(desk.text("site/q/notes/n.txt") == "mine")
        #expect(desk.tree()["q/d.html"] == nil && desk.tree()["r/s/t.html"] == "in folders")
        try publish(old, to: desk.site)
        #expect(desk.tree() == tree(old))
        #expect(try desk.identity("site").number == before)
    }

    @Test func whatItIsNotFor() throws {
        try begun(desk)
        let before = try desk.identity("site").number
        // A file takes the place of a folder, and a folder that of a file.
        var other = old
        other["page-20.html"] = nil
        other["page-20.html/inner.html"] = "inner"
        try publish(other, to: desk.site)
        #expect(desk.tree()["page-20.html/inner.html"] == "inner")
        let between = try desk.identity("site").number
        #expect(between != before)
        try publish(old, to: desk.site)
        #expect(desk.tree() == tree(old))
        #expect(try desk.identity("site").number != between)
    }

    @Test func thingsOfOtherPeopleStay() throws {
        try begun(desk)
        // In the place of a file that changes, and of one that goes.
        try desk.remove("site/q/d.html")
        try desk.put("site/q/d.html/mine.txt", "mine")
        try publish(new, to: desk.site)
        #expect(desk.text("site/q/d.html/mine.txt") == "mine")
        try desk.remove("site/page-10.html")
        try desk.put("site/page-10.html/mine.txt", "mine")
        var newest = new
        newest["page-10.html"] = "newest"
        let error = PublishingError.foreignFileInTheWay(path: desk.site + "/page-10.html")
        #expect(throws: error) { try publish(newest, to: desk.site) }
        #expect(desk.text("site/page-10.html/mine.txt") == "mine")
        #expect(desk.names == ["site"])
    }

    /// Somebody puts a file where a new one goes, after it was looked at and before it is put there.
    @Test func aFileThatAppearsMeanwhileStays() throws {
        try begun(desk)
        let desk = desk
        let error = PublishingError.foreignFileInTheWay(path: desk.site + "/q/f.html")
        #expect(throws: error) {
            try publish(new, to: desk.site) { operation, path in
                if operation == .exchange, path.hasSuffix("page-10.html") { try? desk.put("site/q/f.html", "mine") }
                return 0
            }
        }
        var expected = tree(old)
        expected["q/f.html"] = "mine"
        #expect(desk.tree() == expected)
        #expect(desk.names == ["site"])
    }

    /// Killed before each change to the disk: the site is the former, the new one, or on the way between them; and whole
    /// as soon as somebody publishes again, or only begins to.
    @Test func killedAtAnyMoment() throws {
        var moment = 0
        var states: Set<String> = []
        while true {
            let desk = try Desk()
            try begun(desk)
            let killer = Killer(before: moment)
            let done = try? publish(new, to: desk.site, refusal: killer.callAsFunction)
            let stands = desk.tree()
            switch stands {
            case tree(old): states.insert("old")
            case tree(new): states.insert("new")
            default:
                states.insert("between")
                for (path, text) in stands { #expect([tree(old)[path], tree(new)[path]].contains(text)) }
            }
            #expect(killer.isDead || done != nil)

            try Publication.resume(at: desk.site)?.get().abandon()
            #expect([tree(old), tree(new)].contains(desk.tree()), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            let isNew = desk.tree() == tree(new)
            #expect(isNew || stands == tree(old), "moment \(moment)")
            let again = try publish(new, to: desk.site)
            #expect(again.written == (isNew ? 0 : 3) && again.removed == (isNew ? 0 : 1), "moment \(moment)")
            #expect(desk.tree() == tree(new), "moment \(moment)")
            if !killer.isDead { break }
            moment += 1
        }
        #expect(moment > 20)
        #expect(states == ["old", "new", "between"])
    }

    /// Also a build that goes on where one was killed may be killed.
    @Test func killedTwice() throws {
        // In the middle of the steps: page-10.html has changed places, and nothing else.
        let first = try #require(
            (0..<100).first { moment in
                guard let desk = try? Desk(), (try? begun(desk)) != nil else { return false }
                _ = try? publish(new, to: desk.site, refusal: Killer(before: moment).callAsFunction)
                return desk.tree()["page-10.html"] == "changed"
            }
        )
        var moment = 0
        while true {
            let desk = try Desk()
            try begun(desk)
            _ = try? publish(new, to: desk.site, refusal: Killer(before: first).callAsFunction)
            #expect(desk.tree()["q/e.html"] == "five")
            let killer = Killer(before: moment)
            _ = try? publish(old, to: desk.site, refusal: killer.callAsFunction)
            try Publication.begin(at: desk.site).abandon()
            #expect([tree(old), tree(new)].contains(desk.tree()), "moment \(moment)")
            try publish(old, to: desk.site)
            #expect(desk.tree() == tree(old), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if !killer.isDead { break }
            moment += 1
        }
        #expect(moment > 20)
    }

    /// After a build was killed half way, somebody puts the former site back by hand, or takes the new files away.
    @Test(arguments: ["restored", "cleared away", "journal cut short"])
    func mendedByHand(how: String) throws {
        try begun(desk)
        let died = Mutex(false)
        _ = try? publish(new, to: desk.site) { operation, path in
            died.withLock { dead in
                dead = dead || operation == .rename && path.hasSuffix("q/f.html")
                return dead ? EIO : 0
            }
        }
        #expect(desk.tree()["page-10.html"] == "changed")
        let beside = try #require(desk.names.first { $0.contains("new-") })
        switch how {
        case "restored":
            for (path, text) in old { try desk.put("site/" + path, text) }
        case "cleared away": try desk.remove(beside)
        default: try desk.put(beside + "/.verbatim-amendment", "verbatim-amendment 1 5\nreplace 7")
        }
        if how == "restored" {
            // To Verbatim it is a file of somebody else, so it asks.
            let error = PublishingError.foreignFileInTheWay(path: desk.site + "/q/d.html")
            #expect(throws: error) { try publish(old, to: desk.site) }
            try desk.remove("site/q/d.html")
        }
        try publish(old, to: desk.site)
        #expect(desk.tree() == tree(old))
        try publish(new, to: desk.site)
        #expect(desk.tree() == tree(new))
        #expect(desk.names == ["site"])
    }

    /// The disk is full, or the system refuses, once, at each moment in turn: all is as it was before.
    @Test(arguments: [ENOSPC, EACCES, EINVAL])
    func whenTheSystemRefuses(code: Int32) throws {
        var moment = 0
        while true {
            let desk = try Desk()
            try begun(desk)
            let left = Mutex(moment)
            let done = try? publish(new, to: desk.site) { operation, _ in
                if operation == .remove { return 0 }
                return left.withLock { left in
                    left -= 1
                    return left == -1 ? code : 0
                }
            }
            #expect(desk.tree() == tree(done == nil ? old : new), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if left.withLock({ $0 >= 0 }) { break }
            moment += 1
        }
        #expect(moment > 10)
    }

    /// Where files cannot change places, the whole folder takes the place of the former one.
    @Test func whereFilesCannotChangePlaces() throws {
        try begun(desk)
        let before = try desk.identity("site").number
        let done = try publish(new, to: desk.site) { operation, _ in operation == .exchange ? ENOTSUP : 0 }
        #expect(done == summary(written: 3, unchanged: 69, removed: 1, bytes: 22))
        #expect(desk.tree() == tree(new))
        #expect(try desk.identity("site").number != before)
        #expect(desk.names == ["site"])
    }

    /// The layers of a container: files can change places there, folders cannot.
    @Test func whereFoldersCannotChangePlaces() throws {
        var many = new
        for number in 20..<60 { many["page-\(number).html"] = "changed" }
        many["r/s/t.html"] = "in folders"
        let refused: Refusal = { operation, path in operation == .exchange && path.hasSuffix("/site") ? EXDEV : 0 }
        var moment = 0
        while true {
            let desk = try Desk()
            try begun(desk)
            let killer = Killer(before: moment)
            let done = try? publish(many, to: desk.site) { operation, path in
                let code = killer(operation, path)
                return code == 0 ? refused(operation, path) : code
            }
            if killer.isDead { try Publication.resume(at: desk.site)?.get().abandon() }
            let isNew = desk.tree().count > tree(old).count
            let folders = ["r": "/", "r/s": "/"]
            #expect(desk.tree() == (isNew ? tree(many).merging(folders) { $1 } : tree(old)), "moment \(moment)")
            #expect(desk.names == ["site"], "moment \(moment)")
            if !killer.isDead {
                #expect(done == summary(written: 44, unchanged: 29, removed: 1, bytes: 312))
                break
            }
            moment += 7
        }
        #expect(moment > 200)
    }

    @Test func aJournalThatIsNotWholeIsNone() {
        let journal = AmendmentJournal(steps: [
            AmendmentJournal.Step(.replace, "a.html", 7), AmendmentJournal.Step(.add, "q/b.html", 8),
            AmendmentJournal.Step(.remove, "c.html", 9), AmendmentJournal.Step(.replace, ".verbatim-site", 10),
        ])
        let bytes = journal.bytes
        #expect(AmendmentJournal(reading: bytes) == journal)
        for count in 0..<bytes.count { #expect(AmendmentJournal(reading: Array(bytes[..<count])) == nil) }
        let first = "verbatim-amendment 1 1\n"
        for line in ["move 1 a.html", "add 1 ../a.html", "add 1 /a", "add x a.html", "add 1 .verbatim-lock", "add  a"] {
            #expect(AmendmentJournal(reading: Array((first + line + "\n").utf8)) == nil)
        }
        #expect(AmendmentJournal(reading: Array("verbatim-amendment 2 0\n".utf8)) == nil)
    }
}
