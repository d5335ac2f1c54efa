import Markup

/// Knows what a text's links, images and citations mean in the page that is being made.
public protocol MarkdownResolver {
    /// Where a link leads. `destination` is as it was written; unless it has a scheme of the web, `%20` and the like
    /// are decoded. `#heading` links come here too: their `href` needs `RenderOptions.idPrefix`.
    func link(to destination: String, hasText: Bool) -> ResolvedLink

    /// A block for an image that stands alone in its paragraph; nil if it is an ordinary image or unknown.
    func embed(_ destination: String, alternative: String) -> HTML?

    /// The address of an image that belongs to the site; nil if there is none, and the image becomes a link.
    func image(_ destination: String) -> String?

    /// How one or more works are cited. `narrative` is for a citation that is a part of its sentence.
    func citation(_ items: [CitationItem], narrative: Bool) -> HTML
}

/// Where a link leads.
public enum ResolvedLink: Sendable {
    /// To a place in the site. The title is shown if the link has no text of its own.
    case link(href: String, title: HTML? = nil, className: String? = nil)
    /// Out of the site. Only `http`, `https`, `mailto` and `tel` come out as links.
    case external(href: String)
    /// Nowhere: only the text is shown.
    case text
}

/// One work in a citation: `see @adams2023, p. 3`.
public struct CitationItem: Sendable, Hashable {
    /// The key without `@`.
    public var key: String
    /// Text before the key: `see`.
    public var prefix: String
    /// Text after the key, without the comma between them: `p. 3`.
    public var suffix: String
    /// Whether the author is named in the sentence already: `-@adams2023`.
    public var suppressAuthor: Bool

    /// A work in a citation.
    public init(key: String, prefix: String = "", suffix: String = "", suppressAuthor: Bool = false) {
        self.key = key
        self.prefix = prefix
        self.suffix = suffix
        self.suppressAuthor = suppressAuthor
    }
}
