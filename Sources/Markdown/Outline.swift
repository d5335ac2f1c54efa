import Diagnostics

/// What a text says about its structure and about other parts of the study, with places: what checks need to know.
/// Everything stands in the order of the text; footnotes come last.
public struct Outline: Sendable {
    /// Links and images.
    public internal(set) var links: [Link] = []
    /// Citations, one for each key.
    public internal(set) var citations: [Citation] = []
    /// Headings at any depth.
    public internal(set) var headings: [Heading] = []
    /// The blocks at the top of the text, such as an interview guide's headings and lists.
    public internal(set) var blocks: [Block] = []
    /// HTML that is not a comment.
    public internal(set) var rawHTML: [Place] = []
    /// Footnotes that lack one of their two halves.
    public internal(set) var footnoteProblems: [FootnoteProblem] = []
    /// The words of the text, for search and to see whether there are any. Paragraphs are separated by line ends.
    public internal(set) var plainText = ""
    /// Set if the text is not taken as Markdown but shown as it is, because it is too long or too deeply nested.
    public internal(set) var isTooLong = false

    /// A link or an image.
    public struct Link: Sendable, Hashable {
        /// Where it leads, as the resolver gets it when the text is rendered.
        public var destination: String
        /// Whether it is an image: `![](quote:c4-1)`.
        public var isEmbed: Bool
        /// Whether it shows no text of its own: `[](theme:trust)`.
        public var isEmptyText: Bool
        /// Whether it is an image and the only thing in a paragraph at the top of the text, so that a block can take
        /// its place.
        public var standsAlone: Bool
        /// The destination where it could be found; else the opening bracket or the line.
        public var place: Place
    }

    /// The mention of a work by its key: `[@reeves2024]` or `@adams2023`.
    public struct Citation: Sendable, Hashable {
        /// The key without `@`.
        public var key: String
        /// Whether it stands in brackets or in the sentence.
        public var form: Form
        /// The `@` and the key.
        public var place: Place

        /// How a work is cited.
        public enum Form: Sendable {
            /// In brackets: `[@reeves2024]`.
            case parenthetical
            /// As a part of the sentence: `@adams2023 found`.
            case narrative
        }
    }

    /// A heading.
    public struct Heading: Sendable, Hashable {
        /// 1 for `#` to 6.
        public var level: Int
        /// Its words.
        public var plainText: String
        /// What `#…` links to it: unique within the text; the id of the element without `RenderOptions.idPrefix`.
        public var anchor: String
        /// The line, or the lines, without the line end.
        public var place: Place
    }

    /// A block at the top of the text.
    public enum Block: Sendable, Hashable {
        /// A heading.
        case heading(Heading)
        /// A list with all its items, those of lists within it too.
        case list([ListItem])
        /// Anything else.
        case other(Place)
    }

    /// An item of a list.
    public struct ListItem: Sendable, Hashable {
        /// Its words, without those of lists within it.
        public var plainText: String
        /// 0 for an item of the list itself, 1 for one of a list within it, and so on.
        public var depth: Int
        /// Its content without the mark and without lists within it. Lines but the first may be indented there.
        public var place: Place
    }

    /// A footnote that lacks its other half.
    public struct FootnoteProblem: Sendable, Hashable {
        /// What is wrong.
        public var kind: Kind
        /// The label between `[^` and `]`.
        public var label: String
        /// The label with its brackets.
        public var place: Place

        /// What may be wrong with a footnote.
        public enum Kind: Sendable {
            /// `[^x]` without a `[^x]: …`; readers see the brackets.
            case undefined
            /// `[^x]: …` without a `[^x]`; readers do not see it.
            case unused
            /// A second `[^x]: …`; readers do not see it.
            case duplicate
        }
    }
}
