import Interchange
import Study
import TestSupport
import Testing

@testable import Exporting

/// What QualCoder’s importer would misread if it were written otherwise.
@Suite("An export for QualCoder")
struct QualCoderTests {
    @Test("has no category below a code, which QualCoder would put at the top")
    func categories() throws {
        let company = "      - id: company\n        title: Tea is company\n"
        let rituals = """
                  - id: rituals
                    title: Rituals
                    themes:
                      - id: pouring
                        title: Pouring
                        themes:
                          - id: company
                            title: Tea is company
              - id: times
                title: Times
                themes:
                  - id: breaks
                    title: Breaks
                    themes:
                      - id: noon
                        title: Noon

            """
        let folder = TinyStudy.folder("codebook.yml", replacing: company, with: rituals)
        let export = StudyExport(try study(folder))
        for (bytes, name) in [(export.codebook(), "codebook.qdc"), (try export.project(), "project.qdpx")] {
            let codes = try CodedProject.read(bytes: bytes, name: name).codes
            // ‘comfort’ has a quote; nothing of ‘times’ has.
            #expect(
                codes.map { "\($0.path.count) \($0.label) \($0.isCodable ? "code" : "category")" } == [
                    "1 comfort code code", "2 Rituals code", "3 Pouring code", "4 Tea is company code",
                    "1 Times category", "2 Breaks category", "3 Noon code", "1 Waiting for it code",
                ]
            )
        }
    }

    @Test("has no set under the name of a variable, as QualCoder makes attributes of both")
    func sets() throws {
        var folder = TinyStudy.folder("study.yml", replacing: "title: Tea makers", with: "title: group")
        let about = String(decoding: try #require(folder.texts["study.yml"]), as: UTF8.self)
        folder.texts["study.yml"] = Array(
            about.replacing("title: Tea drinkers", with: "title: role")
                .replacing("levels:", with: "attributes:\n  - {column: role, label: Role}\nlevels:").utf8
        )
        folder.texts["participants.csv"] = Array(
            "participant,group,role\nM1,makers,host\nD1,drinkers,guest\nD2,drinkers,guest\n".utf8
        )
        let study = try study(folder)
        let bytes = try StudyExport(study).project()
        let xml = try #require(try unpacked(bytes)["project.qde"])
        let names = { (tag: String) in
            xml.split(separator: "<\(tag) guid=\"").dropFirst()
                .compactMap { $0.firstMatch(of: /name="([^"]*)"/).map { String($0.1) } }
        }
        #expect(names("Variable") == ["group", "role"])
        #expect(names("Set") == ["group (group)", "role (group)"])
        let project = try CodedProject.read(bytes: bytes, name: "project.qdpx")
        #expect(project.said == study.said)
        #expect(project.findings == [])
    }
}
