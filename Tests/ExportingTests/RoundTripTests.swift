// What is said here is invented, but for the real study in `content/`.

import Diagnostics
import Interchange
import Study
import StudyFiles
import TestSupport
import Testing

@testable import Exporting

@Suite("An export that is read again")
struct RoundTripTests {
    @Test("gives all 31 quotes of the real study, word for word, from the project")
    func realProject() throws {
        let study = try realStudy()
        let project = try CodedProject.read(bytes: StudyExport(study).project(), name: "project.qdpx")
        #expect(project.quotations.count == 31)
        #expect(project.said == study.said)
        #expect(project.findings == [])
        let reading = try #require(project.reading)
        #expect(reading.chosen == PositionReading.Way(unit: .codePoints))
        #expect(reading.exceptions == 0)
        let trial = try #require(reading.tried.first)
        #expect((trial.compared, trial.fitting, trial.selections) == (31, 31, 31))
    }

    @Test("gives all 31 quotes of the real study, word for word, from the table")
    func realTable() throws {
        let study = try realStudy()
        let project = try CodedProject.read(bytes: StudyExport(study).table(), name: "quotes.csv")
        #expect(project.quotations.count == 31)
        #expect(project.said == study.said)
        #expect(project.findings == [])
        #expect(project.quotations.flatMap(\.toolIDs) == study.quotes.map(\.id.rawValue))
    }

    @Test("gives the tree of codes from the codebook and the project")
    func codes() throws {
        let study = try realStudy()
        let export = StudyExport(study)
        let names = CodeNames.names(of: study.themes)
        let codebook = try CodedProject.read(bytes: export.codebook(), name: "codebook.qdc")
        #expect(codebook.codes.map(\.label) == names)
        #expect(codebook.codes.map { $0.path.count - 1 } == study.themes.map(\.depth))
        #expect(codebook.origin.format == .refiCodebook)
        let project = try CodedProject.read(bytes: export.project(), name: "project.qdpx")
        #expect(project.codes == codebook.codes)
        for (code, theme) in zip(codebook.codes, study.themes) {
            #expect(code.description?.hasPrefix(theme.title) == true)
            #expect(code.description?.hasSuffix(theme.summary ?? "") == true)
        }
    }

    @Test("knows the attributes of participants, and their group whatever else they are called")
    func attributes() throws {
        var folder = TinyStudy.folder(
            "study.yml",
            replacing: "levels:",
            with: """
                attributes:
                  - {column: Stakeholder, label: Stake}
                  - {column: text, label: Writes}
                levels:
                """
        )
        folder.texts["participants.csv"] = Array(
            "participant,group,Stakeholder,text\nM1,makers,=none,\nD1,drinkers,\"a \"\"share\"\"\",<b>\nD2,drinkers,,\n"
                .utf8
        )
        let study = try study(folder)
        let export = StudyExport(study)
        let project = try CodedProject.read(bytes: export.project(), name: "project.qdpx")
        let table = try CodedProject.read(bytes: export.table(), name: "quotes.csv")
        for read in [project, table] {
            #expect(read.said == study.said)
            let drinker = try #require(read.participants.first { $0.name == "D1" })
            #expect(drinker.attributes.contains(CodedProject.Attribute(name: "Stakeholder", value: "a \"share\"")))
            #expect(drinker.attributes.contains(CodedProject.Attribute(name: "text", value: "<b>")))
            let maker = try #require(read.participants.first { $0.name == "M1" })
            #expect(maker.attributes.contains(CodedProject.Attribute(name: "Stakeholder", value: "=none")))
        }
        #expect(project.cases.map(\.name) == ["M1", "D1", "D2"])
    }

