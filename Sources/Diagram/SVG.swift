import Markup

/// Writes a layout as SVG.
///
/// What a style sheet can take hold of:
///
///     svg.logic-diagram[.diagram-large]
///       g.diagram-arrows
///         path.diagram-ground
///         g.diagram-arrow[.diagram-feedback][data-from][data-to]
///           path.diagram-line, path.diagram-head, path.diagram-hit
///         g.diagram-label[data-from][data-to]
///           rect.diagram-label-ground, text
///       text.diagram-column-title, path.diagram-rule
///       a.diagram-link[data-box]
///         rect.diagram-box, text.diagram-box-title, text.diagram-detail
///       a.diagram-link + g.diagram-shares
///         path.group-1[.diagram-silent], text.diagram-number
///
/// A ground lies below the arrows to one box, in the colour of the page: it makes the gaps where lines cross. The hit is the line
/// once more, unseen and wide, to be pointed at. A mark is hollow where its group is silent. A drawing is large when its texts
/// would be too small on one printed page.
///
/// A label lies on its arrow, on a ground in the colour of the page too. There are no ids, so several drawings may stand in a
/// page. A style sheet must leave the font sizes as they are, and should let the drawing keep its natural size, at which every
/// text has at least twelve pixels.
public enum SVG {
    /// For a page: no styles of its own beyond attributes that any style sheet overrides, and boxes that are links, in reading
    /// order. The style sheet gives marks and texts their colours.
    public static func inline(_ layout: DiagramLayout) -> HTML {
        var writer = SVGWriter(layout, isStandalone: false)
        writer.write()
        return HTML(trusted: writer.bytes)
    }

    /// A file of its own, for slides and documents: with a title, what its signs mean, and no links. It is
    /// well-formed XML without a style sheet, variables or anything else that such programs may not know.
    public static func standalone(_ layout: DiagramLayout) -> HTML {
        var writer = SVGWriter(layout, isStandalone: true)
        writer.write()
        return HTML(trusted: writer.bytes)
    }
}
