import Markup

/// Writes the elements of a drawing.
struct SVGWriter {
    private(set) var bytes: [UInt8] = []
    private let layout: DiagramLayout
    private let isStandalone: Bool

    init(_ layout: DiagramLayout, isStandalone: Bool) {
        self.layout = layout
        self.isStandalone = isStandalone
    }

    mutating func write() {
        writeStart()
        raw("<g class=\"diagram-arrows\" aria-hidden=\"true\">\n")
        // What leads back lies below what leads on.
        for arrow in layout.arrows where arrow.isFeedback { write(arrow) }
        for arrow in layout.arrows where !arrow.isFeedback { write(arrow) }
        raw("</g>\n")
        var headings = layout.headings[...]
        for box in layout.boxes {
            while let heading = headings.first, heading.column <= box.column {
                write(heading)
                headings = headings.dropFirst()
            }
            write(box)
        }
        for heading in headings { write(heading) }
        raw("</svg>\n")
    }

    private mutating func writeStart() {
        if isStandalone { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"logic-diagram\"")
        attribute("data-direction", layout.direction == .across ? "across" : "down")
        let border = isStandalone ? SVGStyle.border : 0
        let width = layout.width + 2 * border
        let height = layout.height + 2 * border + (isStandalone ? titleHeight : 0)
        attribute("viewBox", "0 0 \(width) \(height)")
        attribute("width", width)
        attribute("height", height)
        // Whatever the page around it: the lines of text start where they were measured from.
        attribute("direction", layout.readsRightToLeft ? "rtl" : "ltr")
        if isStandalone {
            raw(">\n")
            if !layout.title.isEmpty {
                raw("<title>")
                text(layout.title)
                raw("</title>\n")
            }
            raw(SVGStyle.sheet)
            raw("<rect class=\"diagram-background\" width=\"\(width)\" height=\"\(height)\"/>\n")
            writeTitle(border: border)
            raw("<g transform=\"translate(\(border) \(border + titleHeight))\">\n")
        } else {
            attribute("font-family", SVGStyle.fonts)
            if !layout.title.isEmpty {
                attribute("role", "group")
                attribute("aria-label", layout.title)
            }
            raw(">\n")
        }
    }
}
