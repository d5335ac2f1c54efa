// All texts here are invented for the tests.

import Interchange
import Testing

@Suite("Quirks of REFI-QDA files")
struct REFIQuirkTests {
    @Test(
        "Namespaces of every version are understood",
        arguments: ["urn:QDA-XML:project:1.0", "urn:QDA-XML:project:0:10", "urn:QDA-XML:codebook:1.0", "", "anything"]
    )
    func namespaces(namespace: String) throws {
        var project = SmallProject()
        project.namespace = namespace
        project.select([(6, 24)])
        #expect(try project.read().texts == ["The bus came late."])
    }

    @Test("Prefixes of namespaces do not matter")
    func prefixes() throws {
        let xml = """
            <q:Project xmlns:q="urn:QDA-XML:project:1.0"><q:CodeBook><q:Codes><q:Code guid="c1" name="waiting"/></q:Codes>
            </q:CodeBook><q:Sources><q:TextSource guid="d1" name="Anna"><q:PlainTextContent>Anna waited.</q:PlainTextContent>
            <q:PlainTextSelection startPosition="5" endPosition="12"><q:Coding><q:CodeRef targetGUID="c1"/></q:Coding>
            </q:PlainTextSelection></q:TextSource></q:Sources></q:Project>
            """
        let project = try CodedProject.read(bytes: Array(xml.utf8), name: "bare.qde")
        #expect(project.texts == ["waited."])
        #expect(project.origin.format == .refiProjectFile)
    }

    @Test(
        "Texts are found however their paths are written",
        arguments: [
            ("internal://one.txt", "sources/one.txt"), ("internal://one.txt", "Sources/ONE.TXT"),
            ("one.txt", "sources/one.txt"), ("sources/one.txt", "a folder/sources/one.txt"),
            ("relative://one.txt", "sources/one.txt"), ("missing.txt", "sources/d1.txt"),
        ]
    )
    func paths(path: String, file: String) throws {
        var project = SmallProject()
        project.sourcePath = path
        project.sourceFile = file
        project.select([(6, 24)])
        #expect(try project.read().texts == ["The bus came late."])
    }

    @Test("Projects and documents may have names in any script")
    func fileNames() throws {
        var project = SmallProject()
        project.sourcePath = "internal://Zoë 日本.txt"
        project.select([(6, 24)])
        // A stored archive whose names are marked as UTF-8, as ATLAS.ti writes it.
        let archive = StoredZip.archive([
            ("Studie Zoë.qde", Array(project.xml.utf8)), ("sources/Zoë 日本.txt", Array(project.text.utf8)),
        ])
        #expect(try CodedProject.read(bytes: archive, name: "a.qdpx").texts == ["The bus came late."])
    }

    @Test("Ids with braces and in capitals are the same ids")
    func ids() throws {
        var project = SmallProject()
        project.codes = #"<Code guid="{ABCD-1}" name="waiting"/>"#
        project.selections =
            SmallProject.selection(6, 24, code: "abcd-1") + SmallProject.selection(6, 24, code: "ABCD-1")
        let read = try project.read()
        #expect(read.quotations.map(\.codes) == [[0]])
        #expect(read.findings.isEmpty)
    }

    @Test("A span that is coded several times is one quotation with several codes")
    func sameSpan() throws {
        var project = SmallProject()
        project.codes += #"<Code guid="c2" name="weather"/>"#
        project.selections = SmallProject.selection(25, 46, code: "c2") + SmallProject.selection(25, 46, code: "c1")
        let read = try project.read()
        #expect(read.texts == ["I waited in the rain."])
        #expect(read.quotations.map(\.codes) == [[0, 1]])
        #expect(read.quotations.map(\.range) == [25..<46])
    }

    @Test("Names with characters that XML escapes are whole")
    func escapes() throws {
        var project = SmallProject()
        project.codes = #"<Code guid="c1" name="wait &amp; see &lt;b&gt; &quot;rain&quot; &#x1F327;"/>"#
        project.select([(6, 24)])
        #expect(try project.read().codes.map(\.name) == ["wait & see <b> \"rain\" 🌧"])
    }

    @Test("White space at the ends of a selection is no part of the quote, and spans that differ in it are one")
    func whiteSpace() throws {
        var project = SmallProject()
        project.selections = SmallProject.selection(5, 25) + SmallProject.selection(6, 24)
        let read = try project.read()
        #expect(read.texts == ["The bus came late."])
        #expect(read.quotations[0].range == 6..<24)
    }

    @Test("Quotes keep their line breaks, as LF")
    func lineBreaks() throws {
        var project = SmallProject()
        project.text = "Anna: One.\r\n\r\nTwo.\rThree.\u{2029}Four."
        project.select([(6, 31)])
        let read = try project.read()
        #expect(read.texts == ["One.\n\nTwo.\nThree.\nFour."])
        #expect(read.quotations[0].range == 6..<29)
    }

