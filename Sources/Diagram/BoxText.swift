/// The texts of the boxes, broken into lines for a given width of the boxes.
struct BoxText {
    private let metrics: Metrics
    private let width: Int
    private var titles: [[String]] = []
    private var details: [[String]] = []

    init(_ boxes: [Diagram.Box], width: Int, metrics: Metrics) {
        self.metrics = metrics
        self.width = width
        let room = max(width - 2 * metrics.padding, metrics.titleSize)
        let title = TextWrapping(measure: TextMeasure(size: metrics.titleSize, isBold: true), width: room)
        let detail = TextWrapping(measure: TextMeasure(size: metrics.detailSize, isBold: false), width: room)
        for box in boxes {
            titles.append(title.lines(of: box.title))
            details.append(detail.lines(of: box.detail))
        }
    }

    /// How high a box must be for its texts, an even number so that its middle is a whole one.
    func height(_ box: Int) -> Int {
        let gap = titles[box].isEmpty || details[box].isEmpty ? 0 : detailGap
        let text =
            titles[box].count * metrics.titleLineHeight + gap + details[box].count * metrics.detailLineHeight
        let height = max(text, metrics.titleLineHeight) + 2 * verticalPadding
        return height + height % 2
    }

    private var detailGap: Int { 3 }
    private var verticalPadding: Int { max(metrics.padding - 3, 1) }

    /// A box at its place, its texts in the middle of its height.
    func placed(_ index: Int, of diagram: Diagram, column: Int, x: Int, y: Int, height: Int) -> DiagramLayout.PlacedBox
    {
        let box = diagram.boxes[index]
        var line = y + (height - self.height(index)) / 2 + verticalPadding
        var title: [DiagramLayout.Line] = []
        for text in titles[index] {
            title.append(
                .init(text, x: x + metrics.padding, top: line, height: metrics.titleLineHeight, size: metrics.titleSize)
            )
            line += metrics.titleLineHeight
        }
        line += detailGap
        var detail: [DiagramLayout.Line] = []
        for text in details[index] {
            detail.append(
                .init(
                    text,
                    x: x + metrics.padding,
                    top: line,
                    height: metrics.detailLineHeight,
                    size: metrics.detailSize
                )
            )
            line += metrics.detailLineHeight
        }
        return DiagramLayout.PlacedBox(
            id: box.id,
            column: column,
            href: box.href,
            accessibleLabel: box.accessibleLabel,
            frame: DiagramLayout.Frame(x: x, y: y, width: width, height: height),
            title: title,
            detail: detail
        )
    }
}

extension DiagramLayout.Line {
    /// A line of text in a row of a given height.
    init(_ text: String, x: Int, top: Int, height: Int, size: Int) {
        // The base line of common faces lies so that capitals stand in the middle of the row.
        self.init(text: text, start: DiagramLayout.Point(x: x, y: top + (height * 10 + size * 7) / 20))
    }
}
