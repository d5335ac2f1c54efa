// All names here are invented for the tests.

import Interchange
import Testing

@Suite("Who speaks, and in which group")
struct PeopleTests {
    /// A QualCoder project of short files, with what is said about them.
    private func project(_ names: [String], more: String) throws -> [UInt8] {
        let files = names.enumerated().map { index, name in
            """
            INSERT INTO source VALUES (\(index + 2), '\(name)', 'It rained again.', NULL, '');
            INSERT INTO code_text VALUES (NULL, 1, \(index + 2), 'It rained again.', 0, 16, '', NULL);
            """
        }
        return try Database.qualCoder(text: "Nothing.", codings: [], more: files.joined() + more)
    }

    private func read(_ bytes: [UInt8], _ mapping: ImportMapping = ImportMapping()) throws -> CodedProject {
        try CodedProject.read(bytes: bytes, name: "data.qda", mapping: mapping)
    }

    private static let names = ["BSR01.txt", "BSR02.docx", "RES01.txt", "RES02.txt", "LIB01.txt", "LIB02.txt"]

    @Test("Groups that only file names tell are found by patterns, and the patterns are proposed")
    func fileNames() throws {
        let bytes = try project(Self.names, more: "")
        let without = try read(bytes)
        #expect(without.participants.map(\.name) == ["BSR01", "BSR02", "RES01", "RES02", "LIB01", "LIB02"])
        #expect(without.participants.allSatisfy { $0.group == nil })
        #expect(without.people.reason.contains("‘BSR*’, ‘LIB*’, ‘RES*’"))
        let patterns = [("BSR*", "board"), ("LIB*", "librarians"), ("RES*", "researchers")]
        let groups = GroupRule.names(patterns.map { GroupRule.NameGroup(pattern: NamePattern($0.0), group: $0.1) })
        let with = try read(bytes, ImportMapping(groups: groups))
        #expect(
            with.participants.map(\.group) == [
                "board", "board", "researchers", "researchers", "librarians", "librarians",
            ]
        )
        #expect(with.people.groups == .namePattern)
        let own = GroupRule.names([GroupRule.NameGroup(pattern: NamePattern("{group}{number}"))])
        #expect(try read(bytes, ImportMapping(groups: own)).participants[4].group == "LIB")
    }

    @Test("A case that holds one document is a person, also under another name")
    func cases() throws {
        let bytes = try project(
            ["one.txt", "two.txt"],
            more: """
                INSERT INTO cases VALUES (1, 'Anna', ''), (2, 'Ben', '');
                INSERT INTO case_text VALUES (NULL, 1, 2, 0, 16), (NULL, 2, 3, 0, 0);
                INSERT INTO attribute VALUES (NULL, 'Role', 'case', 'rider', 1), (NULL, 'Age', 'case', '41', 1),
                    (NULL, 'Role', 'case', 'driver', 2), (NULL, 'Site', 'file', 'north', 3);
                """
        )
        let read = try read(bytes)
        #expect(read.participants.map(\.name) == ["Anna", "Ben"])
        #expect(read.participants.map(\.group) == ["rider", "driver"])
        #expect(read.people.groups == .attribute("Role"))
        #expect(read.participants[1].attributes.map(\.name) == ["Role", "Site"])
        let bySite = try self.read(bytes, ImportMapping(groups: .attribute("site"), participants: .document))
        #expect(bySite.participants.map(\.name) == ["one", "two"])
        #expect(bySite.participants.map(\.group) == [nil, "north"])
    }

    @Test("Where import.yml looks for groups in vain, it is told what there is")
    func inVain() throws {
        let bytes = try project(
            ["one.txt", "two.txt"],
            more: """
                INSERT INTO cases VALUES (1, 'Anna', '');
                INSERT INTO case_text VALUES (NULL, 1, 2, 0, 16);
                INSERT INTO attribute VALUES (NULL, 'Age', 'case', '41', 1), (NULL, 'Site', 'file', 'north', 3);
                """
        )
        func reason(_ groups: GroupRule) throws -> String {
            try read(bytes, ImportMapping(groups: groups)).people.reason
        }
        #expect(
            try reason(.attribute("Job"))
                == "nobody has the attribute ‘Job’ of import.yml; its attributes are ‘Age’, ‘Site’"
        )
        #expect(try reason(.automatic) == "the file names no groups; its attributes are ‘Age’, ‘Site’")
        #expect(try reason(.documentGroup) == "no document is in a group, where import.yml looks for them")
        let pattern = GroupRule.names([GroupRule.NameGroup(pattern: NamePattern("BSR*"), group: "board")])
        #expect(try reason(pattern) == "no name fits the patterns of import.yml")
    }

    @Test("A person who was interviewed twice is one participant")
    func twice() throws {
        let bytes = try project(
            ["Anna 1.txt", "Anna 2.txt", "Ben.txt"],
            more: """
                INSERT INTO cases VALUES (1, 'Anna', ''), (2, 'Ben', '');
                INSERT INTO case_text VALUES (NULL, 1, 2, 0, 0), (NULL, 1, 3, 0, 0), (NULL, 2, 4, 0, 0);
                """
        )
        #expect(try read(bytes).participants.map(\.name) == ["Anna", "Ben"])
        #expect(try read(bytes).quotations.map(\.participant) == [0, 0, 1])
    }

    @Test("A few cases that hold several documents each are groups, unless a person says otherwise")
    func casesAsGroups() throws {
        let bytes = try project(
            Self.names,
            more: """
                INSERT INTO cases VALUES (1, 'Board', ''), (2, 'Others', '');
                INSERT INTO case_text VALUES (NULL, 1, 2, 0, 0), (NULL, 1, 3, 0, 0), (NULL, 1, 4, 0, 0), (NULL, 2, 5, 0, 0),
                    (NULL, 2, 6, 0, 0), (NULL, 2, 7, 0, 0);
                """
        )
        let groups = try read(bytes)
        #expect(groups.participants.map(\.name) == ["BSR01", "BSR02", "RES01", "RES02", "LIB01", "LIB02"])
        #expect(groups.participants.map(\.group) == ["Board", "Board", "Board", "Others", "Others", "Others"])
        #expect(groups.people.reason == "6 of 6 participants have a group, from the names of cases")
        let people = try read(bytes, ImportMapping(participants: .caseName))
        #expect(people.participants.map(\.name) == ["Board", "Others"])
    }

    @Test("Where several cases hold the same document a person has to say who speaks")
    func severalCases() throws {
        let bytes = try project(
            ["group talk.txt"],
            more: """
                INSERT INTO cases VALUES (1, 'Anna', ''), (2, 'Ben', '');
                INSERT INTO case_text VALUES (NULL, 1, 2, 0, 0), (NULL, 2, 2, 0, 0);
                """
        )
        let read = try read(bytes)
        #expect(read.participants.map(\.name) == ["group talk"])
        #expect(
            read.findings.map(\.summary) == [
                "‘group talk.txt’ belongs to several cases (‘Anna’, ‘Ben’); its quotes are given to the document"
            ]
        )
    }

    @Test("Words over several turns belong to the case that alone speaks in them; those of two cases to the document")
    func severalTurns() throws {
        let text = "It rained.\nAnd then?\nIt rained again.\nNot here.\n"
        let bytes = try Database.qualCoder(
            text: text,
            codings: [(0, 37, "It rained.\nAnd then?\nIt rained again."), (21, 47, "It rained again.\nNot here.")],
            more: """
                INSERT INTO cases VALUES (1, 'Ada', ''), (2, 'Ben', '');
                INSERT INTO case_text VALUES (NULL, 1, 1, 0, 10), (NULL, 1, 1, 21, 37), (NULL, 2, 1, 38, 47);
                """
        )
        let read = try read(bytes)
        #expect(read.quotations.compactMap(\.participant).map { read.participants[$0].name } == ["Ada", "Anna"])
        #expect(
            read.findings.map(\.summary) == [
                "‘It rained again. Not here.’ holds the words of several cases (‘Ada’, ‘Ben’) and is given to the document "
                    + "‘Anna.txt’"
            ]
        )
    }

    @Test("A set of all documents is no group; a document in two groups is told")
    func sets() throws {
        var project = SmallProject()
        project.select([(6, 24)])
        project.rest = """
            <Sources><TextSource guid="d2" name="Ben"><PlainTextContent>It rained.</PlainTextContent>
            \(SmallProject.selection(0, 10))</TextSource></Sources>
            <Sets><Set name="all"><MemberSource targetGUID="d1"/><MemberSource targetGUID="d2"/></Set>
            <Set name="riders"><MemberSource targetGUID="d1"/></Set><Set name="drivers"><MemberSource targetGUID="d2"/></Set>
            <Set name="favourites"><MemberSource targetGUID="d2"/></Set></Sets>
            """
        let read = try project.read()
        #expect(read.participants.map(\.group) == ["riders", "drivers"])
        #expect(
            read.findings.map(\.summary) == [
                "‘Ben’ is in the document group ‘drivers’, which is taken, and in ‘favourites’"
            ]
        )
    }

    @Test("Taguette's descriptions are groups if documents share them, and words about a document otherwise")
    func descriptions() throws {
        func groups(_ descriptions: [String]) throws -> [String?] {
            let documents = descriptions.enumerated().map { index, text in
                """
                INSERT INTO documents VALUES (\(index + 1), 'D\(index + 1)', '\(text)', '<p>It rained.</p><p>Again.</p>');
                INSERT INTO highlights VALUES (\(index + 1), \(index + 1), 0, 16);
                INSERT INTO highlight_tags VALUES (\(index + 1), 1);
                """
            }
            let bytes = try Database.bytes(
                """
                CREATE TABLE documents (id integer, name text, description text, contents text);
                CREATE TABLE tags (id integer, path text, description text);
                CREATE TABLE highlights (id integer, document_id integer, start_offset integer, end_offset integer);
                CREATE TABLE highlight_tags (highlight_id integer, tag_id integer);
                INSERT INTO tags VALUES (1, 'rain', '');
                """ + documents.joined()
            )
            let read = try CodedProject.read(bytes: bytes, name: "project.sqlite3")
            #expect(read.texts == descriptions.map { _ in "It rained.\nAgain." })
            #expect(read.documents.compactMap(\.text) == read.texts)
            return read.participants.map(\.group)
        }
        #expect(try groups(["riders", "riders", "drivers", "drivers"]) == ["riders", "riders", "drivers", "drivers"])
        #expect(try groups(["first talk", "second talk", "third talk", ""]) == [nil, nil, nil, nil])
    }

    @Test("Paragraphs that touch each other in Taguette's text are shown on lines of their own, and positions fit that")
    func touchingParagraphs() throws {
        let bytes = try Database.bytes(
            """
            CREATE TABLE documents (id integer, name text, contents text);
            CREATE TABLE tags (id integer, path text);
            CREATE TABLE highlights (id integer, document_id integer, start_offset integer, end_offset integer, snippet text);
            CREATE TABLE highlight_tags (highlight_id integer, tag_id integer);
            INSERT INTO tags VALUES (1, 'rain');
            INSERT INTO documents VALUES (1, 'Anna', '<p>It rained &amp; I&rsquo;d waited.</p><p>Again<br>and <i>again</i>.</p>');
            INSERT INTO highlights VALUES (1, 1, 25, 40, '<p>Again<br>and <i>again</i>.</p>'),
                (2, 1, 12, 30, '<p>I&rsquo;d waited.</p><p>Again</p>');
            INSERT INTO highlight_tags VALUES (1, 1), (2, 1);
            """
        )
        let read = try CodedProject.read(bytes: bytes, name: "project.sqlite3")
        #expect(read.documents.map(\.text) == ["It rained & I’d waited.\nAgain\nand again."])
        #expect(read.texts == ["I’d waited.\nAgain", "Again\nand again."])
        #expect(read.quotations.map(\.range) == [12..<29, 24..<40])
    }
}
