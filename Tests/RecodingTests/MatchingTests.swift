import Recoding
import Study
import Testing

/// All words are invented.
@Suite("Matching recognises")
struct MatchingTests {
    private func passage(_ who: String, _ text: String, _ codes: Set<String> = []) -> Passage {
        Passage(participant: ParticipantID(who), text: text, codes: codes)
    }

    private let long =
        "We waited for the bus in the rain, and nobody told us that it would not come. Then somebody brought tea."

    private func rewording(_ old: String, _ new: String) -> Rewording? {
        let matching = Matching(old: [passage("A", old)], new: [passage("A", new)])
        return matching.pairs.first?.rewording
    }

    @Test("what became of one quote's words")
    func rewordings() {
        #expect(rewording(long, long) == .same)
        #expect(rewording(long, long.replacing(". Then", with: ".\n\nThen")) == .same)
        #expect(rewording(long, long.replacing(",", with: " –")) == .mended)
        #expect(rewording(long, long.replacing("nobody", with: "noboddy")) == .mended)
        #expect(rewording(long, String(long.dropLast())) == .mended)
        #expect(rewording(long, long.replacing(" Then somebody brought tea.", with: "")) == .trimmed)
        #expect(rewording(long, long.replacing("We waited for the bus in the rain, and ", with: "")) == .trimmed)
        #expect(rewording(long, long + " I was so glad of it.") == .extended)
        #expect(rewording(long, "Well. " + long) == .extended)
        let moved = long.replacing("We waited for the bus ", with: "") + " I was so glad of it."
        #expect(rewording(long, moved) == .redrawn)
        let mendedAndTrimmed = long.replacing("nobody", with: "noboddy").replacing(" brought tea", with: "")
        #expect(rewording(long, mendedAndTrimmed) == .trimmed)
        #expect(rewording("Yes, definitly.", "Yes, definitely!") == .mended)
        #expect(rewording("J’étais là, enfin.", "J'e\u{301}tais la\u{300}, enfin") == .mended)
        #expect(rewording("我们在雨里等车,没有人告诉我们。", "我们在雨里等车") == .trimmed)
        #expect(
            rewording(long, "The kettle is older than any of us and still does what it should do every day.") == nil
        )
        #expect(rewording("Yes.", "No.") == nil)
    }

    @Test("nothing of another participant, unless all of what one said is another's now")
    func participants() {
        let old = [passage("A", long), passage("B", "It was never about the tea, it was about the talking.")]
        let other = Matching(old: old, new: [passage("B", long), passage("B", old[1].text)])
        #expect(other.gone == [0] && other.added == [0] && other.renamed.isEmpty)
        let renamed = Matching(old: old, new: [passage("B", old[1].text), passage("C", long + " Really.")])
        #expect(renamed.renamed.isEmpty, "the words have to be the same for a new name to be believed")
        let exact = Matching(old: old, new: [passage("B", old[1].text), passage("C", long)])
        #expect(exact.renamed == ["A": "C"])
        #expect(exact.pairs.map(\.new) == [1, 0])
        let shared = Matching(old: [passage("A", long)], new: [passage("C", long), passage("D", long)])
        #expect(shared.renamed.isEmpty && shared.gone == [0])
    }

    @Test("a new quote inside one that still stands as new, and overlapping ones as two")
    func inside() {
        let inner = "nobody told us that it would not come"
        let matching = Matching(old: [passage("A", long)], new: [passage("A", inner), passage("A", long)])
        #expect(matching.pairs.map(\.new) == [1])
        #expect(matching.added == [0])
        // The same if the outer one was mended meanwhile.
        let mended = Matching(
            old: [passage("A", long)],
            new: [passage("A", inner), passage("A", long.replacing("rain", with: "drizzle"))]
        )
        #expect(mended.pairs.map(\.new) == [1] && mended.added == [0])
        let first = "We waited for the bus in the rain, and nobody told us"
        let second = "and nobody told us that it would not come. Then somebody brought tea."
        let overlapping = Matching(
            old: [passage("A", first), passage("A", second)],
            new: [passage("A", second + " Two cups."), passage("A", first.replacing("We ", with: ""))]
        )
        #expect(overlapping.pairs.map(\.new) == [1, 0])
        #expect(overlapping.pairs.map(\.rewording) == [.mended, .extended])
    }

    @Test("splits and merges")
    func divisions() {
        let halves = [
            "We waited for the bus in the rain, and nobody told us that",
            "it would not come. Then somebody brought tea.",
        ]
        let split = Matching(old: [passage("A", long)], new: halves.map { passage("A", $0) })
        #expect(split.splits.map(\.old) == [0] && split.splits.first?.new == [0, 1])
        #expect(split.pairs.isEmpty && split.gone.isEmpty && split.added.isEmpty)
        let merge = Matching(old: halves.map { passage("A", $0) }, new: [passage("A", long)])
        #expect(merge.merges.map(\.new) == [0] && merge.merges.first?.old == [0, 1])
        #expect(merge.pairs.isEmpty && merge.gone.isEmpty && merge.added.isEmpty)
    }

    @Test("that it cannot tell, and does not guess")
    func ambiguous() {
        let one = "We always met in the garden behind the clinic, with coffee, and talked about hope"
        let matching = Matching(
            old: [passage("A", one + " slowly.")],
            new: [passage("A", one + " quietly."), passage("A", one + " together.")]
        )
        #expect(matching.ambiguities.map(\.old) == [[0]])
        #expect(matching.ambiguities.map(\.new) == [[0, 1]])
        #expect(matching.pairs.isEmpty && matching.gone.isEmpty && matching.added.isEmpty)
        // The same words twice, told apart by codes; then by nothing.
        let old = [passage("A", "Yes, it does.", ["x"]), passage("A", "Yes, it does.", ["y"])]
        let coded = Matching(old: old, new: [passage("A", "Yes it does", ["y"]), passage("A", "Yes it does", ["x"])])
        #expect(coded.pairs.map(\.new) == [1, 0])
        let lost = Matching(old: old, new: [passage("A", "Yes it does", ["v"]), passage("A", "Yes it does", ["w"])])
        #expect(lost.ambiguities.count == 1 && lost.pairs.isEmpty)
    }

    @Test("nothing less of some quotes since it cannot tell others")
    func ambiguousAmongOthers() {
        let one = "We always met in the garden behind the clinic, with coffee, and talked about hope"
        let old = [passage("A", "Yes.", ["x"]), passage("A", "Yes.", ["y"]), passage("A", one + " slowly.")]
        let new = [passage("A", "Yes.", ["v"]), passage("A", "Yes.", ["w"]), passage("A", one + " and slowly.")]
        let matching = Matching(old: old, new: new)
        #expect(matching.ambiguities.map(\.old) == [[0, 1]] && matching.ambiguities.map(\.new) == [[0, 1]])
        #expect(matching.pairs.map(\.old) == [2])
        #expect(matching.gone.isEmpty && matching.added.isEmpty)
    }

    @Test("words that only a sign that is no letter tells apart")
    func signs() {
        let old = [passage("A", "Yes. 🙂", ["x"]), passage("A", "Yes. 😀", ["y"]), passage("A", "Yes. 😀", ["z"])]
        let new = [passage("A", "Yes. 😀", ["z"]), passage("A", "Yes.\n🙂", ["v"]), passage("A", "Yes. 😀", ["w"])]
        let matching = Matching(old: old, new: new)
        #expect(matching.pairs.map(\.old) == [0, 1, 2] && matching.pairs.map(\.new) == [1, 2, 0])
        #expect(matching.ambiguities.isEmpty)
    }

    @Test("by the place in the document what the words do not tell")
    func places() {
        let old = [
            Passage(participant: "A", text: "Yes.", source: "a.txt", position: 10..<14),
            Passage(participant: "A", text: "Yes.", source: "a.txt", position: 90..<94),
        ]
        let matching = Matching(old: old, new: [old[1], old[0]])
        #expect(matching.pairs.map(\.new) == [1, 0])
        let reworded = Matching(
            old: [Passage(participant: "A", text: long, source: "a.txt", position: 0..<104)],
            new: [
                Passage(
                    participant: "A",
                    text: String(long.prefix(45)) + " before anybody knew what to say of it",
                    source: "a.txt",
                    position: 0..<90
                )
            ]
        )
        #expect(reworded.pairs.count == 1)
    }

    @Test("as much as it may, where there is too much to compare")
    func limits() {
        var speech = InventedSpeech(seed: 5)
        let old = speech.passages(40, people: 1)
        let new = old.map { passage("P0", $0.text + " Really so.") }
        #expect(Matching(old: old, new: new).pairs.count == 40)
        let little = Matching(old: old, new: new, limits: .init(letters: 2_000))
        #expect(little.isCutShort && little.pairs.count < 40)
        let hostile = [String](repeating: String(repeating: "a", count: 20_000), count: 60)
        let same = Matching(
            old: hostile.enumerated().map { passage("P", $1 + String($0)) },
            new: hostile.enumerated().map { passage("P", String($0) + $1) }
        )
        #expect(same.pairs.count + same.gone.count + same.ambiguities.flatMap(\.old).count == 60)
    }
}
