/// Lays out a diagram with its columns one below the other and each box on a line of its own.
///
/// Arrows to the next box go straight down. Others leave and reach the boxes at their right side, and those that lead back at
/// their left. All arrows to one box come together in one lane: on a phone there is no room for one each, and as they have the
/// same end nothing is lost. Only arrows to the next box show their labels.
struct DownLayout {
    typealias Point = DiagramLayout.Point

    private let graph: LayeredGraph
    private let metrics: Metrics
    private let sequence: [Int]
    private let position: [Int]
    /// The right side, and the left one for what leads back.
    private let sides: [DownSide]
    private let lanePitch: [Int]

    init(_ unordered: LayeredGraph, metrics: Metrics) {
        var ordering = Ordering(unordered)
        ordering.improve()
        var graph = unordered
        graph.columns = ordering.columns.map { $0.filter { unordered.nodes[$0].isBox } }
        let sequence = graph.columns.flatMap { $0 }
        var position = [Int](repeating: 0, count: graph.nodes.count)
        for (index, node) in sequence.enumerated() { position[node] = index }
        let routes = graph.routes.indices.filter { !Self.isJoint(graph.routes[$0], position) }
        sides = [false, true].map { isFeedback in
            DownSide(
                graph,
                routes: routes.filter { graph.routes[$0].isFeedback == isFeedback },
                isRight: !isFeedback,
                position: position
            )
        }
        // The lanes may take about a third of the width, and more where they could not be told apart otherwise.
        lanePitch = sides.map { max(5, min(9, (metrics.narrowWidth / 3) / max($0.count, 1))) }
        self.graph = graph
        self.metrics = metrics
        self.sequence = sequence
        self.position = position
    }

    /// Whether an arrow leads to the next box and so goes straight down.
    private static func isJoint(_ route: LayeredGraph.Route, _ position: [Int]) -> Bool {
        !route.isFeedback && position[route.to] == position[route.from] + 1
    }

    func place(in layout: inout DiagramLayout) {
        let room = zip(sides, lanePitch).map { side, pitch in
            side.count == 0 ? 0 : metrics.arrivingRoom + (side.count - 1) * pitch + 2
        }
        let left = metrics.margin + room[1]
        let least = BoxText.leastWidth(graph.diagram.boxes, metrics: metrics)
        let boxWidth = max(metrics.narrowWidth - left - room[0] - metrics.margin, least)
        layout.width = left + boxWidth + room[0] + metrics.margin
        let text = BoxText(graph.diagram.boxes, width: boxWidth, metrics: metrics)
        placeBoxes(in: &layout, text: text, x: left, boxWidth: boxWidth)
        var paths = [[Point]](repeating: [], count: graph.routes.count)
        let frames = layout.boxes.map(\.frame)
        for (side, pitch) in zip(sides, lanePitch) {
            side.route(&paths, graph, frames: frames, position: position, pitch: pitch, metrics: metrics)
        }
        routeJoints(&paths, frames: frames)
        layout.arrows = graph.routes.indices.map { index in
            let route = graph.routes[index]
            return DiagramLayout.PlacedArrow(
                from: graph.diagram.boxes[route.from].id,
                to: graph.diagram.boxes[route.to].id,
                isFeedback: route.isFeedback,
                points: DiagramLayout.simplified(paths[index])
            )
        }
        // In the lanes there is no room for words, and where arrows come together they would seem to belong to all.
        let labels = graph.routes.map { Self.isJoint($0, position) ? graph.diagram.arrows[$0.arrow].label : nil }
        Labels(metrics: metrics, texts: labels).place(in: &layout)
    }

    /// Places headings and boxes from the top to the bottom.
    private func placeBoxes(in layout: inout DiagramLayout, text: BoxText, x: Int, boxWidth: Int) {
        let wrapping = TextWrapping(
            measure: TextMeasure(size: metrics.headingSize, isBold: true),
            width: boxWidth - 40
        )
        let joined = Set(graph.routes.filter { Self.isJoint($0, position) }.map { position[$0.from] })
        let labelled = Set(
            graph.routes.filter {
                Self.isJoint($0, position) && !(graph.diagram.arrows[$0.arrow].label ?? "").isEmpty
            }.map { position[$0.from] }
        )
        var y = metrics.margin
        for (column, nodes) in graph.columns.enumerated() {
            let lines =
                graph.diagram.columns.indices.contains(column)
                ? wrapping.lines(of: graph.diagram.columns[column].title) : []
            if column > 0 { y += 14 }
            var placed: [DiagramLayout.Line] = []
            for line in lines {
                placed.append(
                    .init(line, x: x, top: y, height: metrics.headingLineHeight, size: metrics.headingSize)
                )
                y += metrics.headingLineHeight
            }
            if !placed.isEmpty {
                let ends = [Point(x: x, y: y + 4), Point(x: x + boxWidth, y: y + 4)]
                layout.headings.append(DiagramLayout.Heading(column: column, lines: placed, rule: ends))
                y += 14
            }
            for node in nodes {
                let height = max(text.height(node), sides.map { $0.leastHeight(of: node, metrics: metrics) }.max() ?? 0)
                layout.boxes.append(
                    text.placed(node, of: graph.diagram, column: column, x: x, y: y, height: height)
                )
                let place = position[node]
                y += height + (joined.contains(place) ? metrics.joinedGap : metrics.boxGap - 6)
                if labelled.contains(place) { y += metrics.labelLineHeight }
            }
        }
        layout.height = (layout.boxes.last?.frame.maxY ?? y) + metrics.margin
    }

    /// Arrows to the next box stand near the right side, clear of the headings.
    private func routeJoints(_ paths: inout [[Point]], frames: [DiagramLayout.Frame]) {
        var used: [Int: Int] = [:]
        for (index, route) in graph.routes.enumerated() where Self.isJoint(route, position) {
            let place = position[route.from]
            let upper = frames[place]
            let x = upper.maxX - 22 - min(used[place, default: 0] * 12, max(upper.width - 40, 0))
            used[place, default: 0] += 1
            paths[index] = [Point(x: x, y: upper.maxY), Point(x: x, y: frames[place + 1].y)]
        }
    }
}