    @Test("In a focus group who speaks is the case that the words are coded with")
    func focusGroup() throws {
        var project = SmallProject()
        project.text = "Anna: I waited long.\nBen: I took the train home.\n"
        project.codes += #"<Code guid="k1" name="Anna"/><Code guid="k2" name="Ben"/>"#
        project.selections =
            SmallProject.selection(6, 20) + SmallProject.selection(26, 48)
            + SmallProject.selection(0, 20, code: "k1") + SmallProject.selection(21, 48, code: "k2")
        project.rest = """
            <Variables><Variable guid="v" name="Cases:Role" typeOfVariable="Text"/></Variables>
            <Cases><Case guid="k1" name="Anna"><VariableValue><VariableRef targetGUID="v"/><TextValue>riders</TextValue>
            </VariableValue></Case><Case guid="k2" name="Ben"><VariableValue><VariableRef targetGUID="v"/>
            <TextValue>drivers</TextValue></VariableValue></Case></Cases>
            """
        let read = try project.read()
        #expect(read.texts == ["I waited long.", "I took the train home."])
        #expect(read.participants.map(\.name) == ["Anna", "Ben"])
        #expect(read.participants.map(\.group) == ["riders", "drivers"])
        #expect(read.codes.map(\.name) == ["waiting"])
    }

    @Test("A speaker line says who speaks where a person says what it looks like")
    func speakers() throws {
        var project = SmallProject()
        project.text = "INT  00:01\nHow was it?\nBSR01  00:05\nI waited long.\n\nIt rained.\nBSR02  00:09\nI walked.\n"
        project.select([(36, 50), (52, 62), (76, 85)])
        let mapping = ImportMapping(speakers: [NamePattern("{participant}  {time}")], interviewers: ["int"])
        let read = try project.read(mapping: mapping)
        #expect(read.texts == ["I waited long.", "It rained.", "I walked."])
        #expect(read.quotations.map(\.speaker) == ["BSR01", "BSR01", "BSR02"])
        #expect(read.participants.map(\.name) == ["BSR01", "BSR02"])
    }

    @Test("What a transcriber noted at the beginning of a line names nobody")
    func remarks() throws {
        var project = SmallProject()
        project.text =
            "BSR01  00:05\n[inaudible 00:07] but I waited.\n(laughs) 00:09\nIt rained.\nBen (driver)  00:11\nNo.\n"
        project.select([(31, 44), (60, 70), (91, 94)])
        let read = try project.read(mapping: ImportMapping(speakers: [NamePattern("{participant}  {time}")]))
        #expect(read.texts == ["but I waited.", "It rained.", "No."])
        #expect(read.quotations.map(\.speaker) == ["BSR01", "BSR01", "Ben (driver)"])
    }

