// All texts here are invented for the tests.

import Interchange
import Testing

@Suite("How positions are read")
struct PositionTests {
    /// A tool that counts in some way.
    struct Tool: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let unit: PositionReading.Unit
        let lineEnds: PositionReading.LineEnds
        /// What ends the lines of its documents.
        let lineEnd: String

        static let all: [Tool] = PositionReading.Unit.allCases.flatMap { unit in
            [
                Tool(testDescription: "\(unit), LF", unit: unit, lineEnds: .asWritten, lineEnd: "\n"),
                Tool(testDescription: "\(unit), CR LF", unit: unit, lineEnds: .asWritten, lineEnd: "\r\n"),
                Tool(testDescription: "\(unit), CR LF as one", unit: unit, lineEnds: .one, lineEnd: "\r\n"),
                Tool(testDescription: "\(unit), LF as two", unit: unit, lineEnds: .two, lineEnd: "\n"),
            ]
        }

        /// A document with brackets around what is selected, as the tool would export it.
        func project(_ marked: String, withWords: Bool) -> SmallProject {
            var project = SmallProject()
            project.text = ""
            var positions: [Int] = []
            var words: [String] = []
            for scalar in marked.unicodeScalars {
                switch scalar {
                case "[":
                    positions.append(count(project.text))
                    words.append("")
                case "]": positions.append(count(project.text))
                case "\n": project.text += lineEnd
                default:
                    project.text.unicodeScalars.append(scalar)
                    if positions.count % 2 == 1 { words[words.count - 1].unicodeScalars.append(scalar) }
                }
            }
            project.selections = words.indices.map {
                SmallProject.selection(positions[$0 * 2], positions[$0 * 2 + 1], name: withWords ? words[$0] : "")
            }.joined()
            return project
        }

