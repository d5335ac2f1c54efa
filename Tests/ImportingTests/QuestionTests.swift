// The studies are invented; nobody said any of this.

import Diagnostics
import Importing
import Interchange
import Study
import StudyFiles
import TestSupport
import Testing

@Suite("An import asks where it cannot know")
struct QuestionTests {
    @Test("to which group somebody belongs who is new")
    func groups() {
        var desk = Desk(folder: TinyStudy.folder())
        let recoded = tea + [("D9", ["waiting"], "A new voice.")]
        let before = desk.folder.texts
        #expect(
            Desk.errors(desk.take(project(recoded))) == [
                "import-no-group: ‘D9’ is new, and the file does not say to which group they belong (the file names no groups)"
            ]
        )
        #expect(
            Desk.errors(desk.take(project(recoded, groups: ["D9": "cooks"]))) == [
                "import-no-group: ‘D9’ is in the group ‘cooks’, which study.yml does not have"
            ]
        )
        #expect(desk.folder.texts == before)
        let plan = desk.take(project(recoded, groups: ["D9": "TEA_drinker"]))
        #expect(Desk.errors(plan) == [])
        #expect(
            String(decoding: desk.folder.texts["participants.csv"] ?? [], as: UTF8.self).hasSuffix("\nD9,drinkers\n")
        )
    }

    @Test("which quote is which, by their codes where their words are alike")
    func alike() {
        let twice = [("D1", ["waiting"], "I do."), ("D1", ["company"], "I do.")]
        var desk = Desk(folder: TinyStudy.folder())
        _ = desk.take(project(tea + twice))
        let before = desk.folder.texts
        let recoded = tea + [("D1", ["comfort code"], "I do."), ("D1", ["company", "waiting"], "I do.")]
        let errors = Desk.errors(desk.take(project(recoded)))
        #expect(errors.count == 1)
        #expect(errors[0].contains("(I do.: ‘waiting’)") && errors[0].contains("(I do.: ‘company’, ‘waiting’)"))
        #expect(desk.folder.texts == before)
    }

    @Test("once for all who are new")
    func groupsOfMany() {
        var desk = Desk(folder: TinyStudy.folder())
        let many = tea + (1...7).map { ("N\($0)", ["waiting"], "A new voice, number \($0).") }
        #expect(
            Desk.errors(desk.take(project(many))) == [
                "import-no-group: ‘N1’, ‘N2’, ‘N3’, ‘N4’, ‘N5’ and 2 more are new, and the file does not say to which group "
                    + "they belong (the file names no groups)"
            ]
        )
        let groups = Dictionary(uniqueKeysWithValues: (1...7).map { ("N\($0)", $0 < 3 ? "cooks" : "drinkers") })
        #expect(
            Desk.errors(desk.take(project(many, groups: groups))) == [
                "import-no-group: ‘N1’, ‘N2’ are in the group ‘cooks’, which study.yml does not have"
            ]
        )
    }

    @Test("whether somebody withdrew whose name stays in the project without their words")
    func placeholders() {
        let more = (0..<4).map { ("D1", ["waiting"], "More of it, number \($0), with some other words.") }
        var desk = Desk(folder: TinyStudy.folder())
        _ = desk.take(project(tea + more))
        var told = project(Array(tea.dropLast()) + more)
        told.documents.append(CodedProject.Document(name: "D2.txt", text: "[Removed.]"))
        let plan = desk.take(told)
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.removed.count == 1 && plan.account.withdrawnParticipants == [])
        #expect(
            plan.account.remarks == [
                "nothing of ‘D2’ is coded any more, though the file still names them; if somebody withdrew, add such as "
                    + "--withdrawn D2"
            ]
        )
    }

    @Test("whether a file is all there is, if much is not in it")
    func parts() {
        var desk = Desk(folder: TinyStudy.folder())
        let part = project([tea[1]], format: .taguetteHighlights)
        #expect(Desk.errors(desk.take(part)) == ["import-part: 2 of 3 quotes are not in the file"])
        let before = desk.folder.texts
        let kept = desk.take(part) { $0.scope = .part }
        #expect(Desk.errors(kept) == [] && kept.account.notMentioned == 2)
        #expect(desk.folder.texts.filter { $0.key != "ledger.csv" } == before)
        let whole = desk.take(part) { $0.scope = .whole }
        #expect(Desk.errors(whole) == [])
        #expect(whole.account.removed.count == 2 && whole.account.withdrawn.isEmpty)
        #expect(whole.account.remarks.contains { $0.contains("‘D2’, ‘M1’") && $0.contains("--withdrawn D2") })
    }

    @Test("whether a group is no more, or has a project of its own")
    func groupOfItsOwn() {
        let more = (0..<4).map { ("D1", ["waiting"], "More of it, number \($0), with some other words.") }
        var desk = Desk(folder: TinyStudy.folder())
        _ = desk.take(project(tea + more))
        let without = project(Array(tea.dropFirst()) + more)
        #expect(Desk.errors(desk.take(without)) == ["import-part: nothing of the group ‘makers’ is in the file"])
        let plan = desk.take(without) { $0.scope = .whole }
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.withdrawnParticipants == ["M1"] && plan.account.withdrawn == ["m1-1"])
    }

    @Test("who withdrew: not those whose documents are still there")
    func stillThere() {
        var desk = Desk(folder: TinyStudy.folder())
        var rest = project(Array(tea.dropLast()))
        rest.documents.append(CodedProject.Document(name: "D2.docx"))
        let plan = desk.take(rest)
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.withdrawnParticipants.isEmpty && plan.account.removed.count == 1)
        #expect(StudyReader.read(desk.folder).study?.participants.count == 3)
        let unknown = desk.take(rest) { $0.withdrawn = ["D3"] }
        #expect(Desk.errors(unknown) == ["import-decision: there is no participant ‘D3’"])
    }

    @Test("nothing of what was withdrawn comes back with an old file")
    func old() {
        let quotes =
            "participant,codes,text\nM1,company; waiting,\"It tastes better, together.\"\n"
            + "D1,comfort code,I wait for it.\nD2,waiting,It takes its time.\n"
        let files = ["quotes/all.csv": quotes, "theory.md": nil, "logic-model.yml": nil, "themes/waiting.md": nil]
        var desk = Desk(folder: TinyStudy.folder(files.merging(["themes/comfort.md": nil]) { $1 }))
        let gone = desk.take(project(tea)) { $0.withdrawn = ["D2"] }
        #expect(Desk.errors(gone) == [] && gone.account.withdrawn.count == 1)
        let after = desk.folder.texts
        let plan = desk.take(project(tea, groups: ["D2": "drinkers"]))
        #expect(Desk.errors(plan) == [] && plan.files.isEmpty)
        #expect(
            plan.account.remarks == ["1 quotation was withdrawn before, as the ledger knows by their ids, and stay out"]
        )
        #expect(desk.folder.texts == after)
    }

    @Test("in a part, themes that it does not mention keep their quotes")
    func partialCodes() {
        var desk = Desk(folder: TinyStudy.folder())
        let part = project([("M1", ["comfort code"], "It tastes better, together.")], format: .taguetteHighlights)
        _ = desk.take(part) { $0.scope = .part }
        #expect(StudyReader.read(desk.folder).study?.quotes[0].themes == ["comfort", "company", "waiting"])
    }

    @Test("one tag's table removes nothing by itself")
    func oneTag() throws {
        var desk = Desk(folder: try Sample.firstStudy())
        _ = desk.take(try Sample.project("v1/tool/taguette/project.sqlite3"))
        let before = desk.folder.texts
        let part = try Sample.project("v1/tool/taguette/highlights_tag_trust.csv")
        #expect(Desk.errors(desk.take(part)).map { $0.prefix(12) } == ["import-part:"])
        let plan = desk.take(part) { $0.scope = .part }
        #expect(Desk.errors(plan) == [] && plan.files.isEmpty)
        #expect(desk.folder.texts == before)
    }

    @Test("which quote is which, and takes the answer")
    func decisions() throws {
        let words = "We always met in the garden behind the clinic, with coffee, and talked about hope"
        let quotes =
            "id,participant,codes,text\nm1-1,M1,company; waiting,\"It tastes better, together.\"\n"
            + "d1-1,D1,comfort code,\"\(words) slowly.\"\n,D2,Waiting for it,It takes its time.\n"
        var recoded = tea
        recoded[1] = ("D1", ["waiting"], "\(words) quietly.")
        recoded.append(("D1", ["waiting"], "\(words) together."))
        var desk = Desk(folder: TinyStudy.folder(["quotes/all.csv": quotes]))
        let asked = desk.take(project(recoded))
        #expect(asked.files.isEmpty && Desk.errors(asked).count == 1)
        #expect(Desk.errors(asked)[0].contains("may be any of the quotations 2 ("))
        #expect(asked.diagnostics.all.last?.help?.contains("--decide d1-1=2") == true)
        let wrong = desk.take(project(recoded)) { $0.decisions = [.init(quote: "d1-1", recoded: 9)] }
        #expect(Desk.errors(wrong).contains("import-decision: there is no quotation 10; the file has 4"))
        let plan = desk.take(project(recoded)) { $0.decisions = [.init(quote: "d1-1", recoded: 3)] }
        #expect(Desk.errors(plan) == [])
        let study = try #require(StudyReader.read(desk.folder).draft)
        #expect(study.quotes.first { $0.id == "d1-1" }?.text == "\(words) together.")
        #expect(study.quotes.count == 4)
    }
}
