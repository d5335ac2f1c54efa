import Recoding
import Study
import Testing

/// Invented studies, changed at random in ways that must not cost a quote its name.
@Suite("Whatever the seed, matching")
struct MatchingPropertyTests {
    private static let seeds: [UInt64] = Array(1...12)

    /// The new passages in an order of their own, and where each old one is among them.
    private func shuffled(_ passages: [Passage], _ speech: inout InventedSpeech) -> (new: [Passage], place: [Int]) {
        let order = passages.indices.shuffled(using: &speech.random)
        var place = [Int](repeating: 0, count: order.count)
        for (position, index) in order.enumerated() { place[index] = position }
        return (order.map { passages[$0] }, place)
    }

    @Test("keeps every quote through reordering, other codes, trimming and slips", arguments: seeds)
    func kept(_ seed: UInt64) {
        var speech = InventedSpeech(seed: seed)
        let old = speech.passages(300, people: 9)
        var changed = old
        for index in changed.indices {
            changed[index].codes = ["another"]
            switch index % 5 {
            case 0: changed[index].text = speech.trimmed(changed[index].text)
            case 1: changed[index].text = speech.withSlips(changed[index].text, 4)
            case 2: changed[index].text += " " + speech.sentence(6)
            case 3: changed[index].text = speech.withSlips(speech.trimmed(changed[index].text), 3)
            default: break
            }
        }
        let (new, place) = shuffled(changed, &speech)
        let matching = Matching(old: old, new: new)
        let wrong = matching.pairs.filter { $0.new != place[$0.old] }
        #expect(wrong == [])
        #expect(Set(old.indices).subtracting(matching.pairs.map(\.old)).sorted() == [])
        #expect(matching.gone.isEmpty && matching.added.isEmpty)
    }

    @Test("says of every quote what became of it, once, though people say the same things again", arguments: seeds)
    func accounted(_ seed: UInt64) {
        var speech = InventedSpeech(seed: seed)
        let long = speech.passages(12, people: 1).map(\.text)
        let words = long + ["Yes.", "Yes. 🙂", "No", "No.", "🙂", "I do.", "I do. I do."] + long.map { $0 + " Yes." }
        func round() -> [Passage] {
            (0..<60).map { _ in
                Passage(
                    participant: "A",
                    text: words.randomElement(using: &speech.random) ?? "",
                    codes: [["x", "y", "z"].randomElement(using: &speech.random) ?? ""]
                )
            }
        }
        let (old, new) = (round(), round())
        let matching = Matching(old: old, new: new)
        let before =
            matching.pairs.map(\.old) + matching.splits.map(\.old) + matching.merges.flatMap(\.old)
            + matching.ambiguities.flatMap(\.old) + matching.gone
        let after =
            matching.pairs.map(\.new) + matching.splits.flatMap(\.new) + matching.merges.map(\.new)
            + matching.ambiguities.flatMap(\.new) + matching.added
        #expect(before.sorted() == Array(old.indices))
        #expect(after.sorted() == Array(new.indices))
    }

    @Test("recognises splits and merges among quotes that stay, and what is gone and new", arguments: seeds)
    func divided(_ seed: UInt64) {
        var speech = InventedSpeech(seed: seed)
        let old = speech.passages(120, people: 4)
        var changed: [Passage] = []
        var splits: [Int: [Int]] = [:]
        for (index, passage) in old.enumerated() {
            guard index % 10 == 3 else {
                if index % 10 != 7 { changed.append(passage) }
                continue
            }
            let words = passage.text.split(separator: " ")
            let cut = words.count * Int.random(in: 30...70, using: &speech.random) / 100
            splits[index] = [changed.count, changed.count + 1]
            for part in [words.prefix(cut), words.dropFirst(cut)] {
                changed.append(Passage(participant: passage.participant, text: part.joined(separator: " ")))
            }
        }
        let fresh = speech.passages(8, people: 4)
        let (new, place) = shuffled(changed + fresh, &speech)
        let forward = Matching(old: old, new: new)
        #expect(forward.splits.map(\.old) == splits.keys.sorted())
        for split in forward.splits { #expect(split.new == splits[split.old]?.map { place[$0] }.sorted()) }
        #expect(forward.gone == old.indices.filter { $0 % 10 == 7 })
        #expect(forward.added == place.suffix(8).sorted())
        // Read backwards, every split is a merge.
        let backward = Matching(old: new, new: old)
        #expect(backward.merges.map(\.new) == splits.keys.sorted())
        for merge in backward.merges { #expect(merge.old == splits[merge.new]?.map { place[$0] }.sorted()) }
    }

    @Test("does not depend on the order of what it is given", arguments: seeds)
    func deterministic(_ seed: UInt64) {
        var speech = InventedSpeech(seed: seed)
        let old = speech.passages(60, people: 3)
        let changed = old.map { passage in
            var passage = passage
            passage.text = speech.withSlips(speech.trimmed(passage.text), 3)
            return passage
        }
        func named(_ old: [Passage], _ new: [Passage]) -> Set<[String]> {
            let matching = Matching(old: old, new: new)
            return Set(matching.pairs.map { [old[$0.old].text, new[$0.new].text, $0.rewording.rawValue] })
        }
        let first = named(old, changed)
        #expect(first.count > 50)
        #expect(named(old.shuffled(using: &speech.random), changed.shuffled(using: &speech.random)) == first)
    }
}