        private func count(_ part: String) -> Int {
            let ends = part.unicodeScalars.count { $0 == "\n" }
            let correction = lineEnds == .one ? -ends : lineEnds == .two ? ends : 0
            switch unit {
            case .codePoints: return part.unicodeScalars.count + correction
            case .utf16: return part.utf16.count + correction
            case .bytes: return part.utf8.count + correction
            }
        }
    }

    static let document = """
        🙂 Anna: Où étais-tu?

        [I waited – for an hour.] It was cold.
        Then the 🚌 came [late, so late], and I
        [walked home.]
        """
    static let selected = ["I waited – for an hour.", "late, so late", "walked home."]

    @Test("Every way of counting is found by the words that the file carries", arguments: Tool.all)
    func byWords(tool: Tool) throws {
        let read = try tool.project(Self.document, withWords: true).read()
        #expect(read.texts == Self.selected)
        #expect(read.reading?.basis == .words)
        #expect(read.reading?.chosen == PositionReading.Way(unit: tool.unit, lineEnds: tool.lineEnds))
    }

    @Test("Every way of counting is found by the edges of words and lines alone", arguments: Tool.all)
    func byBoundaries(tool: Tool) throws {
        let read = try tool.project(Self.document, withWords: false).read()
        #expect(read.texts == Self.selected)
        #expect(read.reading?.basis == .boundaries)
        #expect(read.reading?.chosen == PositionReading.Way(unit: tool.unit, lineEnds: tool.lineEnds))
    }

    @Test("Where all ways mean the same, nothing has to be decided")
    func noDifference() throws {
        let read = try Tool.all[0].project("Anna waited. [It rained.]", withWords: false).read()
        #expect(read.texts == ["It rained."])
        #expect(read.reading?.basis == .noDifference)
        #expect(read.reading?.tried.count == 1)
    }

    @Test("Where ways differ and nothing decides, the import is refused")
    func undecided() throws {
        // In a script without spaces, a place in a sentence is as good as the next.
        let project = Tool.all[0].project("🙂我今天早上等了很久的公共汽车[然后走路]回家了因为下雨了", withWords: false)
        #expect(trouble { try project.read() } == .undecidedPositions)
        let told = Tool.all[0].project("🙂我今天早上等了很久的公共汽车[然后走路]回家了因为下雨了", withWords: true)
        #expect(try told.read().texts == ["然后走路"])
    }

    @Test("Where a file carries no words, quotes that the study has already decide")
    func known() throws {
        let quote = "然后我走路回家了因为下雨了"
        let project = Tool.all[0].project("🙂我今天早上等了很久的公共汽车[\(quote)]我很累", withWords: false)
        #expect(trouble { try project.read() } == .undecidedPositions)
        let archive = try Zip.archive([
            ("a.qde", Array(project.xml.utf8)), ("sources/one.txt", Array(project.text.utf8)),
        ])
        let read = try CodedProject.read(bytes: archive, name: "a.qdpx", known: ["别的话别的话别的话别的话", "然后我走路 回家了因为下雨了"])
        #expect(read.texts == [quote])
    }

    @Test("Positions that are one off throughout are refused, not imported", arguments: [-1, 1, 2])
    func oneOff(by shift: Int) throws {
        var project = SmallProject()
        project.text = "Anna waited long today.\nBen walked home alone.\nCora took the other train.\n"
        project.select([(0, 23), (24, 46), (28, 34), (47, 73), (52, 56)].map { (max(0, $0.0 + shift), $0.1 + shift) })
        #expect(trouble { try project.read() } == .positionsDoNotFit)
    }

    @Test("A document whose text was changed afterwards is left out and told, the others come in")
    func changedDocument() throws {
        var project = SmallProject()
        project.text = "Anna waited long today.\nBen walked home alone.\n"
        project.select([(0, 23), (24, 46), (5, 11), (28, 34), (12, 16), (35, 39)])
        let shifted = [(1, 6), (9, 14), (16, 22), (19, 26)].map { SmallProject.selection($0.0, $0.1) }.joined()
        project.rest = """
            <Sources><TextSource guid="d2" name="Ben"><PlainTextContent>Nobody expected rainfall yesterday</PlainTextContent>
            \(shifted)</TextSource></Sources>
            """
        let read = try project.read()
        #expect(read.texts.count == 6)
        #expect(read.findings.map(\.rule.name) == ["import-document-misfit"])
    }

    @Test("A word that was cut by the person who coded it stays cut, and is told")
    func insideWord() throws {
        var project = SmallProject()
        project.select([(6, 24), (25, 46), (25, 31)])
        let read = try project.read()
        #expect(read.texts == ["The bus came late.", "I waited in the rain.", "I wait"])
        #expect(read.findings.map(\.summary) == ["‘I wait’ in ‘Anna.txt’ begins or ends in the middle of a word"])
    }

    @Test("Selections that cut words at both ends count beside others that fit, and not alone")
    func doubtful() throws {
        var project = SmallProject()
        project.select([(0, 24), (6, 24), (6, 9), (7, 12)])
        let read = try project.read()
        #expect(read.texts == ["Anna: The bus came late.", "The bus came late.", "The", "he bu"])
        #expect(read.findings.map(\.rule.name) == ["import-inside-word"])
        project.rest = """
            <Sources><TextSource guid="d2" name="Ben"><PlainTextContent>Nobody expected rainfall yesterday</PlainTextContent>
            \(SmallProject.selection(9, 14))</TextSource></Sources>
            """
        let other = try project.read()
        #expect(other.texts == ["Anna: The bus came late.", "The bus came late.", "The", "he bu"])
        #expect(other.findings.map(\.rule.name) == ["import-inside-word", "import-unproved"])
    }

    @Test("Positions that a tool writes where others write words are no words that a selection could miss")
    func positionsAsNames() throws {
        var project = SmallProject()
        // The second begins a letter late, as people select now and then.
        let ranges = [(6, 24), (26, 46), (25, 46)]
        project.selections = ranges.map { SmallProject.selection($0, $1, name: "\($0),\($1)") }.joined()
        project.text = "Anna: The bus came late.\nDI waited in the rain.\n"
        let read = try project.read()
        #expect(read.texts == ["The bus came late.", "DI waited in the rain", "I waited in the rain"])
        #expect(read.findings.map(\.rule.name) == ["import-inside-word"])
    }

    @Test("A title that somebody gave to a quotation is no proof, and no obstacle")
    func titles() throws {
        var project = SmallProject()
        project.selections =
            SmallProject.selection(6, 24, name: "late again") + SmallProject.selection(25, 46, name: "weather")
            + SmallProject.selection(25, 33, name: "I waited")
        let read = try project.read()
        #expect(read.texts == ["The bus came late.", "I waited in the rain.", "I waited"])
        #expect(read.findings.isEmpty)
    }

    @Test("Names that are cut are compared as far as they go, with a mark of the cut and without")
    func cutNames() throws {
        var project = SmallProject()
        project.text = "🙂 Anna waited for a very long time in the rain.\nThen she walked home, as nobody came.\n"
        project.selections =
            SmallProject.selection(3, 48, name: "Anna waited for a very long time in the…")
            + SmallProject.selection(49, 86, name: "Then she walked ")
        let read = try project.read()
        #expect(
            read.texts == ["Anna waited for a very long time in the rain.", "Then she walked home, as nobody came."]
        )
        #expect(read.reading?.reason == "the words of 2 of 2 selections fit")
        #expect(read.reading?.chosen.unit == .utf16)
    }

    /// What QualCoder would write of a document that begins with an emoji.
    private func qualCoder(_ codings: (start: Int, end: Int, words: String)...) throws -> CodedProject {
        let text = "🙂 Anna waited long. Then she walked home in the rain."
        return try CodedProject.read(bytes: Database.qualCoder(text: text, codings: codings), name: "data.qda")
    }

    @Test("Words that were said twice moved as far as those next to them, when a text was edited after it was coded")
    func movedTogether() throws {
        let start = "Anna was late today.\nNobody else came at all.\n"
        let rest = "No.\nShe walked home in the rain.\nNo.\nAnd then\nnobody came.\nNo.\n"
        let codings = [
            (start: 0, end: 20, words: "Anna was late today."),
            (start: 21, end: 45, words: "Nobody else came at all."),
            (start: 5, end: 13, words: "was late"),
            (start: 28, end: 37, words: "else came"),
            (start: 33, end: 44, words: "came at all"),
            (start: 50, end: 78, words: "She walked home in the rain."),
            (start: 79, end: 82, words: "No."),
            (start: 83, end: 104, words: "And then\u{2029}nobody came."),
            (start: 105, end: 108, words: "No."),
        ]
        let bytes = try Database.qualCoder(text: start + "Checked.\n" + rest, codings: codings)
        let read = try CodedProject.read(bytes: bytes, name: "data.qda")
        #expect(read.texts.suffix(4) == ["She walked home in the rain.", "No.", "And then\nnobody came.", "No."])
        #expect(read.quotations.suffix(4).map(\.range) == [59..<87, 88..<91, 92..<113, 114..<117])
        #expect(read.findings.map(\.rule.name) == Array(repeating: "import-moved", count: 4))
    }

    @Test("QualCoder's words that are a character off are named, and the document's are taken")
    func cutOff() throws {
        let read = try qualCoder(
            (3, 20, "Anna waited long."),
            (21, 54, "hen she walked home in the rain."),
            (8, 14, "waited")
        )
        #expect(read.texts == ["Anna waited long.", "waited", "Then she walked home in the rain."])
        #expect(
            read.findings.map(\.summary) == [
                "the tool wrote ‘Then she walked home in the rain.’ in ‘Anna.txt’ down a few characters off; the words are "
                    + "those of the document"
            ]
        )
    }

    @Test("Where a project counts in two ways, each selection is read as its own words prove")
    func mixed() throws {
        let read = try qualCoder(
            (3, 20, "Anna waited long."),
            (21, 54, "Then she walked home in the rain."),
            (7, 13, "waited")
        )
        #expect(read.texts == ["Anna waited long.", "waited", "Then she walked home in the rain."])
        #expect(read.quotations.map(\.range) == [2..<19, 7..<13, 20..<53])
        #expect(read.reading?.chosen.unit == .utf16)
        #expect(read.reading?.exceptions == 1)
    }

    @Test("Words that stand at one other place are taken from there; those that stand nowhere are left out")
    func moved() throws {
        let text = "Anna waited long today. Then she walked home in the rain. She was late again."
        let bytes = try Database.qualCoder(
            text: text,
            codings: [
                (0, 23, "Anna waited long today."), (2, 30, "Then she walked home in the rain."),
                (58, 77, "He was never late again."), (58, 77, "She was late again."),
            ]
        )
        let read = try CodedProject.read(bytes: bytes, name: "data.qda")
        #expect(read.texts == ["Anna waited long today.", "Then she walked home in the rain.", "She was late again."])
        #expect(read.findings.map(\.rule.name) == ["import-moved", "import-misfit"])
    }

    @Test(
        "Letters broken by a wrong encoding are mended; what only looks like them is not",
        arguments: [
            ("I donâ€™t know, â€œmaybeâ€\u{9D} itâ€™s cafÃ©", "I don’t know, “maybe” it’s café", true),
            ("So ðŸ™‚ happy", "So 🙂 happy", true),
            (
                "Elle a dit : « enragé\u{A0}» et « à\u{A0}» côté", "Elle a dit : « enragé\u{A0}» et « à\u{A0}» côté",
                false
            ),
            ("São Paulo, NÃO, Ärzte, Łódź, façade", "São Paulo, NÃO, Ärzte, Łódź, façade", false),
        ]
    )
    func mojibake(text: String, shown: String, isMended: Bool) throws {
        var project = SmallProject()
        project.text = text
        project.selections = SmallProject.selection(0, text.unicodeScalars.count, name: text)
        let read = try project.read()
        #expect(read.texts == [shown])
        #expect(read.quotations.map(\.range) == [0..<shown.unicodeScalars.count])
        #expect(read.findings.map(\.rule.name) == (isMended ? ["import-mojibake"] : []))
    }
}
