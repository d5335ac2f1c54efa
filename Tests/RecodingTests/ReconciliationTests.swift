import Foundation
import Study
import Testing

@testable import Recoding

/// All words are invented.
@Suite("Reconciling a study with what a tool gave")
struct ReconciliationTests {
    private static let seeds: [UInt64] = Array(21...28)

    /// A study of passages, whose ids count up.
    private func study(_ passages: [Passage]) throws -> Study {
        let people = passages.map(\.participant.rawValue).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let rows = passages.enumerated().map { index, passage in
            "q\(index),\(passage.participant),\(passage.codes.sorted().joined(separator: "; ")),\"\(passage.text)\""
        }
        return try Invented.study([
            "study.yml": "title: T\ngroups:\n  - {id: g, title: G, singular: one}\n",
            "codebook.yml": "themes:\n  - {id: one, title: One, codes: [first]}\n  - {id: two, title: Two}\n",
            "participants.csv": "participant,group\n" + people.map { "\($0),g\n" }.joined(),
            "quotes/all.csv": "id,participant,codes,text\n" + rows.joined(separator: "\n") + "\n",
        ])
    }

    private func coded(_ passages: [Passage]) -> [Passage] {
        passages.enumerated().map { index, passage in
            var passage = passage
            passage.codes = [index % 3 == 0 ? "two" : "one"]
            return passage
        }
    }

    @Test("keeps every id through reordering, renamed codes, trimming and slips", arguments: seeds)
    func kept(_ seed: UInt64) throws {
        var speech = InventedSpeech(seed: seed)
        let passages = coded(speech.passages(80, people: 6))
        let study = try study(passages)
        var expected: [String: String] = [:]
        var quotes = passages.enumerated().map { index, passage in
            let text =
                switch index % 4 {
                case 0: speech.trimmed(passage.text)
                case 1: speech.withSlips(passage.text, 3)
                case 2: passage.text.replacing(" ", with: "\n")
                default: passage.text
                }
            expected[text] = "q\(index)"
            let codes = passage.codes.map { $0 == "one" ? "Another name" : $0 }
            return RecodedQuote(participant: passage.participant, text: text, codes: codes, toolID: "\(seed)-\(index)")
        }
        quotes.shuffle(using: &speech.random)
        let result = Reconciliation.reconcile(study: study, ledger: Ledger(), recoded: Recoded(quotes: quotes))
        #expect(result.rows.count == 80 && result.ambiguities.isEmpty && result.removed.isEmpty)
        #expect(result.codesOfThemes == ["Another name": "one"] && result.unknownCodes.isEmpty)
        for row in result.rows {
            let text = row.recoded.map { quotes[$0].text } ?? ""
            #expect(row.id.rawValue == expected[text])
            // Where only white space differs, the study's own stays.
            #expect(row.text == (row.rewording == .same ? study.quotes.first { $0.id == row.id }?.text : text))
        }
        // In another order, the same comes out.
        let mixed = quotes.shuffled(using: &speech.random)
        let again = Reconciliation.reconcile(study: study, ledger: Ledger(), recoded: Recoded(quotes: mixed))
        #expect(again.rows.map(\.id) == result.rows.map(\.id) && again.rows.map(\.text) == result.rows.map(\.text))
        #expect(again.ledger == result.ledger)
    }

    @Test("gives new ids to what was split or merged, and the ledger remembers", arguments: seeds)
    func divided(_ seed: UInt64) throws {
        var speech = InventedSpeech(seed: seed)
        let passages = coded(speech.passages(20, people: 2))
        let words = passages[4].text.split(separator: " ")
        var texts = passages.map(\.text)
        texts[4] = words.prefix(words.count / 2).joined(separator: " ")
        texts.append(words.dropFirst(words.count / 2).joined(separator: " "))
        func recoded(_ texts: [String]) -> Recoded {
            Recoded(
                quotes: texts.enumerated().map { index, text in
                    RecodedQuote(participant: passages[index == 20 ? 4 : index].participant, text: text, codes: ["one"])
                }
            )
        }
        let split = Reconciliation.reconcile(study: try study(passages), ledger: Ledger(), recoded: recoded(texts))
        let parts = split.rows.filter { $0.madeOf == ["q4"] }
        #expect(parts.count == 2)
        let entry = split.ledger[.quote("q4")]
        #expect(entry?.fate == .split && entry?.successors == parts.map(\.id.rawValue).sorted())
        #expect(!split.rows.contains { $0.id == "q4" })

        let halves = texts.enumerated().map { index, text in
            Passage(participant: passages[index == 20 ? 4 : index].participant, text: text, codes: ["one"])
        }
        let merged = Reconciliation.reconcile(
            study: try study(halves),
            ledger: Ledger(),
            recoded: recoded(passages.map(\.text))
        )
        let whole = merged.rows.filter { $0.madeOf == ["q4", "q20"] }
        #expect(whole.count == 1)
        for id in ["q4", "q20"] as [QuoteID] {
            #expect(merged.ledger[.quote(id)]?.fate == .merged)
            #expect(merged.ledger[.quote(id)]?.successors == whole.map(\.id.rawValue))
        }
    }

