import Diagnostics
import Fingerprints

/// Markdown that a researcher wrote, with what it mentions.
public struct Prose: Sendable {
    /// The Markdown, without front matter.
    public let markdown: String
    /// The fingerprint of the Markdown.
    public let content: Fingerprint
    /// Where it stands in its file.
    public var place: Place
    /// Whether it is one run of text that may not hold paragraphs, such as a claim.
    public var isInline: Bool
    /// What it links to, embeds and cites, in order.
    public var mentions: [Mention]
    /// The folder of its file inside the study's, which its relative paths start from; empty for the study's own.
    public var folder: String
    /// Its words without marks, for titles, lists and search. Paragraphs are separated by line ends.
    public var plainText: String { words.text }

    private let words: PlainText

    /// Prose from its parts; `content` is the fingerprint of the Markdown, if that is known already.
    public init(
        markdown: String,
        content: Fingerprint? = nil,
        words: PlainText,
        place: Place,
        isInline: Bool = false,
        mentions: [Mention] = [],
        folder: String = ""
    ) {
        self.markdown = markdown
        self.content = content ?? Fingerprint { $0.add(markdown) }
        self.words = words
        self.place = place
        self.isInline = isInline
        self.mentions = mentions
        self.folder = folder
    }

    /// A relative path that the prose names, as a path inside the study's folder; nil if it leads out of it.
    public static func path(_ written: String, from folder: String) -> String? {
        guard !written.hasPrefix("/"), !written.contains("\\"), !written.contains("\0") else { return nil }
        var parts = folder.split(separator: "/").map(String.init)
        for part in written.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    /// A part of the study that prose speaks of.
    public struct Mention: Equatable, Sendable {
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
    public enum Kind: Int, Sendable {
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
    case report
    case downloads
    /// What changed since the latest release.
    case changes
    case reference(ReferenceID)
}
