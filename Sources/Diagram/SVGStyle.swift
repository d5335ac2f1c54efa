/// What a drawing looks like where no style sheet of a page says so.
enum SVGStyle {
    /// The fonts of the common systems. Nothing is loaded.
    static let fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

    /// White space around a drawing that is a file of its own.
    static let border = 24

    /// The styles of a file of its own. Attributes on the elements say the rest.
    static let sheet = """
        <style>
        .diagram-column-title { fill: #374151 }
        .diagram-box { fill: #f8fafc; stroke: #64748b }
        .diagram-box-title { fill: #111827 }
        .diagram-detail, .diagram-label { fill: #4b5563 }
        </style>

        """
}
