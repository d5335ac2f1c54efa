import Markup

/// Writes the elements of a drawing.
struct SVGWriter {
    private var out: SVGPieces
    private let layout: DiagramLayout
    private let isStandalone: Bool
    private let key: KeyLayout

    var bytes: [UInt8] { out.bytes }

    init(_ layout: DiagramLayout, isStandalone: Bool) {
        self.layout = layout
        self.isStandalone = isStandalone
        out = SVGPieces(isStandalone: isStandalone)
        key = KeyLayout(layout, top: layout.height + SVGStyle.border)
    }

    mutating func write() {
        writeStart()
        out.raw("<g class=\"diagram-arrows\" aria-hidden=\"true\">\n")
        // What leads back lies below what leads on.
        write(layout.arrows.filter(\.isFeedback))
        write(layout.arrows.filter { !$0.isFeedback })
        // No line runs over what an arrow says.
        for arrow in layout.arrows { writeLabel(of: arrow) }
        out.raw("</g>\n")
        var headings = layout.headings[...]
        for box in layout.boxes {
            while let heading = headings.first, heading.column <= box.column {
                write(heading)
                headings = headings.dropFirst()
            }
            write(box)
        }
        for heading in headings { write(heading) }
        if isStandalone { writeKey() }
        out.raw("</svg>\n")
    }

    private mutating func writeStart() {
        if isStandalone { out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"logic-diagram")
        out.raw(layout.fitsOnePage ? "\"" : " diagram-large\"")
        let border = isStandalone ? SVGStyle.border : 0
        let width = layout.width + 2 * border
        var height = layout.height + 2 * border
        if isStandalone && key.height > 0 { height += key.height + border }
        out.attribute("viewBox", "\(-border) \(-border) \(width) \(height)")
        out.attribute("width", "\(width)")
        out.attribute("height", "\(height)")
        // Whatever the page around it: lines of text start where they were measured from.
        out.attribute("direction", layout.readsRightToLeft ? "rtl" : "ltr")
        out.attribute("font-family", isStandalone ? SVGStyle.standaloneFonts : SVGStyle.fonts)
        if !isStandalone && !layout.title.isEmpty {
            out.attribute("role", "group")
            out.attribute("aria-label", layout.title)
        }
        out.raw(">\n")
        guard isStandalone else { return }
        for (name, content) in [("title", layout.title), ("desc", layout.description)] where !content.isEmpty {
            out.raw("<\(name)>")
            out.text(content)
            out.raw("</\(name)>\n")
        }
        out.raw("<rect class=\"diagram-background\"")
        out.frame(DiagramLayout.Frame(x: -border, y: -border, width: width, height: height))
        out.raw(" fill=\"\(SVGStyle.ground)\"/>\n")
    }

    private mutating func write(_ heading: DiagramLayout.Heading) {
        out.text(
            heading.lines,
            class: "diagram-column-title",
            size: layout.metrics.headingSize,
            colour: SVGStyle.ink,
            isBold: true
        )
        if let start = heading.rule.first, let end = heading.rule.last {
            out.raw("<path class=\"diagram-rule\" d=\"M\(start.x) \(start.y)L\(end.x) \(end.y)\"")
            out.raw(" fill=\"none\" stroke=\"\(SVGStyle.rule)\" stroke-width=\"2\"/>")
        }
        out.raw("\n")
    }

    private mutating func write(_ box: DiagramLayout.PlacedBox) {
        let isLink = !isStandalone && !box.href.isEmpty
        out.raw(isLink ? "<a class=\"diagram-link\"" : "<g class=\"diagram-link\"")
        if isLink { out.attribute("href", box.href) }
        out.attribute("data-box", box.id)
        if isLink && !box.accessibleLabel.isEmpty { out.attribute("aria-label", box.accessibleLabel) }
        out.raw("><rect class=\"diagram-box\"")
        out.frame(box.frame)
        out.raw(" rx=\"6\" fill=\"\(SVGStyle.ground)\" stroke=\"\(SVGStyle.boxLine)\"/>")
        let sizes = layout.metrics
        out.text(box.title, class: "diagram-box-title", size: sizes.titleSize, colour: SVGStyle.ink, isBold: true)
        // So that what is read aloud holds the words as they are seen.
        if !box.title.isEmpty && !box.detail.isEmpty { out.raw(" ") }
        out.text(box.detail, class: "diagram-detail", size: sizes.detailSize, colour: SVGStyle.softInk)
        out.raw(isLink ? "</a>" : "</g>")
        write(box.shares)
        out.raw("\n")
    }

