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
        let before = try Sample.version("v1")
        let after = try Sample.version("v2")
        let recoding = try SampleRecoding()
        let published = before.quotes.map(\.key).filter { !$0.hasPrefix("o") }.map { QuoteID($0) }
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
                if !knowsEverybody { request.withdrawn = recoding.withdrawn }
            }
            #expect(Desk.errors(plan) == [], "\(first) → \(second)")
            let found = try quotes(desk.folder)
            let new = try #require(plan.account.newThemes.first)
            let expected = after.quotes.map { quote in
                line(quote.participant, quote.text, quote.codes.map { recoding.theme($0, new: new).rawValue })
            }
            #expect(found.values.map(line).sorted() == expected.sorted(), "\(first) → \(second)")
            // Every quote that is still there is where it was.
            for id in published where !recoding.gone.contains(id) {
                #expect(found[id] != nil, "\(first) → \(second): \(id)")
            }
            for (id, quote) in firstQuotes where !recoding.gone.contains(id) {
                #expect(found[id]?.participant == quote.participant, "\(first) → \(second): \(id)")
            }
            try expect(recoding, desk.folder, since: snapshot, new, "\(first) → \(second)")
        }
    }

    /// What the recoding did, and nothing else.
    private func expect(
        _ recoding: SampleRecoding,
        _ folder: StudyFolder,
        since: Snapshot,
        _ new: ThemeID,
        _ what: String
    ) throws {
        let study = try #require(StudyReader.read(folder).draft)
        let changes = Changes(from: since, to: Snapshot(study), ledger: study.ledger)
        let everything = folder.texts.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        func theme(_ tag: String) -> ThemeID { recoding.theme(tag, new: new) }
        var moved: Set<String> = []
        for change in recoding.changes {
            switch change {
            case .codeRenamed(_, let from, _, _):
                #expect(study.themes.first { $0.id == theme(from.tag) }?.codes.count == 2, "\(what)")
            case .codeAdded(let parent, let code):
                #expect(changes.themesAdded == [theme(code.tag)], "\(what)")
                #expect(study.themes.first { $0.id == theme(code.tag) }?.parent == ThemeID(parent), "\(what)")
            case .quoteMoved(let quote, _, let from, let to, _):
                moved.insert("\(quote): \([theme(from)]) → \([theme(to)])")
            case .codingRemoved(let quote, _, _):
                #expect(changes.quotesRemoved == [QuoteID(quote)], "\(what)")
            case .quoteAdded(_, let participant, let code, _, _):
                let added = study.quotes.filter { changes.quotesAdded.contains($0.id) }
                #expect(added.map(\.participant) == [ParticipantID(participant)], "\(what)")
                #expect(added.map(\.themes) == [[theme(code)]], "\(what)")
                #expect(changes.quotesAdded.allSatisfy { $0.rawValue.hasPrefix(participant.lowercased() + "-") })
            case .quoteTrimmed(let quote, _, _, _):
                // What the first tool had lost, the second one brings back.
                let isMended = what.hasPrefix(Self.narrow) && !what.hasSuffix(Self.narrow)
                let reworded = changes.quotesReworded.map { "\($0.quote) \($0.rewording.rawValue)" }
                #expect(reworded == ["\(quote) trimmed"] + (isMended ? ["su4-qg4xns mended"] : []), "\(what)")
            case .participantWithdrawn(let participant, let quotes, let words):
                #expect(changes.participantsWithdrawn == [ParticipantID(participant)], "\(what)")
                #expect(changes.quotesWithdrawn == quotes.map { QuoteID($0) }, "\(what)")
                // Not even a sentence of it.
                let sentences = words.flatMap { $0.split(separator: ".").map(String.init) }
                for text in sentences + [participant + ","] { #expect(!everything.contains(text), "\(what)") }
            }
        }
        #expect(Set(changes.quotesRecoded.map { "\($0.quote): \($0.from) → \($0.to)" }) == moved, "\(what)")
        #expect(changes.themesRemoved.isEmpty, "\(what)")
    }

    /// Each is read once.
    private static let seconds = Dictionary(
        uniqueKeysWithValues: files.compactMap { file in
            (try? Sample.project("v2/" + file.path)).map { (file.path, $0) }
        }
    )

    private static func second(_ path: String) throws -> CodedProject { try #require(seconds[path]) }
}
