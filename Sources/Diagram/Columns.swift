/// Where the columns and the lanes between them stand.
struct Columns {
    /// The left side of each column.
    private(set) var x: [Int] = []
    /// For each gutter, the place of its first lane and the distance between two.
    private(set) var lanes: [(first: Int, pitch: Int)] = []
    private(set) var width = 0
    let boxWidth: Int

    init(
        _ graph: LayeredGraph,
        _ passages: Passages,
        lanes: [GutterLanes],
        boxWidth: Int,
        metrics: Metrics
    ) {
        self.boxWidth = boxWidth
        let labels = Self.labelRoom(graph, passages, gutters: lanes.count, metrics: metrics)
        var left = metrics.margin
        for gutter in lanes.indices {
            let count = lanes[gutter].lanes.count
            let isOuter = gutter == 0 || gutter == lanes.count - 1
            let rooms = metrics.leavingRoom + metrics.arrivingRoom
            let narrowest = count > 24 ? 6 : count > 12 ? 7 : metrics.laneGap
            var width = 0
            var pitch = narrowest
            if isOuter {
                if count > 0 {
                    width = max(metrics.arrivingRoom + (count - 1) * pitch, labels[gutter]) + metrics.margin
                }
            } else {
                width = max(metrics.gutter, rooms + (count - 1) * pitch, labels[gutter])
                if count > 1 { pitch = min(max((width - rooms) / (count - 1), pitch), 16) }
            }
            let used = max(count - 1, 0) * pitch
            let first: Int
            if gutter == 0 {
                // Next to the column, as on the right.
                first = left + width - metrics.arrivingRoom - used
            } else if isOuter {
                first = left + metrics.arrivingRoom
            } else {
                first = left + metrics.leavingRoom + (width - rooms - used) / 2
            }
            self.lanes.append((first, pitch))
            left += width
            if gutter < graph.columns.count {
                x.append(left)
                left += boxWidth
            }
        }
        width = left + metrics.margin
    }

    /// How wide the gutters must be for the labels of the arrows that pass them.
    private static func labelRoom(_ graph: LayeredGraph, _ passages: Passages, gutters: Int, metrics: Metrics) -> [Int]
    {
        var room = [Int](repeating: 0, count: gutters)
        for (route, passage) in zip(graph.routes, passages.ways).flatMap({ route, way in
            way.map { (route, passages.passages[$0]) }
        }) {
            let isMiddle = passage.gutter == (graph.nodes[route.from].column + graph.nodes[route.to].column + 1) / 2
            guard let label = graph.diagram.arrows[route.arrow].label, route.kind != .back,
                isMiddle || route.kind == .within
            else { continue }
            room[passage.gutter] = max(room[passage.gutter], Labels.width(of: label, metrics: metrics) + 28)
        }
        return room
    }
}
