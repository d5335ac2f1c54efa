/// What the signs of a drawing mean, set in rows to be put below it.
struct KeyLayout {
    struct Item: Equatable {
        var sign: Sign
        /// Where the sign stands.
        var frame: DiagramLayout.Frame
        var text: DiagramLayout.Line
    }

    enum Sign: Equatable {
        case forward
        case feedback
        case group(Int)
    }

    private(set) var items: [Item] = []
    /// How high all rows are together; nothing when there is nothing to say.
    private(set) var height = 0

    private static let rowHeight = 22
    private static let lineWidth = 36
    private static let gap = 24

    /// - Parameter top: where the rows begin.
    init(_ layout: DiagramLayout, top: Int) {
        let metrics = layout.metrics
        let measure = TextMeasure(size: metrics.detailSize, isBold: false)
        var x = metrics.margin
        var y = top
        for (sign, name) in Self.entries(layout) {
            let signWidth = if case .group = sign { metrics.markSize } else { Self.lineWidth }
            let textWidth = Int(measure.width(of: name).rounded(.up))
            let own = signWidth + 8 + textWidth
            if x > metrics.margin && x + own > layout.width - metrics.margin {
                x = metrics.margin
                y += Self.rowHeight
            }
            let markTop = y + (Self.rowHeight - metrics.markSize) / 2
            var item = Item(
                sign: sign,
                frame: DiagramLayout.Frame(x: x, y: markTop, width: signWidth, height: metrics.markSize),
                text: .init(name, x: x + signWidth + 8, top: y, height: Self.rowHeight, size: metrics.detailSize)
            )
            if layout.readsRightToLeft {
                item.frame.x = layout.width - item.frame.maxX
                item.text.start.x = layout.width - item.text.start.x
            }
            items.append(item)
            height = y + Self.rowHeight - top
            x += own + Self.gap
        }
    }

    /// Only signs that the drawing has, and that have a name.
    private static func entries(_ layout: DiagramLayout) -> [(Sign, String)] {
        var entries: [(Sign, String)] = []
        if layout.arrows.contains(where: { !$0.isFeedback }) { entries.append((.forward, layout.key.forward)) }
        if layout.arrows.contains(where: \.isFeedback) { entries.append((.feedback, layout.key.feedback)) }
        let shown = layout.boxes.map(\.shares.count).max() ?? 0
        for (group, name) in layout.key.groups.prefix(shown).enumerated() { entries.append((.group(group), name)) }
        return entries.filter { !$0.1.isEmpty }
    }
}
