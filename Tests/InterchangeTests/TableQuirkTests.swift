// All texts here are invented for the tests.

import Interchange
import Testing

@Suite("Quirks of tables")
struct TableQuirkTests {
    private func read(_ text: String, mapping: ImportMapping = ImportMapping()) throws -> CodedProject {
        try CodedProject.read(bytes: Array(text.utf8), name: "quotes.csv", mapping: mapping)
    }

    @Test(
        "MAXQDA's columns are understood in the languages of the program",
        arguments: [
            "Farbe;Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment",
            "Couleur;Commentaire;Groupe de documents;Nom du document;Code;Début;Fin;Poids;Segment",
            "Color;Comentario;Grupo de documentos;Nombre del documento;Código;Inicio;Final;Peso;Segmento",
            "Cor;Comentário;Grupo de documentos;Nome do documento;Código;Início;Fim;Peso;Segmento",
            "Colore;Commento;Gruppo di documenti;Nome del documento;Codice;Inizio;Fine;Peso;Segmento",
        ]
    )
    func languages(header: String) throws {
        let read = try read(
            "\(header)\n●;;riders;Anna;Trust > Time;1;1;0;\"I waited; long.\"\n●;a note;riders;Anna;Trust > Respect;1;1;0;\"I waited; long.\"\n"
        )
        #expect(read.origin.format == .maxqdaSegments)
        #expect(read.texts == ["I waited; long."])
        #expect(read.quotations.map(\.codes) == [[1, 2]])
        #expect(read.quotations.map(\.memos) == [["a note"]])
        #expect(read.codes.map(\.path) == [["Trust"], ["Trust", "Time"], ["Trust", "Respect"]])
        #expect(read.participants == [CodedProject.Participant(name: "Anna", group: "riders")])
    }

