import Foundation
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("verbatim build")
struct BuildTests {
    private func project(_ changes: [String: String] = [:]) throws -> Folder { try Folder(tinyStudy: changes) }

    @Test("makes a site of content/ in site/ and says so in one line")
    func plain() throws {
        let folder = try project()
        let result = try Program.run("build", in: folder)
        #expect(result.messages == "")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("site/index.html: "))
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(try folder.read("site/quote-m1-1.html").contains("It tastes better, together."))
    }

    @Test("makes the same bytes again, touches nothing that stands, and gives other folders the same")
    func deterministic() throws {
        let folder = try project()
        #expect(try Program.run("build", in: folder).status == 0)
        let first = try folder.snapshot("site")
        let again = try Program.run("build", in: folder)
        #expect(again.output.contains("0 files written"))
        #expect(try folder.snapshot("site") == first)
        #expect(try Program.run("build", "--output", "other", in: folder).status == 0)
        #expect(try folder.contents("other") == folder.contents("site"))
    }

    @Test("changes only what differs, removes what is no longer made, and keeps what it did not make")
    func rebuild() throws {
        let folder = try project()
        #expect(try Program.run("build", in: folder).status == 0)
        try folder.write("site/CNAME", "example.org")
        let before = try folder.snapshot("site")
        let text = try folder.read("content/quotes/all.csv").replacing("It takes its time.", with: "It takes time.")
        try folder.write("content/quotes/all.csv", text)
        #expect(try Program.run("build", in: folder).status == 0)
        let after = try folder.snapshot("site")
        #expect(after["CNAME"] == before["CNAME"])
        #expect(after["methods.html"] == before["methods.html"])
        #expect(after["theme-waiting.html"]?.bytes != before["theme-waiting.html"]?.bytes)
        let gone = Set(before.keys).subtracting(after.keys)
        #expect(gone.count == 1 && gone.allSatisfy { $0.hasPrefix("quote-d2-") })
    }

