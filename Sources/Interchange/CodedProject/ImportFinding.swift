import Diagnostics

/// Something that a person should know about a file that was read.
public struct ImportFinding: Sendable, Equatable {
    /// What kind of finding this is.
    public var rule: Rule
    /// One sentence without a full stop. It may quote a few words of a document.
    public var summary: String
    /// What to do about it, where that is known.
    public var help: String?
    /// How many selections, rows or documents it is about.
    public var count: Int
    /// The document that it is about, as an index into `documents`.
    public var document: Int?
    /// The line of the table that it is about, from 1, with the header as line 1.
    public var line: Int?

    /// A finding.
    public init(
        _ rule: Rule,
        _ summary: String,
        help: String? = nil,
        count: Int = 1,
        document: Int? = nil,
        line: Int? = nil
    ) {
        self.rule = rule
        self.summary = summary
        self.help = help
        self.count = count
        self.document = document
        self.line = line
    }

    /// The same for the reports of `Diagnostics`, about the file at a path.
    public func diagnostic(atPath path: String) -> Diagnostic {
        Diagnostic(rule, line.map { "line \($0): \(summary)" } ?? summary, at: .path(path), help: help)
    }
}
