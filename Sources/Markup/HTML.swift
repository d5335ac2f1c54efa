/// Markup that may stand in a page as it is. Everything else is text and gets escaped.
///
/// There are two ways to get one: by escaping a text, which is always safe, and by vouching for markup that
/// Verbatim itself made.
public struct HTML: Sendable, Hashable {
    /// The markup, in UTF-8.
    public var bytes: [UInt8]

    /// No markup.
    public init() { bytes = [] }

    /// A text as markup: what has a meaning in HTML is escaped.
    public init(text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }

    /// Markup that the caller made and answers for. Never pass anything that came from a file of the study.
    public init(trusted bytes: [UInt8]) { self.bytes = bytes }

    /// Markup that the caller made and answers for. Never pass anything that came from a file of the study.
    public init(trusted markup: String) { bytes = Array(markup.utf8) }

    /// Whether there is nothing.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Puts other markup after this.
    public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    /// The markup as a string, for tests and small uses.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML: CustomStringConvertible {}