    @Test("leaves the former site as it is when the study is wrong, names the mistake and ends with 1")
    func mistake() throws {
        let folder = try project()
        #expect(try Program.run("build", in: folder).status == 0)
        let before = try folder.snapshot("site")
        try folder.write("content/themes/comfort.md", "See [this](theme:wating).\n")
        let result = try Program.run("build", in: folder)
        #expect(result.status == 1)
        #expect(
            result.messages == """
                content/themes/comfort.md:1:12: error: there is no theme ‘wating’ [unknown-theme]
                  1 | See [this](theme:wating).
                    |            ^~~~~~~~~~~~
                  help: did you mean ‘waiting’?

                """
        )
        #expect(result.output == "No site was made: 1 error.\n")
        #expect(try folder.snapshot("site") == before)
    }

    @Test("lets warnings pass, unless it is asked to be strict")
    func strict() throws {
        let folder = try project()
        try folder.remove("content/themes/waiting.md")
        #expect(try Program.run("build", in: folder).status == 0)
        let strict = try Program.run("build", "--strict", "--output", "strict", in: folder)
        #expect(strict.status == 1)
        #expect(strict.messages.contains("[theme-without-prose]"))
        #expect(!folder.has("strict"))
    }

    @Test("does not write into a folder that is not a site")
    func foreignFolder() throws {
        let folder = try project()
        try folder.write("site/thesis.docx", "years of work")
        let result = try Program.run("build", in: folder)
        #expect(result.status == 1)
        #expect(result.messages.contains("[output-not-a-site]"))
        #expect(try folder.contents("site") == ["thesis.docx": Data("years of work".utf8)])
    }

    @Test("does not write over the study itself")
    func ownFolder() throws {
        let folder = try project()
        let before = try folder.contents("content")
        for output in ["content", "."] {
            let result = try Program.run("build", "--output", output, in: folder)
            #expect(result.status == 1)
            #expect(result.messages.contains("[output-holds-study]"))
        }
        #expect(try folder.contents("content") == before)
    }

    @Test("needs nothing but its executable and a study")
    func alone() throws {
        let folder = try Folder(TinyStudy.files)
        let empty = try Folder()
        let copy = empty.url.appending(path: "verbatim")
        try FileManager.default.copyItem(at: Program.executable, to: copy)
        let result = try Program.run("build", "--study", folder.url.path(), in: empty, executable: copy)
        #expect(result.status == 0)
        #expect(try empty.read("site/assets/style.css").contains("body"))
    }

    @Test("takes one template from the study and the others from itself")
    func ownTemplate() throws {
        let folder = try project()
        try folder.write("templates/404.mustache", "<!doctype html><title>{{site.title}}: gone</title>")
        #expect(try Program.run("build", in: folder).status == 0)
        #expect(try folder.read("site/404.html") == "<!doctype html><title>Tea at work: gone</title>")
        #expect(try folder.read("site/index.html").contains("Tea at work"))
    }

    @Test("names the line of a template that asks for a value that does not exist")
    func wrongTemplate() throws {
        let folder = try project()
        try folder.write("templates/404.mustache", "<h1>\n{{site.titel}}</h1>")
        let result = try Program.run("build", in: folder)
        #expect(result.status == 1)
        #expect(result.messages.hasPrefix("templates/404.mustache:2:"))
        #expect(result.messages.contains("did you mean ‘title’?"))
        #expect(!folder.has("site"))
    }

    @Test("gives other programs its findings as JSON")
    func json() throws {
        let folder = try project(["themes/comfort.md": "See [this](theme:wating).\n"])
        let result = try Program.run("check", "--format", "json", in: folder)
        #expect(result.status == 1)
        struct Report: Decodable {
            struct Finding: Decodable {
                let rule: String
                let file: String
                let line: Int
                let column: Int
            }
            let diagnostics: [Finding]
            let errors: Int
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(result.messages.utf8))
        #expect(report.errors == 1)
        let error = try #require(report.diagnostics.first { $0.rule == "unknown-theme" })
        #expect((error.file, error.line, error.column) == ("content/themes/comfort.md", 1, 12))
    }

    @Test("says where the time went when asked, phase by phase, and makes the same site")
    func timings() throws {
        let folder = try project()
        #expect(try Program.run("build", "--output", "plain", in: folder).messages == "")
        let result = try Program.run("build", "--timings", in: folder)
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count == 1)
        let names = result.messages.split(separator: "\n").map { $0.prefix(16).trimmingCharacters(in: .whitespaces) }
        #expect(
            names == [
                "phase", "read", "resolve", "templates", "plan", "render", "write", "commit", "all phases",
                "pages rendered", "files written", "bytes rendered", "bytes written", "peak memory",
            ]
        )
        #expect(try folder.contents("site") == folder.contents("plain"))
    }

    @Test("counts all that it rendered, and only what it wrote")
    func counts() throws {
        let folder = try project()
        let first = try Program.run("build", "--timings", in: folder).messages
        let again = try Program.run("build", "--timings", "--fresh", in: folder).messages
        func count(_ name: String, in table: String) throws -> Int {
            let line = try #require(table.split(separator: "\n").first { $0.hasPrefix(name) })
            return try #require(Int(line.dropFirst(name.count).trimmingCharacters(in: .whitespaces)))
        }
        let site = try folder.contents("site").filter { $0.key != ".verbatim-site" }
        #expect(try count("files written", in: first) == site.count)
        #expect(try count("bytes written", in: first) == site.values.reduce(0) { $0 + $1.count })
        #expect(try count("pages rendered", in: first) == site.keys.count { $0.hasSuffix(".html") })
        #expect(try count("files written", in: again) == 0)
        #expect(try count("bytes written", in: again) == 0)
        // Scripts and styles are copied, so what was rendered lies between the pages and the whole.
        let pages = site.filter { $0.key.hasSuffix(".html") }.values.reduce(0) { $0 + $1.count }
        let rendered = try count("bytes rendered", in: first)
        #expect(rendered > pages && rendered < site.values.reduce(0) { $0 + $1.count })
        #expect(try count("bytes rendered", in: again) == rendered)
    }

    @Test("does not mix a table for people into findings for programs")
    func timingsAsJSON() throws {
        let folder = try project()
        let result = try Program.run("build", "--timings", "--format", "json", in: folder)
        #expect(result.status == 2)
        #expect(result.messages.contains("cannot be combined"))
        #expect(!folder.has("site"))
    }

    @Test("says once that there is no study where it was told to look")
    func noStudy() throws {
        let folder = try Folder()
        let result = try Program.run("build", "--study", "nowhere", in: folder)
        #expect(result.status == 1)
        #expect(
            result.messages == """
                nowhere: error: there is no study in this folder [missing-file]
                  help: name the folder that holds study.yml with --study

                """
        )
    }

    @Test("is not led in circles by links")
    func links() throws {
        let folder = try project()
        for name in ["a", "b", "c"] {
            let link = folder.url.appending(path: "content/" + name)
            try FileManager.default.createSymbolicLink(
                at: link,
                withDestinationURL: folder.url.appending(path: "content")
            )
        }
        #expect(try Program.run("build", in: folder).status == 0)
    }

    @Test("ends with 2 when the machine fails or the command is not understood")
    func machine() throws {
        let folder = try project()
        #expect(try Program.run("biuld", in: folder).status == 2)
        #expect(try Program.run("build", "--format", "xml", in: folder).status == 2)
        let result = try Program.run("build", "--output", "/proc/site", in: folder)
        #expect(result.status == 2)
        #expect(result.messages.hasPrefix("verbatim: "))
        #expect(result.messages.split(separator: "\n").count == 1)
    }

    @Test("leaves a whole site, the former or the new one, whenever it is killed")
    func killed() throws {
        let folder = try project()
        #expect(try Program.run("build", in: folder).status == 0)
        let former = try folder.contents("site")
        let text = try folder.read("content/study.yml").replacing("Tea at work", with: "Coffee at work")
        try folder.write("content/study.yml", text)
        #expect(try Program.run("build", "--output", "wanted", in: folder).status == 0)
        let new = try folder.contents("wanted")
        #expect(former.keys == new.keys && former != new)
        for delay in stride(from: 0, to: 60, by: 4) {
            let run = try Program.start(["build"], in: folder)
            usleep(UInt32(delay) * 1000)
            kill(run.process.processIdentifier, SIGKILL)
            run.process.waitUntilExit()
            let site = try folder.contents("site")
            #expect(site == former || site == new, "killed after \(delay) ms")
        }
        #expect(try Program.run("build", in: folder).status == 0)
        #expect(try folder.contents("site") == new)
    }

    @Test("finishes what a killed build left half done, even if the study has a mistake by now")
    func halfDone() throws {
        let folder = try project()
        #expect(try Program.run("build", in: folder).status == 0)
        // As it is in the few microseconds in which files change places.
        try folder.write(".site.verbatim-new-7/index.html", "the new home")
        var made = stat()
        #expect(stat(folder.url.appending(path: ".site.verbatim-new-7/index.html").path, &made) == 0)
        let journal = "verbatim-amendment 1 1\nreplace \(made.st_ino) index.html\n"
        try folder.write(".site.verbatim-new-7/.verbatim-amendment", journal)
        try folder.write("content/study.yml", "title: [")
        #expect(try Program.run("build", in: folder).status == 1)
        #expect(try folder.read("site/index.html") == "the new home")
        #expect(!folder.has(".site.verbatim-new-7"))
    }
}

@Suite("verbatim check")
struct CheckTests {
    @Test("finds what build finds, tells notes too, and writes nothing")
    func check() throws {
        let folder = try Folder()
        for (path, text) in TinyStudy.files { try folder.write("content/" + path, text) }
        let result = try Program.run("check", in: folder)
        #expect(result.status == 0)
        #expect(result.messages.contains("[silent-group]"))
        #expect(result.output == "The study can be published: 3 quotes, 3 themes, 3 participants.\n")
        #expect(!folder.has("site"))
    }
}
