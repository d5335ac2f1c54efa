import Recoding
import Study
import TestSupport

/// Invented passages. Nobody said any of this.
struct InventedSpeech {
    var random: SeededGenerator
    private let words = """
        we the team meeting service always sometimes never really helps people trust someone listens waiting room \
        morning visit support worker clinic garden coffee talk about hope recovery plan review because although \
        together office phone quiet afternoon difficult easier slowly understand question answer story friend family \
        street bus shelter winter summer change keep start stop notice remember forget bring carry open close door
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func word() -> String { words.randomElement(using: &random) ?? "" }

    mutating func sentence(_ count: Int) -> String {
        let text = (0..<count).map { _ in word() }.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// Some sentences of one person.
    mutating func text(sentences: Int = 4) -> String {
        (0..<sentences).map { _ in sentence(Int.random(in: 6...12, using: &random)) }.joined(separator: " ")
    }

    /// So many passages of so many participants, all different.
    mutating func passages(_ count: Int, people: Int) -> [Passage] {
        (0..<count).map { index in
            Passage(
                participant: ParticipantID("P\(index % people)"),
                text: text(sentences: Int.random(in: 3...6, using: &random)),
                codes: [word()]
            )
        }
    }

    /// The text with some letters changed, dropped or doubled.
    mutating func withSlips(_ text: String, _ count: Int) -> String {
        var characters = Array(text)
        for _ in 0..<count {
            let place = Int.random(in: 1..<(characters.count - 1), using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: characters[place] = "x"
            case 1: characters.remove(at: place)
            default: characters.insert(characters[place], at: place)
            }
        }
        return String(characters)
    }

    /// The text without some words at one end or both.
    mutating func trimmed(_ text: String) -> String {
        let words = text.split(separator: " ")
        let most = words.count / 3
        let start = Int.random(in: 0...most, using: &random)
        let end = Int.random(in: (start == 0 ? 1 : 0)...most, using: &random)
        return words.dropFirst(start).dropLast(end).joined(separator: " ")
    }
}