    private let said = [
        Passage(participant: "A", text: "We waited for the bus in the rain, and nobody came.", codes: ["one"]),
        Passage(participant: "A", text: "Then somebody brought tea, and all was well.", codes: ["two"]),
        Passage(participant: "B", text: "The kettle is older than any of us.", codes: ["one"]),
    ]

    private func quote(_ who: ParticipantID, _ text: String, _ codes: [String] = ["first"]) -> RecodedQuote {
        RecodedQuote(participant: who, text: text, codes: codes)
    }

    @Test("knows words through what tools do to them")
    func tools() throws {
        let text = "J’étais “là”, naïve – 🙂 – and waited.\n\nThen tea came."
        let study = try study([Passage(participant: "A", text: text, codes: ["one"])])
        let forms = [
            text.replacing("\n\n", with: " "), text.replacing("🙂", with: "??"), text.replacing("\n", with: "\u{2029}"),
            text.replacing("’", with: "'").replacing("“", with: "\"").replacing("”", with: "\""),
            text.decomposed, text + "\r\n",
        ]
        for form in forms {
            let result = Reconciliation.reconcile(
                study: study,
                ledger: Ledger(),
                recoded: Recoded(quotes: [quote("A", form)])
            )
            #expect(result.rows.map(\.id) == ["q0"])
        }
    }

    @Test("never publishes what is withheld, whole or in part")
    func withheld() throws {
        let secret = WithheldQuote(participant: "A", text: "I would rather not have this printed anywhere at all.")
        let recoded = Recoded(quotes: [
            quote("A", said[0].text), quote("A", said[1].text), quote("B", said[2].text),
            quote("A", "I would rather not have this printed anywhere."),
        ])
        let open = Reconciliation.reconcile(study: try study(said), ledger: Ledger(), recoded: recoded)
        #expect(open.rows.count == 4)
        let result = Reconciliation.reconcile(
            study: try study(said),
            ledger: Ledger(),
            recoded: recoded,
            withheld: [secret]
        )
        #expect(result.withheld == [3])
        #expect(result.rows.map(\.id) == ["q0", "q1", "q2"])
    }

    @Test("leaves what it cannot tell as it was until somebody decides")
    func decisions() throws {
        let one = "We always met in the garden behind the clinic, with coffee, and talked about hope"
        let study = try study([Passage(participant: "A", text: one + " slowly.", codes: ["two"])])
        let recoded = Recoded(quotes: [quote("A", one + " quietly."), quote("A", one + " together.")])
        let open = Reconciliation.reconcile(study: study, ledger: Ledger(), recoded: recoded)
        #expect(open.ambiguities == [Reconciliation.Ambiguity(quotes: ["q0"], recoded: [0, 1])])
        #expect(open.rows.map(\.text) == [one + " slowly."] && open.rows.map(\.codes) == [["two"]])
        let decided = Reconciliation.reconcile(
            study: study,
            ledger: Ledger(),
            recoded: recoded,
            decisions: [Decision(quote: "q0", recoded: 1)]
        )
        #expect(decided.ambiguities.isEmpty)
        #expect(decided.rows.map(\.recoded) == [1, 0])
        #expect(decided.rows.first?.id == "q0" && decided.rows.first?.text == one + " together.")
        let neither = Reconciliation.reconcile(
            study: study,
            ledger: Ledger(),
            recoded: recoded,
            decisions: [Decision(quote: "q0", recoded: nil)]
        )
        #expect(neither.removed == ["q0"] && neither.rows.count == 2)
    }

