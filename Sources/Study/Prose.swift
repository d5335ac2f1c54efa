import Diagnostics

/// Markdown that a researcher wrote, with what it mentions.
public struct Prose: Sendable {
    /// The Markdown, without front matter.
    public var markdown: String
    /// Where it stands in its file.
    public var place: Place
    /// Whether it is one run of text that may not hold paragraphs, such as a claim.
    public var isInline: Bool
    /// What it links to, embeds and cites, in order.
    public var mentions: [Mention]

    public init(markdown: String, place: Place, isInline: Bool = false, mentions: [Mention] = []) {
        self.markdown = markdown
        self.place = place
        self.isInline = isInline
        self.mentions = mentions
    }

    /// A part of the study that prose speaks of.
    public struct Mention: Sendable {
        public var target: Target
        public var kind: Kind
        public var place: Place

        public init(target: Target, kind: Kind, place: Place) {
            self.target = target
            self.kind = kind
            self.place = place
        }
    }

    /// How prose speaks of a part of the study.
    public enum Kind: Sendable {
        /// A link to it.
        case link
        /// The whole of it, shown in place.
        case embed
        /// A citation of a work.
        case citation
    }
}

/// A part of the study that can be linked to.
public enum Target: Hashable, Sendable {
    case home
    case themes
    case theme(ThemeID)
    case quotes
    case quote(QuoteID)
    case groups
    case group(GroupID)
    case participants
    case participant(ParticipantID)
    case constructs
    case construct(ConstructID)
    case matrix
    case logicModel
    case box(BoxID)
    case theory
    case proposition(PropositionID)
    case guides
    case guide(GroupID)
    case page(PageID)
    case references
    case reference(ReferenceID)
}
