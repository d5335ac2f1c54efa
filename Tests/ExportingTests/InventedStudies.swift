import Diagnostics
import Study
import TestSupport

/// A place in no file in particular.
private let nowhere: Place = {
    var sources = Sources()
    return Place(source: sources.add(Source(path: "invented", text: [])), offset: 0, length: 0)
}()

/// A study in which some people say things on one theme. Nobody said any of this.
func invented(_ said: [(participant: String, text: String)]) -> Study {
    var people: [ParticipantID] = []
    for (participant, _) in said where !people.contains(ParticipantID(participant)) {
        people.append(ParticipantID(participant))
    }
    return Study(
        about: About(title: "Invented"),
        groups: [Group(id: GroupID("g"), title: "Group", singular: "member", place: nowhere)],
        themes: [Theme(id: ThemeID("t"), title: "Theme", place: nowhere)],
        participants: people.map { Participant(id: $0, group: GroupID("g"), place: nowhere) },
        quotes: said.enumerated().map { index, said in
            Quote(
                id: QuoteID("q\(index)"),
                participant: ParticipantID(said.participant),
                themes: [ThemeID("t")],
                text: said.text,
                place: nowhere
            )
        }
    )
}

/// Makes studies whose people speak as awkwardly as any format could fear.
struct AwkwardSpeech {
    private var random: SeededGenerator
    private let pieces = [
        "tea", "waiting", "I’d", "don't", "…", "...", "=", "+1", "'", "''=", "@", "<b>", "&amp;", "]]>", "\"", ";", ",",
        "|",
        "\n", "\n\n", "\t", "🙂", "👩‍💻", "👍🏽", "e\u{301}", "\u{308}", "שלום", "العربية", "日本語", "ü", "[they]", "(…)",
        "12:30",
        "BSR01", "\u{A0}", "\\", "/", "–", "—", "::", ">", "a.b", "#", "%", "𝔘𝔫𝔦", "\u{200D}",
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func text(pieces count: Int) -> String {
        let parts = (0..<count).map { _ in
            (pieces.randomElement(using: &random) ?? "") + (number(0...2) == 0 ? "" : " ")
        }
        let text = "\(number(0...999))" + parts.joined() + "."
        return number(0...3) == 0 ? "=" + text : text
    }

    private mutating func name(_ prefix: String, _ index: Int) -> String {
        let ends = ["", " é", " <&>", " \"x\"", " 🙂", ".b", "::c", " > d", " (e)"]
        return "\(prefix)\(index)" + (ends.randomElement(using: &random) ?? "")
    }

    /// A study.
    mutating func study() -> Study {
        let groups = (0..<number(1...4)).map { index in
            Group(id: GroupID("g\(index)"), title: name("Group ", index), singular: "one \(index)", place: nowhere)
        }
        var themes: [Theme] = []
        for index in 0..<number(1...12) {
            // Under one that stands on the way from the top to the theme before.
            var parent = themes.last
            for _ in 0..<number(0...2) { parent = parent?.parent.flatMap { id in themes.first { $0.id == id } } }
            themes.append(
                Theme(
                    id: ThemeID("t\(index)"),
                    title: name("Theme ", index),
                    parent: parent?.id,
                    depth: parent.map { $0.depth + 1 } ?? 0,
                    codes: number(0...1) == 0 ? [] : [name("code ", index)],
                    summary: number(0...1) == 0 ? nil : text(pieces: 5),
                    place: nowhere
                )
            )
        }
        let participants = (0..<number(1...9)).map { index in
            Participant(
                id: ParticipantID(name("P", index)),
                group: groups[number(0...(groups.count - 1))].id,
                attributes: [number(0...1) == 0 ? "" : text(pieces: 2)],
                place: nowhere
            )
        }
        let quotes = (0..<number(1...40)).map { index in
            Quote(
                id: QuoteID("q\(index)"),
                participant: participants[number(0...(participants.count - 1))].id,
                themes: themes.filter { _ in number(0...3) == 0 }.map(\.id),
                text: text(pieces: number(1...60)),
                source: number(0...2) == 0 ? "Interview \(index)" : nil,
                context: number(0...2) == 0 ? text(pieces: 4) : nil,
                place: nowhere
            )
        }
        return Study(
            about: About(title: name("Study ", 0), attributes: [About.Attribute(key: "age", label: "Age")]),
            groups: groups,
            themes: themes,
            participants: participants,
            quotes: quotes.filter { !$0.themes.isEmpty }
        )
    }
}
