import Markup

/// Writes a layout as SVG.
///
/// What a style sheet can take hold of:
///
///     svg.logic-diagram
///       g.diagram-arrows
///         g.diagram-arrow[.diagram-feedback][data-from][data-to]
///           path.diagram-line, path.diagram-head
///         text.diagram-label[data-from][data-to]
///       text.diagram-column-title
///       a.diagram-link[data-box]
///         rect.diagram-box, text.diagram-box-title, text.diagram-detail
///
/// Lines and heads take the colour of their arrow (`currentColor`). A label lies on its arrow: the style sheet gives it a
/// stroke of the colour of the page, with `paint-order: stroke`. There are no ids, so several drawings may stand in a page.
/// A style sheet must leave the font sizes as they are, and should give the whole `max-width: 100%; height: auto`.
public enum SVG {
    /// For a page: no styles of its own beyond attributes that any style sheet overrides, and boxes that are links, in reading
    /// order.
    public static func inline(_ layout: DiagramLayout) -> HTML {
        var writer = SVGWriter(layout, isStandalone: false)
        writer.write()
        return HTML(trusted: writer.bytes)
    }

    /// A file of its own, for slides and documents: with its own styles, a title and no links. It is well-formed XML.
    public static func standalone(_ layout: DiagramLayout) -> HTML {
        var writer = SVGWriter(layout, isStandalone: true)
        writer.write()
        return HTML(trusted: writer.bytes)
    }
}
