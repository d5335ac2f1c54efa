import Diagnostics

/// A pseudonymous person in one stakeholder group.
public struct Participant: Sendable {
    public var id: ParticipantID
    public var group: GroupID
    /// The values of the study's attributes, in the order of `About.attributes`; empty where none was given.
    public var attributes: [String]
    public var place: Place

    public init(id: ParticipantID, group: GroupID, attributes: [String] = [], place: Place) {
        self.id = id
        self.group = group
        self.attributes = attributes
        self.place = place
    }
}

/// A verbatim excerpt of what one participant said. Plain text, never Markdown.
public struct Quote: Sendable {
    public var id: QuoteID
    public var participant: ParticipantID
    /// The themes that it supports, in the order of the codebook, each once.
    public var themes: [ThemeID]
    /// The words, as they were written down. A blank line parts paragraphs.
    public var text: String
    /// Where the words come from, such as an interview and a line.
    public var source: String?
    /// What a reader has to know to understand the words, such as the question that was asked.
    public var context: String?
    public var place: Place

    public init(
        id: QuoteID,
        participant: ParticipantID,
        themes: [ThemeID],
        text: String,
        source: String? = nil,
        context: String? = nil,
        place: Place
    ) {
        self.id = id
        self.participant = participant
        self.themes = themes
        self.text = text
        self.source = source
        self.context = context
        self.place = place
    }
}
