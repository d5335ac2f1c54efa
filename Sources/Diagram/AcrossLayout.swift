/// Lays out a diagram with its columns side by side.
///
/// Arrows run from left to right, each in a lane of its own between the columns. Those that lead back go below all boxes.
struct AcrossLayout {
    private var graph: LayeredGraph
    private let metrics: Metrics
    private let boxWidth: Int
    private let text: BoxText
    private let passages: Passages
    private let heights: [Int]
    private let tops: [Int]
    private let channel: Channel
    private let gutters: [GutterLanes]
    private let columns: Columns

    init(_ unordered: LayeredGraph, metrics: Metrics) {
        var graph = unordered
        var ordering = Ordering(graph)
        ordering.improve()
        graph.columns = ordering.columns
        self.init(ordered: graph, boxWidth: Self.boxWidth(graph, gutters: nil, metrics: metrics), metrics: metrics)
        // Only now it is known how much room the arrows take; the boxes get what is left.
        let gutters = columns.width - graph.columns.count * boxWidth
        let better = Self.boxWidth(graph, gutters: gutters, metrics: metrics)
        if better != boxWidth { self.init(ordered: graph, boxWidth: better, metrics: metrics) }
    }

    private init(ordered graph: LayeredGraph, boxWidth: Int, metrics: Metrics) {
        let text = BoxText(graph.diagram.boxes, width: boxWidth, metrics: metrics)
        var passages = Passages(graph)
        let heights = graph.nodes.indices.map { node in
            guard graph.nodes[node].isBox else { return 2 }
            return max(text.height(node), passages.leastHeight(of: node, metrics: metrics))
        }
        let joints = Self.joints(graph, passages, metrics: metrics)
        var placement = Placement(graph, heights: heights) { upper, lower in
            let boxes = (graph.nodes[upper].isBox ? 1 : 0) + (graph.nodes[lower].isBox ? 1 : 0)
            return joints[upper] ?? [metrics.laneGap, metrics.passingGap, metrics.boxGap][boxes]
        }
        let tops = placement.tops()
        let channel = Channel(graph, passages)
        PortPlacement(graph: graph, tops: tops, heights: heights, metrics: metrics, depths: channel.ranks)
            .place(&passages)
        let bottom = graph.nodes.indices.map { tops[$0] + heights[$0] }.max() ?? 0
        gutters = GutterLanes.all(graph, passages, channel, below: bottom + 20)
        columns = Columns(graph, passages, lanes: gutters, boxWidth: boxWidth, metrics: metrics)
        self.graph = graph
        self.metrics = metrics
        self.boxWidth = boxWidth
        self.text = text
        self.passages = passages
        self.heights = heights
        self.tops = tops
        self.channel = channel
    }

    /// How wide the boxes may be if all gutters together take as much as is said, or the least that they can.
    private static func boxWidth(_ graph: LayeredGraph, gutters: Int?, metrics: Metrics) -> Int {
        let count = graph.columns.count
        guard count > 0 else { return metrics.boxWidths.upperBound }
        let gutters = gutters ?? 2 * metrics.margin + (count - 1) * metrics.gutter
        let room = (metrics.preferredWidth - gutters) / count
        let least = BoxText.leastWidth(graph.diagram.boxes, metrics: metrics)
        let width = min(max(room, least), metrics.boxWidths.upperBound)
        return width + width % 2
    }

    /// The gap below each box that is joined with the next of its column.
    private static func joints(_ graph: LayeredGraph, _ passages: Passages, metrics: Metrics) -> [Int: Int] {
        var gaps: [Int: Int] = [:]
        for (index, route) in graph.routes.enumerated() where passages.isJoint[index] {
            guard let column = graph.columns.first(where: { $0.contains(route.from) }),
                let upper = column.first(where: { $0 == route.from || $0 == route.to })
            else { continue }
            let label = graph.diagram.arrows[route.arrow].label ?? ""
            let gap = metrics.joinedGap + (label.isEmpty ? 0 : metrics.labelLineHeight + 4)
            gaps[upper] = max(gaps[upper] ?? 0, gap)
        }
        return gaps
    }

    func place(in layout: inout DiagramLayout) {
        let top = placeHeadings(in: &layout)
        let bottom = top + (graph.nodes.indices.map { tops[$0] + heights[$0] }.max() ?? 0)
        let router = AcrossRouter(
            graph: graph,
            passages: passages,
            columns: columns,
            tops: tops.map { $0 + top },
            heights: heights,
            top: top,
            lanes: gutters
        )
        var paths = router.paths
        let depth = channel.route(&paths, leaving: router.leaving, graph, below: bottom, metrics: metrics)
        for (column, nodes) in graph.columns.enumerated() {
            for node in nodes where graph.nodes[node].isBox {
                layout.boxes.append(
                    text.placed(
                        node,
                        of: graph.diagram,
                        column: column,
                        x: columns.x[column],
                        y: tops[node] + top,
                        height: heights[node]
                    )
                )
            }
        }
        layout.width = columns.width
        layout.height = max(bottom, depth) + metrics.margin
        layout.arrows = graph.routes.indices.map { index in
            let route = graph.routes[index]
            return DiagramLayout.PlacedArrow(
                from: graph.diagram.boxes[route.from].id,
                to: graph.diagram.boxes[route.to].id,
                isFeedback: route.isFeedback,
                points: DiagramLayout.simplified(paths[index])
            )
        }
        Labels(metrics: metrics, texts: graph.routes.map { graph.diagram.arrows[$0.arrow].label }).place(in: &layout)
    }

    /// Places the headings and says where the boxes may begin.
    private func placeHeadings(in layout: inout DiagramLayout) -> Int {
        let wrapping = TextWrapping(
            measure: TextMeasure(size: metrics.headingSize, isBold: true),
            width: boxWidth
        )
        let titles = graph.diagram.columns.map { wrapping.lines(of: $0.title) }
        let most = titles.map(\.count).max() ?? 0
        let rule = metrics.margin + most * metrics.headingLineHeight + 5
        for (column, lines) in titles.enumerated() where !lines.isEmpty {
            var y = metrics.margin + (most - lines.count) * metrics.headingLineHeight
            var placed: [DiagramLayout.Line] = []
            for line in lines {
                placed.append(
                    .init(
                        line,
                        x: columns.x[column],
                        top: y,
                        height: metrics.headingLineHeight,
                        size: metrics.headingSize
                    )
                )
                y += metrics.headingLineHeight
            }
            let x = columns.x[column]
            let ends = [DiagramLayout.Point(x: x, y: rule), DiagramLayout.Point(x: x + boxWidth, y: rule)]
            layout.headings.append(DiagramLayout.Heading(column: column, lines: placed, rule: ends))
        }
        return most > 0 ? rule + 16 : metrics.margin
    }
}
