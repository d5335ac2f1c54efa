/// The texts of the boxes, broken into lines for a given width of the boxes.
struct BoxText {
    private let metrics: Metrics
    private let width: Int
    private var titles: [[String]] = []
    private var details: [[String]] = []
    private var shares: [ShareRow] = []

    init(_ boxes: [Diagram.Box], width: Int, metrics: Metrics) {
        self.metrics = metrics
        self.width = width
        let room = max(width - 2 * metrics.padding, metrics.titleSize)
        let title = TextWrapping(measure: TextMeasure(size: metrics.titleSize, isBold: true), width: room)
        let detail = TextWrapping(measure: TextMeasure(size: metrics.detailSize, isBold: false), width: room)
        for box in boxes {
            let isShort = boxes.count > metrics.mostDetailed && !box.shares.isEmpty
            titles.append(title.lines(of: box.title))
            details.append(isShort ? [] : detail.lines(of: box.detail))
            shares.append(ShareRow(box.shares, width: room, metrics: metrics))
        }
    }

    /// How wide the boxes must at least be. Rather a wider drawing than a word broken within, if it is not too long.
    static func leastWidth(_ boxes: [Diagram.Box], metrics: Metrics) -> Int {
        let measure = TextMeasure(size: metrics.titleSize, isBold: true)
        let word = TextWrapping.longestWord(of: boxes.map(\.title), measure: measure)
        return max(metrics.boxWidths.lowerBound, min(word + 2 * metrics.padding, metrics.leastForWords))
    }

    /// How high a box must be for its texts, an even number so that its middle is a whole one.
    func height(_ box: Int) -> Int {
        let parts = [
            titles[box].count * metrics.titleLineHeight, details[box].count * metrics.detailLineHeight,
            shares[box].height,
        ].filter { $0 > 0 }
        let text = parts.reduce(0, +) + max(parts.count - 1, 0) * partGap
        let height = max(text, metrics.titleLineHeight) + 2 * verticalPadding
        return height + height % 2
    }

    private var partGap: Int { 3 }
    private var verticalPadding: Int { max(metrics.padding - 3, 1) }

    /// A box at its place, its texts in the middle of its height.
    func placed(_ index: Int, of diagram: Diagram, column: Int, x: Int, y: Int, height: Int) -> DiagramLayout.PlacedBox
    {
        let box = diagram.boxes[index]
        let left = x + metrics.padding
        var top = y + (height - self.height(index)) / 2 + verticalPadding
        func placed(_ lines: [String], height: Int, size: Int) -> [DiagramLayout.Line] {
            var result: [DiagramLayout.Line] = []
            for text in lines {
                result.append(.init(text, x: left, top: top, height: height, size: size))
                top += height
            }
            if !lines.isEmpty { top += partGap }
            return result
        }
        return DiagramLayout.PlacedBox(
            id: box.id,
            column: column,
            href: box.href,
            accessibleLabel: box.accessibleLabel,
            frame: DiagramLayout.Frame(x: x, y: y, width: width, height: height),
            title: placed(titles[index], height: metrics.titleLineHeight, size: metrics.titleSize),
            detail: placed(details[index], height: metrics.detailLineHeight, size: metrics.detailSize),
            shares: shares[index].placed(x: left, y: top, metrics: metrics)
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
