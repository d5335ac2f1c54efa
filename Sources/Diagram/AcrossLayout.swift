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

    init(_ unordered: LayeredGraph, metrics: Metrics) {
        var graph = unordered
        var ordering = Ordering(graph)
        ordering.improve()
        graph.columns = ordering.columns
        let boxWidth = Self.boxWidth(columns: graph.columns.count, metrics: metrics)
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
        self.graph = graph
        self.metrics = metrics
        self.boxWidth = boxWidth
        self.text = text
        self.passages = passages
        self.heights = heights
        self.tops = tops
        self.channel = channel
    }

    private static func boxWidth(columns: Int, metrics: Metrics) -> Int {
        guard columns > 0 else { return metrics.boxWidths.upperBound }
        let room = (metrics.preferredWidth - 2 * metrics.margin - (columns - 1) * metrics.gutter) / columns
        let width = min(max(room, metrics.boxWidths.lowerBound), metrics.boxWidths.upperBound)
        return width - width % 2
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
        let lanes = lanes()
        let columns = Columns(graph, passages, lanes: lanes, boxWidth: boxWidth, metrics: metrics)
        let top = placeHeadings(in: &layout, columns)
        let bottom = top + (graph.nodes.indices.map { tops[$0] + heights[$0] }.max() ?? 0)
        let router = AcrossRouter(
            graph: graph,
            passages: passages,
            columns: columns,
            tops: tops.map { $0 + top },
            heights: heights,
            top: top,
            lanes: lanes
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

    private func lanes() -> [(passages: [Int], lanes: Lanes)] {
        var gutters = [[Int]](repeating: [], count: graph.columns.count + 1)
        for (index, passage) in passages.passages.enumerated() { gutters[passage.gutter].append(index) }
        let below = (graph.nodes.indices.map { tops[$0] + heights[$0] }.max() ?? 0) + 20
        return gutters.map { members in
            // An arrow that is straight needs no lane.
            let members = members.filter { !isStraight($0) }
            let tracks = members.map { member in
                let passage = passages.passages[member]
                return Lanes.Track(
                    stubs: [(passage.start, true), (passage.finish, false)].map { end, isStart in
                        switch end {
                        case .port(let port):
                            Lanes.Stub(y: passages.ports[port].y, isRight: !passages.ports[port].isRight)
                        case .below:
                            // What leads back comes from the right and goes to the left.
                            Lanes.Stub(y: below + channel.ranks[passage.route] * 10, isRight: isStart)
                        }
                    }
                )
            }
            return (members, Lanes(tracks))
        }
    }

    private func isStraight(_ passage: Int) -> Bool {
        guard case .port(let start) = passages.passages[passage].start,
            case .port(let finish) = passages.passages[passage].finish
        else { return false }
        return passages.ports[start].y == passages.ports[finish].y
            && passages.ports[start].isRight != passages.ports[finish].isRight
    }

    /// Places the headings and says where the boxes may begin.
    private func placeHeadings(in layout: inout DiagramLayout, _ columns: Columns) -> Int {
        let wrapping = TextWrapping(
            measure: TextMeasure(size: metrics.headingSize, isBold: true),
            width: boxWidth
        )
        let titles = graph.diagram.columns.map { wrapping.lines(of: $0.title) }
        let most = titles.map(\.count).max() ?? 0
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
            layout.headings.append(DiagramLayout.Heading(column: column, lines: placed))
        }
        return metrics.margin + most * metrics.headingLineHeight + (most > 0 ? 10 : 0)
    }
}
