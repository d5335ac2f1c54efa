import StudyFiles
import TestSupport
import Testing

@testable import Exporting

/// The study is invented; see TinyStudy.
@Suite("What an export holds")
struct ExactFilesTests {
    /// The files with each id replaced by a name in the order in which they come.
    private func readable(_ text: String) -> String {
        var names: [String: String] = [:]
        var result = text
        for match in text.matches(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) {
            let id = String(match.output)
            if names[id] == nil { names[id] = "#\(names.count + 1)" }
        }
        for (id, name) in names { result = result.replacing(id, with: name) }
        return result
    }

    @Test("The codebook is the tree of themes under the names that the QDA tool had for them")
    func codebook() throws {
        let export = StudyExport(try study(TinyStudy.folder()))
        #expect(
            String(decoding: export.codebook(), as: UTF8.self) == """
                <?xml version="1.0" encoding="utf-8"?>
                <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Verbatim">
                  <Codes>
                    <Code guid="20b464fe-a3c7-8e40-a307-907d27787c41" name="comfort code" isCodable="true">
                      <Description>Comfort in a cup

                Tea comforts.</Description>
                      <Code guid="df4087ea-ca3a-8eac-92dd-1d31c0455047" name="Tea is company" isCodable="true">
                        <Description>Company matters [@brewer2020].</Description>
                      </Code>
                    </Code>
                    <Code guid="f88018be-e61b-8dfe-a242-df4a135709d7" name="Waiting for it" isCodable="true">
                      <Description>Waiting is part of it.</Description>
                    </Code>
                  </Codes>
                </CodeBook>

                """
        )
    }

    @Test("The project has codes, people, a text for each of them, and a selection for each quote")
    func project() throws {
        let files = try unpacked(StudyExport(try study(TinyStudy.folder())).project())
        #expect(
            files.filter { $0.key != "project.qde" }.values.sorted() == [
                "I wait for it.\n", "It takes its time.\n", "It tastes better, together.\n",
            ]
        )
        let xml = readable(try #require(files["project.qde"]))
        #expect(xml == Self.project)
    }

    @Test("The table has a row a quote, and opens as UTF-8")
    func table() throws {
        let export = StudyExport(try study(TinyStudy.folder()))
        let made = try study(TinyStudy.folder()).quotes[2].id
        #expect(
            String(decoding: export.table(), as: UTF8.self) == """
                \u{FEFF}id,participant,group,themes,codes,text,source,context\r
                m1-1,M1,Tea makers,Comfort in a cup > Tea is company; Waiting for it,Tea is company; Waiting for it,\
                "It tastes better, together.",,\r
                d1-1,D1,Tea drinkers,Comfort in a cup,comfort code,I wait for it.,,\r
                \(made),D2,Tea drinkers,Waiting for it,Waiting for it,It takes its time.,,\r

                """
        )
    }

    @Test("The same study gives the same bytes, and another study other ids")
    func deterministic() throws {
        let first = StudyExport(try study(TinyStudy.folder()))
        let again = StudyExport(try study(TinyStudy.folder()))
        #expect(try first.project() == again.project())
        #expect(first.codebook() == again.codebook())
        #expect(first.table() == again.table())
        let other = TinyStudy.folder("study.yml", replacing: "Tea at work", with: "Coffee at work")
        #expect(StudyExport(try study(other)).codebook() != first.codebook())
    }

    @Test("What is withheld never leaves, and neither do notes and columns that are not shown")
    func withheld() throws {
        let rows = "id,participant,codes,text\n"
        let private_ = "id,participant,codes,text,status,note\n,D1,comfort,Never this.,withhold,\n"
        let participants = TinyStudy.files["participants.csv"]?.replacing("group\n", with: "group,age\n")
            .replacing("D1,drinkers", with: "D1,drinkers,Never 41")
        let quotes = TinyStudy.files["quotes/all.csv"]?.replacing(rows, with: private_)
            .replacing("I wait for it.", with: "I wait for it.,,Never a note")
        let export = StudyExport(
            try study(TinyStudy.folder(["quotes/all.csv": quotes, "participants.csv": participants]))
        )
        let texts = try Array(unpacked(export.project()).values)
        for text in texts + [export.codebook(), export.table()].map({ String(decoding: $0, as: UTF8.self) }) {
            #expect(!text.contains("Never"))
        }
        #expect(texts.contains("I wait for it.\n"))
    }

    @Test(
        "A theme is called by the first name that means it alone and that every format can hold",
        arguments: [
            ("codes: [comfort code]", "codes: [wait; see, plain]", "plain"),
            ("codes: [comfort code]", "codes: [wait; see]", "Comfort in a cup"),
            ("codes: [comfort code]", "codes: []", "Comfort in a cup"),
            ("title: Comfort in a cup", "title: Tea is company", "comfort code"),
            (
                "title: Comfort in a cup\n    constructs: [warmth]\n    codes: [comfort code]", "title: Tea is company",
                "comfort"
            ),
        ]
    )
    func names(old: String, new: String, name: String) throws {
        let quotes = "id,participant,codes,text\nd1-1,D1,comfort,I wait for it.\nm1-1,M1,waiting,It tastes better.\n"
        var folder = TinyStudy.folder("codebook.yml", replacing: old, with: new)
        folder.texts["quotes/all.csv"] = Array(quotes.utf8)
        let themes = try study(folder).themes
        #expect(CodeNames.names(of: themes).first == name)
        #expect(Set(CodeNames.names(of: themes)).count == themes.count)
    }

    private static let project = """
        <?xml version="1.0" encoding="utf-8"?>
        <Project xmlns="urn:QDA-XML:project:1.0" name="Tea at work" origin="Verbatim" creatingUserGUID="#1" \
        creationDateTime="1980-01-01T00:00:00Z">
          <Users>
            <User guid="#1" name="Verbatim"/>
          </Users>
          <CodeBook>
            <Codes>
              <Code guid="#2" name="comfort code" isCodable="true">
                <Description>Comfort in a cup

        Tea comforts.</Description>
                <Code guid="#3" name="Tea is company" isCodable="true">
                  <Description>Company matters [@brewer2020].</Description>
                </Code>
              </Code>
              <Code guid="#4" name="Waiting for it" isCodable="true">
                <Description>Waiting is part of it.</Description>
              </Code>
            </Codes>
          </CodeBook>
          <Variables>
            <Variable guid="#5" name="group" typeOfVariable="Text"/>
          </Variables>
          <Cases>
            <Case guid="#6" name="M1">
              <VariableValue>
                <VariableRef targetGUID="#5"/>
                <TextValue>Tea makers</TextValue>
              </VariableValue>
              <SourceRef targetGUID="#7"/>
            </Case>
            <Case guid="#8" name="D1">
              <VariableValue>
                <VariableRef targetGUID="#5"/>
                <TextValue>Tea drinkers</TextValue>
              </VariableValue>
              <SourceRef targetGUID="#9"/>
            </Case>
            <Case guid="#10" name="D2">
              <VariableValue>
                <VariableRef targetGUID="#5"/>
                <TextValue>Tea drinkers</TextValue>
              </VariableValue>
              <SourceRef targetGUID="#11"/>
            </Case>
          </Cases>
          <Sources>
            <TextSource guid="#7" name="M1" plainTextPath="internal://#7.txt" \
        creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
              <PlainTextSelection guid="#12" name="It tastes better, together." startPosition="0" endPosition="27" \
        creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                <Coding guid="#13" creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                  <CodeRef targetGUID="#3"/>
                </Coding>
                <Coding guid="#14" creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                  <CodeRef targetGUID="#4"/>
                </Coding>
              </PlainTextSelection>
            </TextSource>
            <TextSource guid="#9" name="D1" plainTextPath="internal://#9.txt" \
        creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
              <PlainTextSelection guid="#15" name="I wait for it." startPosition="0" endPosition="14" \
        creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                <Coding guid="#16" creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                  <CodeRef targetGUID="#2"/>
                </Coding>
              </PlainTextSelection>
            </TextSource>
            <TextSource guid="#11" name="D2" plainTextPath="internal://#11.txt" \
        creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
              <PlainTextSelection guid="#17" name="It takes its time." startPosition="0" endPosition="18" \
        creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                <Coding guid="#18" creatingUser="#1" creationDateTime="1980-01-01T00:00:00Z">
                  <CodeRef targetGUID="#4"/>
                </Coding>
              </PlainTextSelection>
            </TextSource>
          </Sources>
          <Sets>
            <Set guid="#19" name="Tea makers">
              <MemberSource targetGUID="#7"/>
            </Set>
            <Set guid="#20" name="Tea drinkers">
              <MemberSource targetGUID="#9"/>
              <MemberSource targetGUID="#11"/>
            </Set>
          </Sets>
          <Description>The published quotes of ‘Tea at work’. Each text holds the quotes of one participant, not the \
        interview.</Description>
        </Project>

        """
}