    @Test(
        "keeps awkward words as they are",
        arguments: [
            "🙂 and 👩‍💻 and 👍🏽", "e\u{301}te\u{301} und \u{308}x", "=1+1", "'=1+1", "''- no, she said", "-- and then",
            "@home",
            "<b>&amp;]]></b> \"quoted\" 'so'", "One.\n\nTwo.\n\n\nThree.\tFour.", "שלום, said she; العربية too",
            "…", "... cut at both ends ...", "a", "\u{2066}isolated\u{2069}", "‘typed’ “quotes” – dashes — all",
            "\u{A0}hard\u{A0}spaces\u{A0}inside\u{A0}", "x\u{200B}y\u{200D}z", "C:\\a\\b.txt; D:/c", "sep=;",
            "\u{1F1EC}\u{1F1E7}",
            String(repeating: "A long one, with an end that no name shows. ", count: 40) + "End.",
            String(repeating: "🙂", count: 150), "first\r\nsecond\rthird",
        ]
    )
    func awkward(text: String) throws {
        let study = invented([("P1", "Before: 🙂 it."), ("P1", text), ("P1", "And after it.")])
        let wanted = study.said.map(\.text).map(asRead).sorted()
        let export = StudyExport(study)
        let project = try CodedProject.read(bytes: export.project(), name: "project.qdpx")
        #expect(project.quotations.map(\.text).sorted() == wanted)
        #expect(project.findings == [])
        #expect(project.reading?.chosen == PositionReading.Way(unit: .codePoints))
        let table = try CodedProject.read(bytes: export.table(), name: "quotes.csv")
        #expect(table.quotations.map(\.text).sorted() == wanted)
        #expect(table.findings == [])
        #expect(export.findings.all.isEmpty)
    }

    @Test("is no file with a mark that shifts everything, though the first quote begins with one")
    func mark() throws {
        let study = invented([("P1", "\u{FEFF}Marked words."), ("P1", "Other words.")])
        let project = try CodedProject.read(bytes: StudyExport(study).project(), name: "project.qdpx")
        #expect(project.quotations.map(\.text) == ["Marked words.", "Other words."])
    }

    @Test("names what XML cannot hold, and puts a sign in its place everywhere")
    func controls() throws {
        let study = invented([("P1", "A bell\u{7} rang."), ("P1", "None here."), ("P2", "\u{FFFE} neither")])
        let export = StudyExport(study)
        #expect(
            export.findings.all.map(\.summary) == [
                "‘A bell\u{FFFD} rang.’ holds a character that no XML can hold; ‘\u{FFFD}’ stands in its place",
                "‘\u{FFFD} neither’ holds a character that no XML can hold; ‘\u{FFFD}’ stands in its place",
            ]
        )
        #expect(export.findings.all.map(\.rule.name) == ["export-lost-character", "export-lost-character"])
        let project = try CodedProject.read(bytes: export.project(), name: "project.qdpx")
        #expect(project.quotations.map(\.text) == ["A bell\u{FFFD} rang.", "None here.", "\u{FFFD} neither"])
    }

    @Test("gives any study again", arguments: 0..<60)
    func random(seed: Int) throws {
        var speech = AwkwardSpeech(seed: UInt64(seed))
        let study = speech.study()
        let export = StudyExport(study)
        for (bytes, name) in [(try export.project(), "project.qdpx"), (export.table(), "quotes.csv")] {
            let read = try CodedProject.read(bytes: bytes, name: name)
            #expect(read.said == study.said, "\(name)")
            #expect(read.findings.map(\.summary) == [], "\(name)")
            guard let reading = read.reading else { continue }
            #expect(reading.chosen == PositionReading.Way(unit: .codePoints))
            #expect(reading.exceptions == 0)
        }
        #expect(try Schema.project.complaints(about: #require(unpacked(export.project())["project.qde"])) == [])
        #expect(try Schema.codebook.complaints(about: String(decoding: export.codebook(), as: UTF8.self)) == [])
    }
}

/// A text as every reader of files shows it: lines end with LF, and white space at either end is no part of a quote.
private func asRead(_ text: String) -> String {
    var scalars = Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").unicodeScalars)[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    return String(String.UnicodeScalarView(scalars))
}
