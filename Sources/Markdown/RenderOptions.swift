/// How a text becomes a part of a page.
public struct RenderOptions: Sendable {
    /// The level that `##` gets in the page, from 1. `#` gets the same, deeper headings follow, none beyond 6.
    public var topHeadingLevel: Int
    /// What the ids of headings and footnotes begin with. Two texts on one page need different ones.
    public var idPrefix: String
    /// Whether HTML in the text stands as it is, except for what the GFM tag filter disarms. Otherwise it is shown as text.
    public var allowsHTML: Bool
    /// Whether only what may stand within a paragraph comes out, without `<p>`.
    public var isInline: Bool
    /// Words for what a screen reader says.
    public var words: Words

    /// Options for a text.
    public init(
        topHeadingLevel: Int = 2,
        idPrefix: String = "",
        allowsHTML: Bool = false,
        isInline: Bool = false,
        words: Words = Words()
    ) {
        self.topHeadingLevel = topHeadingLevel
        self.idPrefix = idPrefix
        self.allowsHTML = allowsHTML
        self.isInline = isInline
        self.words = words
    }

    /// Words that are heard, or read where marks alone would not say enough.
    public struct Words: Sendable {
        /// Names the list of footnotes.
        public var footnotes: String
        /// Names a reference to a footnote; its number follows.
        public var footnote: String
        /// Names the way back from a footnote; the number of the reference follows.
        public var backToReference: String
        /// Stands for a ticked box.
        public var taskDone: String
        /// Stands for an empty box.
        public var taskOpen: String

        /// The words, in English unless told otherwise.
        public init(
            footnotes: String = "Footnotes",
            footnote: String = "Footnote",
            backToReference: String = "Back to reference",
            taskDone: String = "Done:",
            taskOpen: String = "To do:"
        ) {
            self.footnotes = footnotes
            self.footnote = footnote
            self.backToReference = backToReference
            self.taskDone = taskDone
            self.taskOpen = taskOpen
        }
    }
}
