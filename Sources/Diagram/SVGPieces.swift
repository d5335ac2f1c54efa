import Bytes
import Markup

/// The pieces that elements are made of. Text and the values of attributes are escaped, the rest is not.
struct SVGPieces {
    private(set) var bytes: [UInt8] = []
    /// Whether there is no style sheet that would say the colours of texts and marks. A large drawing has hundreds of
    /// them, and stands in its page twice.
    let isStandalone: Bool

    init(isStandalone: Bool) { self.isStandalone = isStandalone }

    mutating func raw(_ markup: String) { bytes.append(utf8: markup) }

    mutating func text(_ text: String) { bytes.appendEscaped(Sanitised.text(text)) }

    mutating func attribute(_ name: String, _ value: String) {
        raw(" \(name)=\"")
        text(value)
        raw("\"")
    }

    mutating func frame(_ frame: DiagramLayout.Frame) {
        raw(" x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" height=\"\(frame.height)\"")
    }

    /// One or several lines as one text.
    mutating func text(
        _ lines: [DiagramLayout.Line],
        class name: String,
        size: Int,
        colour: String,
        isBold: Bool = false
    ) {
        guard !lines.isEmpty else { return }
        raw("<text class=\"\(name)\" font-size=\"\(size)\"")
        if isBold { raw(" font-weight=\"600\"") }
        if isStandalone { raw(" fill=\"\(colour)\"") }
        raw(">")
        spans(lines)
        raw("</text>")
    }

    mutating func spans(_ lines: [DiagramLayout.Line]) {
        for (index, line) in lines.enumerated() {
            raw("<tspan x=\"\(line.start.x)\" y=\"\(line.start.y)\">")
            text(line.text)
            raw("</tspan>")
            // So that the words of two lines are not read, searched or copied as one.
            if index + 1 < lines.count { raw(" ") }
        }
    }

    /// The mark of a group. One whose group is silent is hollow.
    mutating func mark(of group: Int, at frame: DiagramLayout.Frame, isSilent: Bool) {
        raw("<path class=\"diagram-mark group-\(GroupMark.number(of: group))")
        raw(isSilent ? " diagram-silent\"" : "\"")
        raw(" transform=\"translate(\(frame.x) \(frame.y))\" d=\"\(GroupMark.outline(of: group))\"")
        if GroupMark.hasHole(group) { raw(" fill-rule=\"evenodd\"") }
        if isStandalone {
            let colour = GroupMark.colour(of: group)
            raw(isSilent ? " fill=\"none\" stroke=\"\(colour)\"" : " fill=\"\(colour)\"")
        }
        raw("/>")
    }

    /// A line and its head, in the colour and with the strokes that tell what leads on from what leads back.
    mutating func arrow(_ head: ArrowHead, isFeedback: Bool) {
        raw("<path class=\"diagram-line\" d=\"\(head.line)\"")
        if isFeedback { raw(" stroke-dasharray=\"5 4\"") }
        // What leads on ends in a full head, what leads back in an open one: not by colour alone.
        raw("/><path class=\"diagram-head\" d=\"\(head.outline)\"")
        raw(isFeedback ? "/>" : " fill=\"\(SVGStyle.arrow)\" stroke=\"none\"/>")
    }

    /// How the lines of an arrow are drawn, as attributes of what holds them.
    mutating func strokes(isFeedback: Bool, width: String) {
        let colour = isFeedback ? SVGStyle.feedback : SVGStyle.arrow
        raw(" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width)\"")
    }
}