    @Test("QualCoder's rows with fewer categories than others have their variables too far left, and are set right")
    func categories() throws {
        let read = try read(
            """
            "Case","Filename","Coder","Coded","Id","Codename","Coded_Memo","Category","Category","CaseVar_group"
            "Anna","Anna.txt","me","I waited.","ctid:1","time","","trust","all","riders"
            "Ben","Ben.txt","me","I drove.","ctid:2","road","","drivers"
            "Cora","Cora.txt","me","It rained.","ctid:3","rain","","weather","drivers"
            "Anna","Anna.txt","me","image","imid:1","time","","trust","all","riders"
            """
        )
        #expect(
            read.codes.map(\.path) == [
                ["all"], ["all", "trust"], ["all", "trust", "time"], ["road"], ["weather"], ["weather", "rain"],
            ]
        )
        #expect(read.participants.map(\.group) == ["riders", "drivers", "drivers"])
        #expect(read.findings.map(\.rule.name) == ["import-not-text"])
    }

    @Test("The same words said twice are two quotes")
    func twice() throws {
        let read = try read(
            "\"File\",\"Coder\",\"Coded\",\"Id\",\"Codename\",\"Coded_Memo\"\n\"Anna.txt\",\"me\",\"Yes.\",\"ctid:1\",\"a\",\"\"\n"
                + "\"Anna.txt\",\"me\",\"Yes.\",\"ctid:2\",\"a\",\"\"\n\"Anna.txt\",\"me\",\"Yes.\",\"ctid:3\",\"b\",\"\"\n"
        )
        #expect(read.quotations.map(\.toolIDs) == [["ctid:1", "ctid:3"], ["ctid:2"]])
    }

    @Test("A table of one's own is read as a person explains it")
    func mapping() throws {
        let table = TableMapping(
            text: "what was said",
            codes: ["Topics"],
            codeSeparators: [" / "],
            document: "Day",
            participant: "Who",
            group: "Side",
            important: "Show"
        )
        let read = try read(
            "Day,Who,Side,Topics,What was said,Show\nMonday,Anna,riders,late / rain,I waited.,x\nMonday,Ben,drivers,late,I drove.,no\n",
            mapping: ImportMapping(table: table)
        )
        #expect(read.texts == ["I waited.", "I drove."])
        #expect(read.quotations.map(\.codes) == [[0, 1], [0]])
        #expect(read.quotations.map(\.isImportant) == [true, false])
        #expect(read.participants.map(\.name) == ["Anna", "Ben"])
        #expect(read.participants.map(\.group) == ["riders", "drivers"])
        #expect(read.documents.map(\.name) == ["Monday"])
    }

    @Test("A column that is not there is an error that names the nearest one")
    func missingColumn() {
        let error = #expect(throws: ImportError.self) {
            try read(
                "Who,Words,Codes\na,b,c\n",
                mapping: ImportMapping(table: TableMapping(text: "Word", codes: ["Codes"]))
            )
        }
        #expect(error?.kind == .unknownColumns)
        #expect(
            error?.description
                == "the table has no column ‘Word’; it has ‘Who’, ‘Words’, ‘Codes’; did you mean ‘Words’?"
        )
    }

    @Test("A table that nothing explains is an error that names its columns")
    func unknownColumns() {
        let error = #expect(throws: ImportError.self) { try read("first,second\na,b\n") }
        #expect(error?.message == "it is not known what the columns of ‘quotes.csv’ mean: ‘first’, ‘second’")
    }

    @Test("A workbook's shared, inline and rich strings are read, and what Excel escapes")
    func workbook() throws {
        let sheet = """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is>
            <t>Text</t></is></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="str"><v>late</v></c><c r="D3" t="s"><v>3</v></c>
            </row></sheetData></worksheet>
            """
        let shared = """
            <sst><si><t>Participant</t></si><si><t>Codes</t></si><si><t>Anna</t></si><si><r><t xml:space="preserve">I waited </t></r>
            <r><rPr><b/></rPr><t>long._x000D_\n_x005F_x000D_</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si></sst>
            """
        let relations = """
            <Relationships><Relationship Id="r1" Target="worksheets/notes.xml"/><Relationship Id="r2" Target="worksheets/sheet1.xml"/>
            </Relationships>
            """
        let book = """
            <workbook xmlns:r="x"><sheets><sheet name="Notes" r:id="r1"/><sheet name="Quotes" r:id="r2"/></sheets></workbook>
            """
        let bytes = try Zip.archive([
            "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": shared,
            "xl/worksheets/sheet1.xml": sheet, "xl/worksheets/notes.xml": "<worksheet><sheetData/></worksheet>",
        ])
        let read = try CodedProject.read(bytes: bytes, name: "quotes.xlsx")
        #expect(read.texts == ["I waited long.\n_x000D_"])
        #expect(read.participants.map(\.name) == ["Anna"])
    }

    @Test(
        "Names are taken apart by what most of them share",
        arguments: [
            (["a.b", "a.c", "d"], "."), (["deductive: a", "deductive: b", "other"], ": "),
            (["A::B", "A", "C. D"], "::"),
            (["A > B", "A > C", "x.y"], " > "), (["A\\B", "A\\C"], "\\"), (["Dr. A", "e.g. b", "1.1", "1.2"], nil),
            (["a", "b"], nil),
        ] as [([String], String?)]
    )
    func separators(names: [String], separator: String?) throws {
        let rows = names.map { "\"\($0)\",,0,0\n" }.joined()
        let read = try read("tag,description,number of highlights,number of documents\n" + rows)
        #expect(read.hierarchy?.separator == separator)
    }

    @Test("Files that people try and that cannot be read are errors with what to do instead")
    func unsupported() {
        #expect(
            trouble { try CodedProject.read(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1], name: "old.xls") }
                == .unsupportedFormat
        )
        #expect(trouble { try read("<!DOCTYPE html>\n<html><body>Highlights</body></html>") } == .unsupportedFormat)
        #expect(trouble { try read("just a text\nof two lines\n") } == .unknownFormat)
        #expect(trouble { try read("") } == .empty)
        #expect(trouble { try read("Who,Text,Codes\nAnna,\"never closed,x\n") } == .damaged)
    }
}
