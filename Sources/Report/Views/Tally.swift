import Templates

/// How much evidence there is, in numbers and in words.
struct Tally: TemplateData {
    let quotes: Int
    let participants: Int
    let groups: Int
    /// `12 quotes`
    let quotesText: String
    /// `7 participants`
    let participantsText: String
    /// `12 quotes from 7 participants`, or that there are none.
    let sentence: String

    init(quotes: Int, participants: Int, groups: Int, phrases: Phrases) {
        self.quotes = quotes
        self.participants = participants
        self.groups = groups
        quotesText = phrases.count(.quotes, quotes)
        participantsText = phrases.count(.participants, participants)
        sentence =
            quotes == 0
            ? phrases.text(.noQuotes)
            : phrases.text(.quotesFromParticipants, ["quotes": quotesText, "participants": participantsText])
    }

    static let fields: Fields<Tally> = [
        .number("quotes") { $0.quotes },
        .number("participants") { $0.participants },
        .number("groups") { $0.groups },
        .text("quotesText") { $0.quotesText },
        .text("participantsText") { $0.participantsText },
        .text("sentence") { $0.sentence },
        .flag("isEmpty") { $0.quotes == 0 },
    ]
}