    @Test("takes somebody who is in the tool no more for one who withdrew, and one who is not quoted for no such")
    func withdrawal() throws {
        let quotes = [quote("B", said[2].text)]
        let unknown = Reconciliation.reconcile(
            study: try study(said),
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes)
        )
        #expect(unknown.removed == ["q0", "q1"] && unknown.withdrawn.isEmpty)
        let silent = Reconciliation.reconcile(
            study: try study(said),
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes, participants: ["A", "B"])
        )
        #expect(silent.removed == ["q0", "q1"] && silent.withdrawn.isEmpty)
        let gone = Reconciliation.reconcile(
            study: try study(said),
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes, participants: ["B"])
        )
        #expect(gone.withdrawn == ["q0", "q1"] && gone.removed.isEmpty && gone.withdrawnParticipants == ["A"])
        #expect(gone.ledger[.quote("q0")] == Ledger.Entry(.withdrawn))

        // Releases forget them at once, and what they said before that was removed meanwhile.
        var released = try study(said)
        released.releases = [Release(name: "one", number: 1, snapshot: Snapshot(released))]
        released.releases[0].snapshot.quotes[0].id = "q9"
        let after = Reconciliation.reconcile(
            study: released,
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes, participants: ["B"])
        )
        #expect(after.forgetting.map { $0.snapshot.participants.map(\.id) } == [["B"]])
        #expect(after.forgetting.map { $0.snapshot.quotes.map(\.id) } == [["q2"]])
        #expect(after.ledger[.quote("q9")] == Ledger.Entry(.withdrawn))
    }

    @Test("gives words that come back their old id, and nothing an id that was something else's")
    func ids() throws {
        let back = quote("B", "Tea again, and again, and again.")
        let recoded = Recoded(quotes: said.map { quote($0.participant, $0.text) } + [back])
        let first = Reconciliation.reconcile(study: try study(said), ledger: Ledger(), recoded: recoded)
        let id = try #require(first.rows.last?.id)
        #expect(id.rawValue.hasPrefix("b-"))
        for (fate, isSame) in [(Ledger.Fate.removed, true), (.withdrawn, false), (.live, false)] {
            let ledger = Ledger([.quote(id): Ledger.Entry(fate)])
            let again = Reconciliation.reconcile(study: try study(said), ledger: ledger, recoded: recoded)
            #expect((again.rows.last?.id == id) == isSame)
            #expect(again.ledger[.quote(id)]?.fate == (fate == .removed ? .live : fate))
        }
    }

    @Test("follows codes that were renamed at one time, though quotes have several of them")
    func renamedTogether() throws {
        var speech = InventedSpeech(seed: 5)
        var passages = coded(speech.passages(30, people: 2))
        // One quote stands on both.
        passages[1].codes = ["one", "two"]
        let names = ["one": "First > one", "two": "Second > two"]
        let quotes = passages.map { passage in
            RecodedQuote(
                participant: passage.participant,
                text: passage.text,
                codes: passage.codes.sorted().compactMap { names[$0] }
            )
        }
        let result = Reconciliation.reconcile(
            study: try study(passages),
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes)
        )
        #expect(result.codesOfThemes == ["First > one": "one", "Second > two": "two"])
        // So also where a theme has no more than the quote on both.
        for index in passages.indices { passages[index].codes = index == 1 ? ["one", "two"] : ["one"] }
        let few = passages.map { passage in
            RecodedQuote(
                participant: passage.participant,
                text: passage.text,
                codes: passage.codes.sorted().compactMap { names[$0] }
            )
        }
        let again = Reconciliation.reconcile(
            study: try study(passages),
            ledger: Ledger(),
            recoded: Recoded(quotes: few)
        )
        #expect(again.codesOfThemes == ["First > one": "one", "Second > two": "two"])
    }

    @Test("follows codes that were renamed at one time, though a few quotes moved from one to another")
    func renamedAndMoved() throws {
        var speech = InventedSpeech(seed: 6)
        var passages = coded(speech.passages(30, people: 2))
        for index in passages.indices { passages[index].codes = index < 2 ? ["two"] : ["one"] }
        let quotes = passages.enumerated().map { index, passage in
            RecodedQuote(
                participant: passage.participant,
                text: passage.text,
                codes: [index < 3 ? "Second > two" : "First > one"]
            )
        }
        let result = Reconciliation.reconcile(
            study: try study(passages),
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes)
        )
        #expect(result.codesOfThemes == ["First > one": "one", "Second > two": "two"])
        // What is known by its title is no part of anything else either.
        let titled = Reconciliation.reconcile(
            study: try study(passages),
            ledger: Ledger(),
            recoded: Recoded(quotes: quotes, titles: ["Second > two": "Two"])
        )
        #expect(titled.codesOfThemes == result.codesOfThemes)
    }

    @Test("follows a participant who has another name in the tool")
    func renamed() throws {
        let recoded = Recoded(
            quotes: [quote("Anna", said[0].text), quote("Anna", said[1].text), quote("B", said[2].text)],
            participants: ["Anna", "B"]
        )
        let result = Reconciliation.reconcile(study: try study(said), ledger: Ledger(), recoded: recoded)
        #expect(result.renamedParticipants == ["A": "Anna"])
        #expect(result.rows.map(\.id) == ["q0", "q1", "q2"] && result.withdrawn.isEmpty)
        #expect(result.rows.map(\.participant) == ["Anna", "Anna", "B"])
    }
}

extension String {
    /// With its accents apart from their letters.
    fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