    /// Numbers without words are only for the eye. So they are no part of the link's name, and stand after it.
    private mutating func write(_ shares: [DiagramLayout.Share]) {
        guard !shares.isEmpty else { return }
        out.raw("<g class=\"diagram-shares\" aria-hidden=\"true\">")
        for share in shares { out.mark(of: share.group, at: share.mark, isSilent: share.count == 0) }
        out.text(
            shares.map(\.number),
            class: "diagram-number",
            size: layout.metrics.detailSize,
            colour: SVGStyle.softInk
        )
        out.raw("</g>")
    }

    // MARK: - Arrows

    /// Where many lines meet, thinner ones are easier to follow.
    private var isDense: Bool { layout.arrows.count > 60 }
    private var lineWidth: String { isDense ? "1.25" : "1.5" }

    /// The arrows to one box follow each other, on a common ground in the colour of the page: it leaves a gap where they
    /// cross others, and none where they come together.
    private mutating func write(_ arrows: [DiagramLayout.PlacedArrow]) {
        var targets: [String] = []
        var members: [String: [(arrow: DiagramLayout.PlacedArrow, head: ArrowHead)]] = [:]
        for arrow in arrows {
            guard let head = ArrowHead(arrow) else { continue }
            if members[arrow.to] == nil { targets.append(arrow.to) }
            members[arrow.to, default: []].append((arrow, head))
        }
        for target in targets {
            let members = members[target] ?? []
            out.raw("<path class=\"diagram-ground\" d=\"\(members.map(\.head.line).joined())\"")
            out.raw(" fill=\"none\" stroke=\"\(SVGStyle.ground)\" stroke-width=\"\(isDense ? 4 : 5)\"/>\n")
            for (arrow, head) in members { write(arrow, head) }
        }
    }

    private mutating func write(_ arrow: DiagramLayout.PlacedArrow, _ head: ArrowHead) {
        out.raw(arrow.isFeedback ? "<g class=\"diagram-arrow diagram-feedback\"" : "<g class=\"diagram-arrow\"")
        out.strokes(isFeedback: arrow.isFeedback, width: lineWidth)
        ends(of: arrow)
        out.raw(">")
        out.arrow(head, isFeedback: arrow.isFeedback)
        if !isStandalone {
            // Nobody can see it; it is there to be pointed at.
            out.raw("<path class=\"diagram-hit\" d=\"\(head.line)\" stroke=\"none\"/>")
        }
        out.raw("</g>\n")
    }

    private mutating func writeLabel(of arrow: DiagramLayout.PlacedArrow) {
        guard let label = arrow.label else { return }
        out.raw("<g class=\"diagram-label\"")
        ends(of: arrow)
        // Without a ground the line would show between the words.
        out.raw("><rect class=\"diagram-label-ground\"")
        out.frame(label.frame)
        out.raw(" fill=\"\(SVGStyle.ground)\"/>")
        out.raw("<text font-size=\"\(layout.metrics.labelSize)\" text-anchor=\"middle\" fill=\"\(SVGStyle.softInk)\">")
        out.spans(label.lines)
        out.raw("</text></g>\n")
    }

    private mutating func ends(of arrow: DiagramLayout.PlacedArrow) {
        out.attribute("data-from", arrow.from)
        out.attribute("data-to", arrow.to)
    }

    // MARK: - Key

    private mutating func writeKey() {
        guard !key.items.isEmpty else { return }
        out.raw("<g class=\"diagram-key\">\n")
        for item in key.items {
            switch item.sign {
            case .group(let group): out.mark(of: group, at: item.frame, isSilent: false)
            case .forward, .feedback:
                writeSample(in: item.frame, isFeedback: item.sign == .feedback)
            }
            out.text([item.text], class: "diagram-detail", size: layout.metrics.detailSize, colour: SVGStyle.ink)
            out.raw("\n")
        }
        out.raw("</g>\n")
    }

    /// An arrow in the direction of reading.
    private mutating func writeSample(in frame: DiagramLayout.Frame, isFeedback: Bool) {
        let ends = [frame.x, frame.maxX].map { DiagramLayout.Point(x: $0, y: frame.midY) }
        let points = layout.readsRightToLeft ? ends.reversed() : ends
        guard let head = ArrowHead(.init(from: "", to: "", isFeedback: isFeedback, points: points)) else { return }
        out.raw("<g")
        out.strokes(isFeedback: isFeedback, width: "1.5")
        out.raw(">")
        out.arrow(head, isFeedback: isFeedback)
        out.raw("</g>")
    }
}
