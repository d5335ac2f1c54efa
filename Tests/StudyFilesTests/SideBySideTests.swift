import Diagnostics
import Foundation
import Study
import Testing

@testable import StudyFiles

/// All studies here are invented.
@Suite("Reading side by side")
struct SideBySideTests {
    /// A study in which every theme's text and every row of quotes has mistakes, in many files.
    private var faulty: StudyFolder {
        var files = [
            "study.yml": "title: Buses\ngroups:\n  - {id: riders, title: Riders, singular: rider}\n",
            "participants.csv": "participant,group\nR1,riders\n",
        ]
        var codebook = "themes:\n"
        let letters = Array("abcdefghijkl")
        for number in 100..<160 {
            codebook += "  - {id: t\(number), title: T \(number)}\n"
            files["themes/t\(number).md"] = """
                ---
                summary: Theme \(number)
                colour: red
                ---
                [one](nowhere:x) and [two](#three)

                [^\(number)] and [four](missing-\(number).png)
                """
            files["pages/p\(number).md"] = "No title, [and](javascript:x)\n"
        }
        files["codebook.yml"] = codebook
        for number in 10..<22 {
            let rows = (0..<700).map { row in
                "R\(row % 3),t100;t\(100 + row % 60)\(letters[row / 60])\(letters[number - 10]),Words \(number) of \(row)"
            }
            files["quotes/q\(number).csv"] = "participant,codes,text,colour\n" + rows.joined(separator: "\n") + "\n"
        }
        return StudyFolder(files)
    }

    @Test("tells findings in the order of the files, and each file's in the order of its text")
    func orderOfFindings() {
        let reading = StudyReader.read(faulty)
        let places = reading.diagnostics.all.compactMap {
            finding -> (path: String, position: Position, rule: String)? in
            guard case .place(let place) = finding.location else { return nil }
            let (path, position) = reading.sources.position(of: place)
            return (path, position, finding.rule.name)
        }
        let themes = places.filter { $0.path.hasPrefix("themes/") && $0.rule != "unknown-participant" }
        #expect(themes.count == 60 * 5)
        #expect(themes.map(\.path) == themes.map(\.path).sorted())
        #expect(
            themes.prefix(5).map(\.rule) == [
                "unknown-key", "unknown-scheme", "unknown-anchor", "missing-linked-file", "missing-footnote",
            ]
        )
        let pages = places.filter { $0.path.hasPrefix("pages/") }
        #expect(pages.map(\.path) == (100..<160).flatMap { ["pages/p\($0).md", "pages/p\($0).md"] })
        let quotes = places.filter { $0.path.hasPrefix("quotes/") }
        #expect(quotes.count { $0.rule == "unknown-code" } == 12 * 700)
        #expect(quotes.count { $0.rule == "unknown-participant" } == 12 * 467)
        #expect(quotes.map(\.path) == quotes.map(\.path).sorted())
        for (_, ofFile) in Dictionary(grouping: quotes, by: \.path) {
            #expect(ofFile.map(\.position.line) == ofFile.map(\.position.line).sorted())
        }
        // Near misses of words are looked for no more than two hundred times, counted through the files in their order;
        // two of them are participants.
        let helped = reading.diagnostics.all.filter {
            $0.rule.name == "unknown-code" && $0.help?.contains("did you") == true
        }
        #expect(helped.count == 198)
        #expect(
            helped.allSatisfy { finding in
                guard case .place(let place) = finding.location else { return false }
                return reading.sources.position(of: place).path == "quotes/q10.csv"
            }
        )
    }

    @Test("finds the same each time")
    func sameEachTime() {
        let folder = faulty
        let first = findings(folder, atLeast: .note)
        for _ in 0..<5 { #expect(findings(folder, atLeast: .note) == first) }
    }

    @Test("keeps quotes in the order of the files")
    func orderOfQuotes() throws {
        var files = [
            "study.yml": "title: Buses\ngroups:\n  - {id: riders, title: Riders, singular: rider}\n",
            "codebook.yml": "themes:\n  - {id: shelter, title: Shelter}\n  - {id: light, title: Light}\n",
            "participants.csv": "participant,group\nR1,riders\n",
        ]
        for number in 10..<15 {
            let rows = (0..<1_100).map { "R1,shelter,Words \(number) of \($0)" }
            files["quotes/q\(number).csv"] =
                "participant,codes,text\n" + rows.joined(separator: "\n") + "\nR1,Light,Words 10 of 7\n"
        }
        let study = try #require(StudyReader.read(StudyFolder(files)).study)
        #expect(study.quotes.map(\.text) == (10..<15).flatMap { file in (0..<1_100).map { "Words \(file) of \($0)" } })
        #expect(study.quotes[7].themes == ["shelter", "light"].map { ThemeID($0) })
    }
}

