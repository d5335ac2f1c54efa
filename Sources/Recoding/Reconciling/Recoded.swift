import Study

/// A quote as a tool gave it: each selection once, with all its codes.
public struct RecodedQuote: Sendable, Hashable {
    /// Who said it, by the study's names.
    public var participant: ParticipantID
    /// The words.
    public var text: String
    /// The codes, by the tool's names.
    public var codes: [String]
    /// The document that it stands in.
    public var source: String?
    /// Where in the document.
    public var position: Range<Int>?
    /// What the tool calls it. Never trusted, as tools give new names at every export; kept for messages.
    public var toolID: String?

    /// A quote as a tool gave it.
    public init(
        participant: ParticipantID,
        text: String,
        codes: [String],
        source: String? = nil,
        position: Range<Int>? = nil,
        toolID: String? = nil
    ) {
        self.participant = participant
        self.text = text
        self.codes = codes
        self.source = source
        self.position = position
        self.toolID = toolID
    }
}

/// All that a tool gave.
public struct Recoded: Sendable {
    public var quotes: [RecodedQuote]
    /// Everybody whom the tool knows, quoted or not; nil if it cannot tell. Who is quoted in the study and not among
    /// them withdrew.
    public var participants: Set<ParticipantID>?
    /// The titles of codes that have one beside their name.
    public var titles: [String: String]

    /// All that a tool gave.
    public init(quotes: [RecodedQuote], participants: Set<ParticipantID>? = nil, titles: [String: String] = [:]) {
        self.quotes = quotes
        self.participants = participants
        self.titles = titles
    }
}

/// A quote that the study's files hold and do not publish.
public struct WithheldQuote: Sendable, Hashable {
    public var participant: ParticipantID
    public var text: String

    /// A quote that the study's files hold and do not publish.
    public init(participant: ParticipantID, text: String) {
        self.participant = participant
        self.text = text
    }
}

/// What a person decided where quotes could not be told apart.
public struct Decision: Sendable, Hashable {
    /// The quote of the study.
    public var quote: QuoteID
    /// Which of the recoded quotes it is, by its position; nil if it is none of them.
    public var recoded: Int?

    /// What a person decided.
    public init(quote: QuoteID, recoded: Int?) {
        self.quote = quote
        self.recoded = recoded
    }
}
