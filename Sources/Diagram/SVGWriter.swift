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
        // No line runs over what an arrow says.
        for arrow in layout.arrows { writeLabel(of: arrow) }
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
        let border = isStandalone ? SVGStyle.border : 0
        let width = layout.width + 2 * border
        let height = layout.height + 2 * border
        attribute("viewBox", "\(-border) \(-border) \(width) \(height)")
        attribute("width", "\(width)")
        attribute("height", "\(height)")
        // Whatever the page around it: lines of text start where they were measured from.
        attribute("direction", layout.readsRightToLeft ? "rtl" : "ltr")
        attribute("font-family", SVGStyle.fonts)
        if !isStandalone && !layout.title.isEmpty {
            attribute("role", "group")
            attribute("aria-label", layout.title)
        }
        raw(">\n")
        guard isStandalone else { return }
        if !layout.title.isEmpty {
            raw("<title>")
            text(layout.title)
            raw("</title>\n")
        }
        raw(SVGStyle.sheet)
        raw("<rect class=\"diagram-background\"")
        frame(DiagramLayout.Frame(x: -border, y: -border, width: width, height: height))
        raw(" fill=\"#fff\"/>\n")
    }

    private mutating func write(_ heading: DiagramLayout.Heading) {
        write(heading.lines, class: "diagram-column-title", size: layout.metrics.headingSize, isBold: true)
        raw("\n")
    }

    private mutating func write(_ box: DiagramLayout.PlacedBox) {
        let isLink = !isStandalone && !box.href.isEmpty
        raw(isLink ? "<a class=\"diagram-link\"" : "<g class=\"diagram-link\"")
        if isLink { attribute("href", box.href) }
        attribute("data-box", box.id)
        if isLink && !box.accessibleLabel.isEmpty { attribute("aria-label", box.accessibleLabel) }
        raw("><rect class=\"diagram-box\"")
        frame(box.frame)
        raw(" rx=\"6\" fill=\"#fff\" stroke=\"#6b7280\"/>")
        write(box.title, class: "diagram-box-title", size: layout.metrics.titleSize, isBold: true)
        // So that what is read aloud holds the words as they are seen.
        if !box.title.isEmpty && !box.detail.isEmpty { raw(" ") }
        write(box.detail, class: "diagram-detail", size: layout.metrics.detailSize, isBold: false)
        raw(isLink ? "</a>\n" : "</g>\n")
    }

    private mutating func write(_ lines: [DiagramLayout.Line], class name: String, size: Int, isBold: Bool) {
        guard !lines.isEmpty else { return }
        raw("<text class=\"\(name)\" font-size=\"\(size)\"")
        if isBold { raw(" font-weight=\"600\"") }
        raw(">")
        write(lines)
        raw("</text>")
    }

    private mutating func write(_ lines: [DiagramLayout.Line]) {
        for (index, line) in lines.enumerated() {
            raw("<tspan x=\"\(line.start.x)\" y=\"\(line.start.y)\">")
            text(line.text)
            raw("</tspan>")
            // So that the words of two lines are not read, searched or copied as one.
            if index + 1 < lines.count { raw(" ") }
        }
    }

    // MARK: - Arrows

    private mutating func write(_ arrow: DiagramLayout.PlacedArrow) {
        guard let head = ArrowHead(arrow) else { return }
        raw(arrow.isFeedback ? "<g class=\"diagram-arrow diagram-feedback\"" : "<g class=\"diagram-arrow\"")
        raw(arrow.isFeedback ? " color=\"#9a3412\"" : " color=\"#4b5563\"")
        ends(of: arrow)
        raw(
            "><path class=\"diagram-line\" d=\"\(head.line)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\""
        )
        if arrow.isFeedback { raw(" stroke-dasharray=\"5 4\"") }
        // What leads on ends in a full head, what leads back in an open one: not by colour alone.
        raw("/><path class=\"diagram-head\" d=\"\(head.outline)\"")
        raw(
            arrow.isFeedback
                ? " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/></g>\n"
                : " fill=\"currentColor\"/></g>\n"
        )
    }

    private mutating func writeLabel(of arrow: DiagramLayout.PlacedArrow) {
        guard let label = arrow.label else { return }
        if isStandalone {
            // Programs for slides do not know how to paint a line around letters below them.
            raw("<rect class=\"diagram-label-ground\"")
            frame(label.frame)
            raw(" fill=\"#fff\"/>")
        }
        raw("<text class=\"diagram-label\"")
        ends(of: arrow)
        raw(" font-size=\"\(layout.metrics.labelSize)\" text-anchor=\"middle\">")
        write(label.lines)
        raw("</text>\n")
    }

    private mutating func ends(of arrow: DiagramLayout.PlacedArrow) {
        attribute("data-from", arrow.from)
        attribute("data-to", arrow.to)
    }

    // MARK: - Pieces

    private mutating func raw(_ markup: String) { bytes.append(utf8: markup) }

    private mutating func text(_ text: String) { bytes.appendEscaped(Sanitised.text(text)) }

    private mutating func attribute(_ name: String, _ value: String) {
        raw(" \(name)=\"")
        text(value)
        raw("\"")
    }

    private mutating func frame(_ frame: DiagramLayout.Frame) {
        raw(" x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" height=\"\(frame.height)\"")
    }
}
