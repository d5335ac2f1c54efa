// All texts here are invented for the tests.

import Foundation
import Interchange
import TestSupport
import Testing

@Suite("Files with bad intentions")
struct HostileFileTests {
    private func kind(_ bytes: [UInt8], _ name: String = "file", limits: ImportLimits = .standard) -> ImportError.Kind?
    {
        trouble { try CodedProject.read(bytes: bytes, name: name, limits: limits) }
    }

    private func kind(xml: String) -> ImportError.Kind? { kind(Array(xml.utf8), "project.qde") }

    // MARK: Archives

    @Test("An entry that unpacks to more than any transcript is refused while it is unpacked")
    func bomb() throws {
        var limits = ImportLimits()
        limits.ratioFreeSize = 1 << 16
        limits.ratio = 10
        let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
        #expect(kind(try Zip.archive([("project.qde", zeros)]), limits: limits) == .hostile)
        var project = SmallProject()
        project.text = String(repeating: "a ", count: 4 << 20)
        #expect(trouble { try project.read(limits: limits) } == .hostile)
    }

    @Test("All entries together have a limit, too")
    func manyBombs() throws {
        var limits = ImportLimits()
        limits.unpackedSize = 1 << 20
        limits.ratio = 1 << 20
        let text = [UInt8](repeating: 0x20, count: 400_000)
        let sources = (0..<5).map {
            #"<TextSource guid="d\#($0)" name="d\#($0)" plainTextPath="internal://\#($0).txt"/>"#
        }
        let xml = "<Project><Sources>\(sources.joined())</Sources></Project>"
        let archive = try Zip.archive([("a.qde", Array(xml.utf8))] + (0..<5).map { ("sources/\($0).txt", text) })
        #expect(kind(archive, limits: limits) == .hostile)
    }

    @Test("An archive of very many files is refused")
    func manyEntries() throws {
        var limits = ImportLimits()
        limits.entries = 50
        let archive = try Zip.archive((0..<60).map { ("sources/\($0).txt", [0x20]) })
        #expect(kind(archive, limits: limits) == .tooLarge)
    }

    @Test("Names that climb out of the archive are names like others: nothing is ever written by them")
    func climbing() throws {
        var project = SmallProject()
        project.sourceFile = "../../../../tmp/verbatim-climbed/one.txt"
        project.select([(6, 24)])
        #expect(try project.read().texts == ["The bus came late."])
        #expect(!FileManager.default.fileExists(atPath: "/tmp/verbatim-climbed"))
    }

    @Test("An archive in a damaged state, or of something else, is an error")
    func brokenArchives() throws {
        let whole = try Sample.bytes("v1/tool/qualcoder/peer_support_default_endings.qdpx")
        #expect(kind(Array(whole.prefix(whole.count / 2))) == .damaged)
        #expect(kind([0x50, 0x4B, 0x03, 0x04]) == .damaged)
        #expect(kind(try Zip.archive(["readme.txt": "nothing"])) == .unknownFormat)
        #expect(kind(try Zip.archive(["a.qde": "<Project/>", "b.qde": "<Project/>"])) == .unsupportedFormat)
    }

    // MARK: XML

    @Test("Entities of the file's own are refused, inside and outside of it")
    func entities() {
        let laughs = """
            <!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
            <Project name="&c;"/>
            """
        #expect(kind(xml: laughs) == .hostile)
        #expect(
            kind(xml: #"<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="a">&x;</Project>"#)
                == .hostile
        )
        #expect(
            kind(xml: #"<!DOCTYPE Project [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]><Project/>"#)
                == .hostile
        )
        #expect(kind(xml: "<Project>&unknown;</Project>") == .damaged)
        #expect(kind(xml: #"<!DOCTYPE Project SYSTEM "http://example.org/x.dtd"><Project>&x;</Project>"#) == .hostile)
        #expect(kind(xml: "<!DOCTYPE Project><Project>&x;</Project>") == .damaged)
        #expect(kind(xml: "<!DOCTYPE Project><Project>&amp;</Project>") == nil)
    }

    @Test("Nesting of ten thousand levels is refused", arguments: ["x", "Code"])
    func nesting(element: String) {
        let open = String(repeating: "<\(element)>", count: 10_000)
        let close = String(repeating: "</\(element)>", count: 10_000)
        #expect(kind(xml: "<Project>\(open)\(close)</Project>") == .hostile)
    }

    @Test("Very many attributes are refused before they are compared with each other")
    func attributes() {
        let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
        #expect(kind(xml: "<Project\(attributes)/>") == .hostile)
    }

