/// The marks of the groups with their numbers, one after the other, in as many rows as they need.
struct ShareRow {
    /// How high all rows are together.
    let height: Int
    private let counts: [Int]
    /// Where each mark stands, from the corner of the first.
    private let places: [DiagramLayout.Point]

    init(_ counts: [Int], width: Int, metrics: Metrics) {
        let measure = TextMeasure(size: metrics.detailSize, isBold: false)
        var places: [DiagramLayout.Point] = []
        var next = DiagramLayout.Point(x: 0, y: 0)
        for count in counts {
            let number = Int(measure.width(of: String(count)).rounded(.up))
            let own = metrics.markSize + metrics.shareInnerGap + number
            if next.x > 0 && next.x + own > width {
                next = DiagramLayout.Point(x: 0, y: next.y + metrics.shareLineHeight)
            }
            places.append(next)
            next.x += own + metrics.shareOuterGap
        }
        self.counts = counts
        self.places = places
        height = counts.isEmpty ? 0 : next.y + metrics.shareLineHeight
    }

    func placed(x: Int, y: Int, metrics: Metrics) -> [DiagramLayout.Share] {
        zip(counts, places).enumerated().map { group, pair in
            let (count, place) = pair
            let left = x + place.x
            let top = y + place.y
            return DiagramLayout.Share(
                group: group,
                count: count,
                mark: DiagramLayout.Frame(
                    x: left,
                    y: top + (metrics.shareLineHeight - metrics.markSize) / 2,
                    width: metrics.markSize,
                    height: metrics.markSize
                ),
                number: .init(
                    String(count),
                    x: left + metrics.markSize + metrics.shareInnerGap,
                    top: top,
                    height: metrics.shareLineHeight,
                    size: metrics.detailSize
                )
            )
        }
    }
}
