import Study

/// Some words of a participant, with what else is known of where they stand.
public struct Passage: Sendable, Hashable {
    /// Who said it.
    public var participant: ParticipantID
    /// The words.
    public var text: String
    /// What the words were coded with; only told apart from each other.
    public var codes: Set<String>
    /// The document that the words stand in.
    public var source: String?
    /// Where in the document; in whatever unit, as long as it is the same for both sides.
    public var position: Range<Int>?

    /// Some words of a participant.
    public init(
        participant: ParticipantID,
        text: String,
        codes: Set<String> = [],
        source: String? = nil,
        position: Range<Int>? = nil
    ) {
        self.participant = participant
        self.text = text
        self.codes = codes
        self.source = source
        self.position = position
    }

    /// Whether the two share words of one document, so far as is known.
    func meets(_ other: Passage) -> Bool {
        guard let source, source == other.source, let position, let theirs = other.position else { return false }
        return position.overlaps(theirs)
    }

    /// An order that rests on nothing but what the passages say.
    static func inOrder(_ left: Passage, _ right: Passage) -> Bool {
        if left.participant != right.participant { return left.participant < right.participant }
        if left.text != right.text { return left.text < right.text }
        let (leftSource, rightSource) = (left.source ?? "", right.source ?? "")
        if leftSource != rightSource { return leftSource < rightSource }
        let (leftStart, rightStart) = (left.position?.lowerBound ?? -1, right.position?.lowerBound ?? -1)
        if leftStart != rightStart { return leftStart < rightStart }
        return left.codes.sorted().lexicographicallyPrecedes(right.codes.sorted())
    }
}

/// What became of the words of a quote that was recognised again.
public enum Rewording: String, Sendable, Hashable, CaseIterable {
    /// The same words, but perhaps for spaces and line breaks.
    case same
    /// Letters or punctuation were corrected.
    case mended
    /// Words were taken away at the ends.
    case trimmed
    /// Words were added at the ends.
    case extended
    /// The ends were moved, one inwards and one outwards.
    case redrawn
}
