import Foundation
import Testing

/// The study is invented; see TinyStudy.
@Suite("verbatim build, once more")
struct MemoryTests {
    /// A study that was built, with a picture and a template of its own.
    private func built() throws -> Folder {
        let folder = try Folder(tinyStudy: ["pages/methods.md": Self.page, "files/tea.png": "a picture"])
        try folder.write("templates/style.css", "body {}\n")
        let result = try Program.run("build", in: folder)
        #expect(result.status == 0)
        return folder
    }

    private static let page = """
        ---
        title: Methods
        ---
        We asked. ![A cup of tea](../files/tea.png)

        """

    /// How many pages and other files were made by another build, which ends well.
    private func made(_ folder: Folder, _ options: String..., executable: URL = Program.executable) throws -> Int {
        let process = try Program.start(["build", "--timings"] + options, in: folder, executable: executable)
        process.process.waitUntilExit()
        #expect(process.process.terminationStatus == 0)
        let line = try String(contentsOf: process.messages, encoding: .utf8).split(separator: "\n")
            .first { $0.hasPrefix("pages rendered") }
        return try #require(line?.split(separator: " ").last.flatMap { Int($0) })
    }

    /// The site is what a build into an empty folder makes.
    private func expectRight(_ folder: Folder, _ location: SourceLocation = #_sourceLocation) throws {
        let clean = try Program.run("build", "--output", "clean", "--fresh", in: folder)
        #expect(clean.status == 0, sourceLocation: location)
        #expect(try folder.contents("site") == folder.contents("clean"), sourceLocation: location)
        try folder.remove("clean")
    }

    private func memory(_ folder: Folder) throws -> URL {
        let cache = folder.url.appending(path: ".cache")
        let names = try FileManager.default.contentsOfDirectory(atPath: cache.path())
        return cache.appending(path: try #require(names.first))
    }

    @Test("makes no page when nothing has changed, says the same as before, and makes all of them if told to")
    func nothing() throws {
        let folder = try built()
        let before = try folder.snapshot("site")
        let again = try Program.run("build", in: folder)
        #expect(again.output.contains("; 0 files written, \(before.count - 1) unchanged"))
        #expect(try made(folder) == 0)
        #expect(try made(folder, "--fresh") > 20)
        #expect(try folder.snapshot("site") == before)
    }

    @Test(
        "sees each kind of change",
        arguments: [
            ("content/quotes/all.csv", "It takes its time.", "It takes its times."),
            ("content/pages/methods.md", "We asked", "We talked"),
            ("content/files/tea.png", "a picture", "a drawing"),
            ("content/study.yml", "title:", "title: Very much "),
            ("templates/style.css", "body", "main"),
        ]
    )
    func changes(path: String, former: String, new: String) throws {
        let folder = try built()
        let text = try folder.read(path)
        #expect(text.contains(former))
        try folder.write(path, text.replacing(former, with: new, maxReplacements: 1))
        let result = try Program.run("build", in: folder)
        #expect(result.status == 0)
        #expect(!result.output.contains("; 0 files written"))
        try expectRight(folder)
        #expect(try made(folder) == 0)
    }

    @Test("sees a template that is new, and one that is gone")
    func templates() throws {
        let folder = try built()
        try folder.write("templates/footer.mustache", "<footer>Own foot</footer>\n")
        #expect(try made(folder) > 20)
        try expectRight(folder)
        try folder.remove("templates")
        #expect(try made(folder) > 20)
        #expect(!(try folder.read("site/index.html")).contains("Own foot"))
        try expectRight(folder)
    }

    @Test("mends a site that somebody changed, even where size and time look the same")
    func meddling() throws {
        let folder = try built()
        let file = folder.url.appending(path: "site/quote-m1-1.html")
        let former = try FileManager.default.attributesOfItem(atPath: file.path())
        let text = try folder.read("site/quote-m1-1.html")
        let other = text.replacing("tastes better", with: "tastes bitter")
        #expect(other.utf8.count == text.utf8.count && other != text)
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(other.utf8))
        try handle.close()
        let time = try #require(former[.modificationDate])
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path())
        #expect(try Program.run("build", in: folder).output.contains("; 1 file written"))
        #expect(try folder.read("site/quote-m1-1.html") == text)

        try folder.remove("site/theme-comfort.html")
        #expect(try Program.run("build", in: folder).output.contains("; 1 file written"))
        try folder.remove("site")
        #expect(try Program.run("build", in: folder).status == 0)
        try expectRight(folder)
    }

    @Test("makes the right site whatever has become of what it remembers")
    func damage() throws {
        let folder = try built()
        let whole = try Data(contentsOf: memory(folder))
        #expect(whole.count > 1000)
        var damaged = [
            Data(), Data("verbatim-memory 1\n".utf8), whole.dropLast(), whole + Data([0]), whole.prefix(100),
        ]
        for position in stride(from: 0, to: whole.count, by: 97) {
            var copy = whole
            copy[position] ^= 0x41
            damaged.append(copy)
        }
        #expect(damaged.count > 20)
        for bytes in damaged {
            try bytes.write(to: memory(folder))
            #expect(try made(folder) > 20)
        }
        try FileManager.default.removeItem(at: memory(folder))
        #expect(try made(folder) > 20)
        try expectRight(folder)
        #expect(try made(folder) == 0)
    }

    @Test("trusts nothing that another program remembers, and works where nothing can be kept")
    func otherPrograms() throws {
        let folder = try built()
        let copy = folder.url.appending(path: "other-verbatim")
        try FileManager.default.copyItem(at: Program.executable, to: copy)
        #expect(try made(folder, executable: copy) > 20)
        #expect(try made(folder, executable: copy) == 0)
        try folder.remove(".cache")
        try folder.write(".cache", "a file where a folder should be")
        #expect(try made(folder) > 20)
        #expect(try made(folder) > 20)
        try expectRight(folder)
    }

    @Test("gives warnings again")
    func warnings() throws {
        let folder = try built()
        try folder.remove("content/themes/waiting.md")
        let first = try Program.run("build", in: folder)
        #expect(first.messages.contains("[theme-without-prose]"))
        let second = try Program.run("build", in: folder)
        #expect(second.messages == first.messages)
        #expect(second.output.contains("; 0 files written"))
        #expect(try made(folder) == 0)
        let strict = try Program.run("build", "--strict", in: folder)
        #expect(strict.status == 1)
    }

    @Test("knows what a site was made from, not only how it looks")
    func otherStudy() throws {
        let folder = try built()
        let former = try folder.contents("site")
        let other = try Folder(tinyStudy: [
            "study.yml": folder.read("content/study.yml") + "\nsubtitle: Another study\n"
        ])
        let result = try Program.run("build", "--study", other.url.path(), in: folder)
        #expect(result.status == 0)
        #expect(try folder.contents("site") != former)
        #expect(try Program.run("build", in: folder).status == 0)
        #expect(try folder.contents("site") == former)
    }
}