@Suite("The words of a quote")
struct WordsTests {
    private let speaker = ParticipantID("R1")

    @Test("are the same however accents are written")
    func accents() {
        let texts = [
            "Café", "naïve Ångström", "x≠y <≮", "Tiếng Việt", "\u{212A}elvin; K\u{37E}", "\u{1FEF}a`", "日本がぎ", "한국어",
            "e\u{5B0}\u{301}", "a\u{323}\u{302}b", "Ω\u{2126}", "„So“ – it’s", "a\u{F73}", "\u{1F600}é", "", "é",
        ]
        for text in texts {
            let composed = text.precomposedStringWithCanonicalMapping
            let decomposed = text.decomposedStringWithCanonicalMapping
            for other in [composed, decomposed] {
                #expect(Words(speaker, text) == Words(speaker, other), "\(text)")
                #expect(Words(speaker, text).hash == Words(speaker, other).hash, "\(text)")
            }
        }
    }

    @Test("have another mark if they are others")
    func others() {
        let texts = (0..<2_000).map { "“The words” of somebody who said \($0), café" }
        #expect(Set(texts.map(Words.mark)).count == texts.count)
        #expect(Words(speaker, "a") != Words(ParticipantID("R2"), "a"))
        #expect(Words(speaker, "é") != Words(speaker, "è"))
    }

    @Test("keep their mark when any character of Unicode is taken apart")
    func everyCharacter() {
        for value in 0..<UInt32(0x11_0000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(scalar)b"
            let apart = text.decomposedStringWithCanonicalMapping
            if apart.utf8.elementsEqual(text.utf8) { continue }
            #expect(Words.mark(of: text) == Words.mark(of: apart), "U+\(String(value, radix: 16))")
        }
    }
}

@Suite("A cell of codes")
struct CodeIndexTests {
    private func index(_ names: String...) -> CodeIndex {
        var index = CodeIndex()
        for name in names { _ = index.add(name, ThemeID(name)) }
        return index
    }

    @Test("is one code before it is several")
    func oneOrSeveral() {
        let codes = index("trust", "being heard", "home; sweet home", "home")
        #expect(codes.themes(forCell: "trust; being heard; Trust") == [ThemeID("trust"), ThemeID("being heard")])
        #expect(codes.themes(forCell: "Home; SWEET  home") == [ThemeID("home; sweet home")])
        #expect(codes.themes(forCell: "being\nheard") == [ThemeID("being heard")])
        #expect(codes.themes(forCell: "trust\nhome") == [ThemeID("trust"), ThemeID("home")])
        #expect(codes.themes(forCell: "trust; nothing") == nil)
        #expect(codes.themes(forCell: " ; ") == nil)
        #expect(index("a\u{37E}b").themes(forCell: "A;b") == [ThemeID("a;b")])
    }

    @Test("is parted as its characters are", arguments: ["a;b", "a; é;\nb", ";;", "", "a", "é;\u{301}b", "a\n;b;"])
    func parts(cell: String) {
        #expect(CodeIndex.parts(of: cell) == cell.split { $0 == ";" || $0 == "\n" })
    }

    @Test(
        "gives in bytes what it gives in characters",
        arguments: [
            "", " ", "a", " a ", "\ta\r\n", "é ", " \u{301}a", "a \u{301}", "\u{A0}a\u{A0}", "\u{600}1", "A  B\nC",
            "ÄÖ  ü",
            "\u{1C}a\u{1C}", "\u{B}A\u{C}b",
        ]
    )
    func bytes(text: String) {
        let isSpace = { (character: Character) in character.isWhitespace }
        let start = text.firstIndex { !isSpace($0) }
        let end = text.lastIndex { !isSpace($0) }
        let trimmed = start.flatMap { start in end.map { String(text[start...$0]) } } ?? ""
        #expect(text.trimmingSpaces().utf8.elementsEqual(trimmed.utf8))
        let folded = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.foldedForComparison().utf8.elementsEqual(folded.utf8))
    }
}
