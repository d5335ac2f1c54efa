// All names here are invented for the tests.

import Diagnostics
import Interchange
import StudyFiles
import Testing

@Suite("import.yml")
struct ImportFileTests {
    private func read(_ text: String) -> ImportFileReader.Reading {
        ImportFileReader.read(Array(text.utf8), path: "content/import.yml")
    }

    @Test("Everything that can be said is understood")
    func everything() {
        let reading = read(
            """
            hierarchy: " > "
            groups:
              names:
                - {name: BSR*, group: Board}
                - {name: "{group}_{participant}"}
            participants: {name: "* {participant}"}
            speakers: ["{speaker}  {time}", "{participant}:"]
            speaker-names: ["BSR##", Anna]
            interviewers: [INT, Me]
            table:
              text: What was said
              codes: [Topic, Second topic]
              code-separators: [" / ", ";"]
              participant: Who
              group: Side
              attributes: Age
            """
        )
        #expect(reading.diagnostics.all.isEmpty)
        #expect(
            reading.mapping
                == ImportMapping(
                    hierarchySeparator: " > ",
                    groups: .names([
                        .init(pattern: NamePattern("BSR*"), group: "Board"),
                        .init(pattern: NamePattern("{group}_{participant}")),
                    ]),
                    participants: .documentName(NamePattern("* {participant}")),
                    speakers: [NamePattern("{speaker}  {time}"), NamePattern("{participant}:")],
                    speakerNames: [NamePattern("BSR##"), NamePattern("Anna")],
                    interviewers: ["INT", "Me"],
                    table: TableMapping(
                        text: "What was said",
                        codes: ["Topic", "Second topic"],
                        codeSeparators: [" / ", ";"],
                        participant: "Who",
                        group: "Side",
                        attributes: ["Age"]
                    )
                )
        )
    }

    @Test(
        "Groups and participants are found where a line says",
        arguments: [
            ("groups: {attribute: Role}", ImportMapping(groups: .attribute("Role"))),
            ("groups: {document-groups: yes}", ImportMapping(groups: .documentGroup)),
            (
                "groups: {cases: yes}\nparticipants: {documents: yes}",
                ImportMapping(groups: .caseName, participants: .document)
            ),
            ("participants: {cases: yes}", ImportMapping(participants: .caseName)),
            ("participants: {attribute: Name}", ImportMapping(participants: .attribute("Name"))),
            ("hierarchy: none", ImportMapping(hierarchySeparator: "")),
            ("", ImportMapping()),
        ]
    )
    func rules(text: String, mapping: ImportMapping) {
        let reading = read(text)
        #expect(reading.mapping == mapping)
        #expect(reading.diagnostics.all.isEmpty)
    }

    @Test(
        "Mistakes are told with their place",
        arguments: [
            ("groups: {attribute: Role, cases: yes}", "1:9 ‘groups’ says several things, of which one can hold"),
            ("groups: {}", "1:9 ‘groups’ does not say where to look"),
            ("groups:\n  names: [{name: BSR*}]", "2:18 ‘BSR*’ does not say which group is meant"),
            ("speakers: Anna", "1:11 ‘Anna’ does not say where the name stands"),
            ("table: {text: Words}", "1:8 a table needs ‘codes’ or ‘code-columns’"),
            ("table: {codes: Topic}", "1:8 table needs ‘text’"),
            ("hirarchy: x", "1:1 import.yml has no key ‘hirarchy’"),
        ]
    )
    func mistakes(text: String, told: String) throws {
        let reading = read(text)
        let finding = try #require(reading.diagnostics.all.first)
        guard case .place(let place) = finding.location else {
            Issue.record("the finding has no place")
            return
        }
        let position = reading.sources.position(of: place).position
        #expect("\(position.line):\(position.column) \(finding.summary)" == told)
        #expect(reading.diagnostics.all.count == 1)
    }

    @Test("A study is checked together with its import.yml")
    func study() {
        let folder = StudyFolder(["import.yml": "groups: {}\n"], prefix: "content/")
        let reading = StudyReader.read(folder)
        let told = reading.diagnostics.all.map(\.summary)
        #expect(told.contains("‘groups’ does not say where to look"))
        #expect(!told.contains("nothing reads this file"))
    }
}