    @Test("XML that is cut off, not well-formed or not UTF-8 is an error that says where")
    func brokenXML() {
        #expect(kind(xml: "<Project><Sources>") == .damaged)
        #expect(kind(xml: "<Project></Sources>") == .damaged)
        #expect(kind(xml: "<Project") == .damaged)
        let error = #expect(throws: ImportError.self) {
            let bytes = Array("<Project>\n<Code name='â€™".utf8) + [0xFF, 0xC3, 0x28] + Array("'/></Project>".utf8)
            return try CodedProject.read(bytes: bytes, name: "project.qde")
        }
        #expect(error?.message.hasPrefix("‘project.qde’ cannot be read as text at line 2") == true)
    }

    @Test("More selections than any project has are refused while they are read")
    func manySelections() {
        var limits = ImportLimits()
        limits.codings = 1000
        var project = SmallProject()
        project.selections = String(repeating: SmallProject.selection(6, 24), count: 1001)
        #expect(trouble { try project.read(limits: limits) } == .tooLarge)
    }

    @Test("Positions as large as numbers get, and below nought, lie outside")
    func positions() throws {
        var project = SmallProject()
        project.selections = [(6, 24), (25, 46), (-5, 3), (0, Int.max), (Int.min, Int.max), (Int.max, Int.max - 1)]
            .map { SmallProject.selection($0.0, $0.1) }.joined()
        let words = SmallProject.selection(6, 24, name: "The bus came late.")
        project.selections += words + words + words
        let read = try project.read()
        #expect(read.texts == ["The bus came late.", "I waited in the rain."])
        #expect(read.findings.map(\.rule.name) == Array(repeating: "import-outside", count: 4))
    }

    @Test("Names that would command a terminal are told without that")
    func names() throws {
        var project = SmallProject()
        project.sourceFile = "sources/other.txt"
        project.select([(0, 3)])
        let xml = project.xml.split(separator: "Anna.txt").joined(separator: "An&#x202E;na&#x9B;31m&#10;error: no")
        let read = try CodedProject.read(bytes: Array(xml.utf8), name: "project.qde")
        #expect(
            read.findings.map(\.summary) == [
                "the text of ‘An na 31m error: no’ is not in the file, so 1 selection is left out"
            ]
        )
    }

    // MARK: Databases

    @Test("What begins as a database and is none is an error")
    func noDatabase() throws {
        #expect(kind(Array("SQLite format 3\0".utf8)) == .damaged)
        #expect(kind(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xFF, count: 5000)) == .damaged)
        #expect(kind(try Database.bytes("CREATE TABLE notes (id, text)")) == .unknownFormat)
    }

    @Test("Views and virtual tables are not taken for tables, so nothing of them runs")
    func virtualTables() throws {
        let views = try Database.bytes(
            """
            CREATE TABLE t (x);
            CREATE VIEW source AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
                SELECT id, 'a' AS name, 'b' AS fulltext FROM n;
            CREATE VIEW code_name AS SELECT 1 AS cid, 'c' AS name;
            CREATE VIEW code_text AS SELECT 1 AS cid, 1 AS fid, 'b' AS seltext, 0 AS pos0, 1 AS pos1;
            """
        )
        #expect(kind(views) == .unknownFormat)
    }

    @Test("A database that takes for ever is stopped")
    func slow() throws {
        var limits = ImportLimits()
        limits.databaseSteps = 3
        let codings = (0..<2000).map { _ in (start: 0, end: 4, words: "Anna") }
        #expect(kind(try Database.qualCoder(text: "Anna", codings: codings), limits: limits) == .tooLarge)
    }

    @Test("Categories that stand in a circle are read once each")
    func circle() throws {
        let bytes = try Database.qualCoder(
            text: "Anna waited.",
            codings: [(0, 12, "Anna waited.")],
            more: """
                INSERT INTO code_cat VALUES (1, 'a', '', 2), (2, 'b', '', 1), (3, 'c', '', 3);
                UPDATE code_name SET catid = 1;
                """
        )
        let read = try CodedProject.read(bytes: bytes, name: "data.qda")
        #expect(read.texts == ["Anna waited."])
        #expect(read.codes.map(\.name).sorted() == ["a", "b", "c", "waiting"])
    }

    @Test("Texts that are not UTF-8 are read as far as they go, and told")
    func invalidText() throws {
        let bytes = try Database.qualCoder(
            text: "Anna waited. So long.",
            codings: [(0, 12, "Anna waited."), (13, 21, "So l\u{FFFD}ng.")],
            more: "UPDATE source SET fulltext = CAST(X'416E6E61207761697465642E20536F206CFF6E672E' AS TEXT);"
        )
        let read = try CodedProject.read(bytes: bytes, name: "data.qda")
        #expect(read.texts == ["Anna waited.", "So l\u{FFFD}ng."])
        #expect(read.findings.map(\.rule.name) == ["import-lost-characters"])
    }

    @Test("The journal of a program that was stopped while writing is a reason to stop, too")
    func journal() throws {
        let bytes = try Database.qualCoder(text: "Anna", codings: [(0, 4, "Anna")])
        let journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0, 0, 0, 1]
        #expect(
            trouble {
                try CodedProject.read(bytes: bytes, name: "data.qda", beside: ["data.qda-journal": journal])
            } == .damaged
        )
        let empty = try CodedProject.read(bytes: bytes, name: "data.qda", beside: ["data.qda-journal": []])
        #expect(empty.texts == ["Anna"])
    }

    // MARK: Everything

    @Test("A sample that is cut off anywhere is an error or less, and never more", arguments: Sample.everyFile)
    func cutOff(file: String) throws {
        let whole = try Sample.bytes(file)
        let project = try CodedProject.read(bytes: whole, name: file)
        for part in 1..<12 {
            let bytes = Array(whole.prefix(whole.count * part / 12))
            guard let read = try? CodedProject.read(bytes: bytes, name: file) else { continue }
            // A table may end within words that stand in two rows.
            #expect(read.quotations.count <= project.quotations.count + 1)
        }
    }

    @Test(
        "A sample with a few bytes changed is an error or is read; what is read stands in its documents",
        arguments: Sample.everyFile
    )
    func changed(file: String) throws {
        let whole = try Sample.bytes(file)
        var random = SeededGenerator(seed: UInt64(whole.count))
        var compared = 0
        for _ in 0..<10 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let read = try? CodedProject.read(bytes: bytes, name: file) else { continue }
            for quotation in read.quotations {
                guard let range = quotation.range, let text = read.documents[quotation.document].text else { continue }
                let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
                #expect(String(String.UnicodeScalarView(scalars)) == quotation.text)
                compared += 1
            }
        }
        // Archives have sums that find most changes at once, and tables have no documents. Databases have neither excuse.
        if file.hasSuffix(".sqlite3") || file.hasSuffix(".qda") { #expect(compared > 100) }
    }
}
