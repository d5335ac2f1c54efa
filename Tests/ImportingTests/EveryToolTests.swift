// The study is real, its recoding and all lines of interviewers are invented; see the fixtures of InterchangeTests.

import Diagnostics
import Importing
import Interchange
import Recoding
import Study
import StudyFiles
import TestSupport
import Testing

@Suite("A recoding comes in from any tool on top of any other")
struct EveryToolTests {
    /// The file of each tool, and whether it can tell who is no more.
    static let files: [(path: String, knowsEverybody: Bool)] = [
        ("tool/taguette/project.sqlite3", true),
        ("tool/qualcoder/peer_support.qda/data.qda", true),
        ("tool/qualcoder/peer_support_default_endings.qdpx", true),
        ("tool/qualcoder/peer_support_maxqda_endings.qdpx", true),
        ("made_by_us/nvivo_style/peer_support_nvivo_style.qdpx", true),
        ("made_by_us/atlasti_style/peer_support_atlasti_style.qdpx", true),
        ("tool/taguette/highlights_all.csv", false),
        ("tool/taguette/highlights_all.xlsx", false),
        ("tool/qualcoder/coding_report_by_files.csv", false),
        ("tool/qualcoder/coding_report_by_files.xlsx", false),
        ("tool/qualcoder/coding_report_by_cases.csv", false),
        ("tool/qualcoder/coding_report_by_cases.xlsx", false),
        ("made_by_us/maxqda/coded_segments_utf8.csv", false),
        ("made_by_us/maxqda/coded_segments_semicolon_cp1252.csv", false),
        ("made_by_us/atlasti/quotations.csv", false),
        ("made_by_us/dedoose/excerpts.csv", false),
    ]

    /// The one that has no emoji.
    private static let narrow = "made_by_us/maxqda/coded_segments_semicolon_cp1252.csv"

    /// The quotes of a folder by their ids.
    private func quotes(_ folder: StudyFolder) throws -> [QuoteID: Quote] {
        let reading = StudyReader.read(folder)
        let study = try #require(reading.draft, "\(reading.diagnostics.all.map(\.summary))")
        return Dictionary(uniqueKeysWithValues: study.quotes.map { ($0.id, $0) })
    }

    /// What a quote says and means, with white space and lost characters set aside.
    private func line(_ participant: String, _ text: String, _ themes: [String]) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("??", with: "🙂")
        return "\(participant) \(themes.sorted()): \(words)"
    }

    private func line(_ quote: Quote) -> String {
        line(quote.participant.rawValue, quote.text, quote.themes.map(\.rawValue))
    }

    @Test("and every quote keeps its id", arguments: files.map(\.path))
    func pairs(first: String) throws {
        let before = try Sample.read("v1")
        let after = try Sample.read("v2")
        var desk = Desk(folder: try Sample.firstStudy())
        let plan = desk.take(try Sample.project("v1/" + first))
        #expect(Desk.errors(plan) == [])
        #expect(plan.account.moved.map(\.quote.rawValue) == ["q23", "q28"])
        #expect(plan.account.added.count == 2 && plan.account.kept == 29)
        #expect(plan.account.unknownCodes.isEmpty && plan.account.leftOut.isEmpty && plan.account.reworded.isEmpty)
        let firstQuotes = try quotes(desk.folder)
        let expectedFirst = before.quotes.map { line($0.participant, $0.text, $0.codes.map(Sample.theme)) }
        #expect(firstQuotes.values.map(line).sorted() == expectedFirst.sorted())
        // The same once more changes nothing.
        let again = desk.take(try Sample.project("v1/" + first))
        #expect(again.files.map(\.path) == [])
        let original = desk.folder
        let snapshot = Snapshot(try #require(StudyReader.read(original).draft))

        for (second, knowsEverybody) in Self.files {
            var desk = Desk(folder: original)
            let plan = desk.take(try Self.second(second)) { request in
                request.addsThemes = true
                if !knowsEverybody { request.withdrawn = ["SU2"] }
            }
            #expect(Desk.errors(plan) == [], "\(first) → \(second)")
            let found = try quotes(desk.folder)
            let renamed = ["recognition-gaps": "evaluation-gaps"]
            let visible = try #require(plan.account.newThemes.first?.rawValue)
            let expected = after.quotes.map { quote in
                line(
                    quote.participant,
                    quote.text,
                    quote.codes.map { code in
                        let theme = Sample.theme(code)
                        return theme == "visible-presence" ? visible : renamed[theme] ?? theme
                    }
                )
            }
            #expect(found.values.map(line).sorted() == expected.sorted(), "\(first) → \(second)")
            // Every quote that is still there is where it was.
            for quote in before.quotes where !["q21", "q18"].contains(quote.key) && !quote.key.hasPrefix("o") {
                #expect(found[QuoteID(quote.key)] != nil, "\(first) → \(second): \(quote.key)")
            }
            for (id, quote) in firstQuotes where quote.participant != "SU2" && id != "q21" {
                #expect(found[id]?.participant == quote.participant, "\(first) → \(second): \(id)")
            }
            try expectChanges(desk.folder, since: snapshot, visible, "\(first) → \(second)")
        }
    }

    /// What `expected_changes.json` says, in the study's names.
    private func expectChanges(_ folder: StudyFolder, since: Snapshot, _ visible: String, _ what: String) throws {
        let study = try #require(StudyReader.read(folder).draft)
        let changes = Changes(from: since, to: Snapshot(study), ledger: study.ledger)
        let visible = ThemeID(visible)
        #expect(changes.quotesRemoved == ["q21"], "\(what)")
        #expect(changes.quotesWithdrawn == ["q18"], "\(what)")
        #expect(changes.participantsWithdrawn == ["SU2"], "\(what)")
        // What the first tool had lost, the second one brings back.
        let reworded = changes.quotesReworded.map { "\($0.quote) \($0.rewording.rawValue)" }
        let isMended = what.hasPrefix(Self.narrow) && !what.hasSuffix(Self.narrow)
        #expect(reworded == ["q15 trimmed"] + (isMended ? ["su4-qg4xns mended"] : []), "\(what)")
        #expect(changes.quotesAdded.count == 1 && changes.quotesAdded[0].rawValue.hasPrefix("psw6-"), "\(what)")
        let recoded = Dictionary(uniqueKeysWithValues: changes.quotesRecoded.map { ($0.quote, ($0.from, $0.to)) })
        #expect(recoded.count == 3, "\(what)")
        #expect(recoded["q11"].map { $0 == (["boundaries"], ["informality"]) } == true, "\(what)")
        #expect(recoded["q13"].map { $0 == (["informality"], [visible]) } == true, "\(what)")
        #expect(recoded["q20"].map { $0 == (["system-factors"], [visible]) } == true, "\(what)")
        #expect(changes.themesAdded == [visible] && changes.themesRemoved.isEmpty, "\(what)")
        #expect(study.themes.first { $0.id == visible }?.parent == "conditions", "\(what)")
        #expect(study.themes.first { $0.id == "evaluation-gaps" }?.codes.count == 2, "\(what)")
        let everything = folder.texts.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(!everything.contains("SU2,") && !everything.contains("see them more often"), "\(what)")
    }

    /// Each is read once.
    private static let seconds = Dictionary(
        uniqueKeysWithValues: files.compactMap { file in
            (try? Sample.project("v2/" + file.path)).map { (file.path, $0) }
        }
    )

    private static func second(_ path: String) throws -> CodedProject { try #require(seconds[path]) }
}