    @Test("A sentence with a colon names nobody, and is told where it could be a name")
    func sentences() throws {
        var project = SmallProject()
        let lines = [
            "Anna: I came by bus.", "Ben: I walked.", "To be honest: it rained.", "Anna: It did.", "Cem: Not here.",
            "Ben: Well.",
        ]
        project.text = lines.joined(separator: "\n") + "\n"
        project.select([(6, 20), (26, 35), (50, 60), (67, 74), (80, 89), (95, 100)])
        var mapping = ImportMapping(speakers: [NamePattern("{speaker}:")])
        let read = try project.read(mapping: mapping)
        #expect(read.texts == ["I came by bus.", "I walked.", "it rained.", "It did.", "Not here.", "Well."])
        #expect(read.quotations.map(\.speaker) == ["Anna", "Ben", "Ben", "Anna", "Anna", "Ben"])
        let told = read.findings.filter { $0.rule == .importWhoSpeaks }.map(\.summary)
        #expect(told.count == 2)
        #expect(
            told.first == "‘To be honest’ stands like a speaker’s name before coded words in ‘Anna.txt’, "
                + "but once only, and is taken for none"
        )
        #expect(told.last?.hasPrefix("‘Cem’") == true)
        // Whom the study knows, or whom a person names, speaks even once.
        mapping.knownPeople = ["cem"]
        let known = try project.read(mapping: mapping)
        #expect(known.quotations.map(\.speaker) == ["Anna", "Ben", "Ben", "Anna", "Cem", "Ben"])
        mapping.knownPeople = []
        mapping.speakerNames = [NamePattern("Anna"), NamePattern("B*"), NamePattern("???")]
        let named = try project.read(mapping: mapping)
        #expect(named.quotations.map(\.speaker) == ["Anna", "Ben", "Ben", "Anna", "Cem", "Ben"])
        #expect(named.findings.filter { $0.rule == .importWhoSpeaks }.isEmpty)
    }

    @Test("MAXQDA's variables and document groups belong to documents")
    func maxqda() throws {
        var project = SmallProject()
        project.origin = "MAXQDA 2024"
        project.select([(6, 24)])
        project.rest = """
            <Variables><Variable guid="v" name="age" typeOfVariable="Integer"/></Variables>
            <Cases><Case guid="k"><VariableValue><VariableRef targetGUID="v"/><IntegerValue>41</IntegerValue></VariableValue>
            <SourceRef targetGUID="d1"/></Case></Cases>
            <Sets><Set guid="t" name="riders"><MemberSource targetGUID="D1"/></Set></Sets>
            """
        let read = try project.read()
        #expect(
            read.participants == [
                CodedProject.Participant(name: "Anna", group: "riders", attributes: [.init(name: "age", value: "41")])
            ]
        )
        #expect(read.origin.tool == .maxqda)
    }

    @Test("Text on pages of a PDF and in transcripts is coded like any other")
    func holders() throws {
        let xml = """
            <Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="c1" name="waiting"/></Codes></CodeBook>
            <Sources>
            <PDFSource guid="p" name="Anna.pdf"><PDFSelection guid="x" page="1" firstX="0" firstY="0" secondX="9" secondY="9">
            <Coding guid="y"><CodeRef targetGUID="c1"/></Coding></PDFSelection>
            <Representation guid="r"><PlainTextContent>Anna waited.</PlainTextContent>
            \(SmallProject.selection(5, 12))</Representation></PDFSource>
            <AudioSource guid="a" name="Ben.mp3"><Transcript guid="t"><PlainTextContent>Ben walked home.</PlainTextContent>
            <SyncPoint guid="1" position="4" timeStamp="0"/><SyncPoint guid="2" position="16" timeStamp="9"/>
            <TranscriptSelection guid="z" fromSyncPoint="1" toSyncPoint="2"><Coding guid="w"><CodeRef targetGUID="c1"/></Coding>
            </TranscriptSelection></Transcript></AudioSource>
            </Sources></Project>
            """
        let read = try CodedProject.read(bytes: Array(xml.utf8), name: "bare.qde")
        #expect(read.texts == ["waited.", "walked home."])
        #expect(read.participants.map(\.name) == ["Anna", "Ben"])
        #expect(read.findings.map(\.rule.name) == ["import-not-text"])
    }

    @Test("Codes that are named by their path get their parents, also those that the file does not hold")
    func hierarchy() throws {
        var project = SmallProject()
        project.codes = """
            <Code guid="c1" name="Trust::Respect"/><Code guid="c2" name="Trust::Time"/><Code guid="c3" name="e.g. others"/>
            """
        project.select([(6, 24)])
        let read = try project.read()
        #expect(read.codes.map(\.path) == [["Trust"], ["Trust", "Respect"], ["Trust", "Time"], ["e.g. others"]])
        #expect(read.codes.map(\.isCodable) == [false, true, true, true])
        #expect(read.codes.map(\.parent) == [nil, 0, 0, nil])
        #expect(read.hierarchy == HierarchyReading(separator: "::", isGiven: false, codes: 2))
        #expect(read.quotations.map(\.codes) == [[1]])
        let flat = try project.read(mapping: ImportMapping(hierarchySeparator: ""))
        #expect(flat.codes.map(\.path) == [["Trust::Respect"], ["Trust::Time"], ["e.g. others"]])
    }

    @Test("What has no code, no words or no text is left out and told")
    func leftOut() throws {
        var project = SmallProject()
        project.selections =
            SmallProject.selection(6, 24) + SmallProject.selection(24, 24) + SmallProject.selection(30, 300)
            + SmallProject.selection(6, 24, code: "nowhere")
            + #"<PlainTextSelection startPosition="25" endPosition="46"><Description>Rain!</Description></PlainTextSelection>"#
        project.rest = #"<Sets/>"#
        let read = try project.read()
        #expect(read.texts == ["The bus came late."])
        #expect(
            read.findings.map(\.rule.name) == [
                "import-dangling", "import-outside", "import-empty-selection", "import-comment",
            ]
        )
    }

    @Test("Documents whose text stands elsewhere are told, and nothing is read from there")
    func external() throws {
        var project = SmallProject()
        project.sourcePath = "absolute:///etc/hostname"
        project.sourceFile = "sources/other.txt"
        project.select([(0, 3)])
        let read = try project.read()
        #expect(read.texts == [])
        #expect(read.findings.map(\.rule.name) == ["import-no-text"])
    }
}
