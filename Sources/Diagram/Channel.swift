/// The space below all boxes, where arrows go that lead back.
struct Channel {
    /// For each route, how deep it goes compared with the others: the farther it leads, the deeper.
    let ranks: [Int]

    init(_ graph: LayeredGraph, _ passages: Passages) {
        var ranks = [Int](repeating: 0, count: graph.routes.count)
        let back = graph.routes.indices.filter { graph.routes[$0].kind == .back }
        func length(_ index: Int) -> Int {
            let route = graph.routes[index]
            let distance = 2 * (graph.nodes[route.from].column - graph.nodes[route.to].column + 1)
            return distance - (passages.leavesBelow[index] ? 1 : 0) - (passages.arrivesBelow[index] ? 1 : 0)
        }
        let sorted = back.sorted { length($0) != length($1) ? length($0) < length($1) : $0 < $1 }
        for (rank, route) in sorted.enumerated() { ranks[route] = rank }
        self.ranks = ranks
    }

    /// Joins the ends of the routes that lead back, each at a height of its own where they would meet.
    ///
    /// - Returns: where the channel ends.
    func route(
        _ paths: inout [[DiagramLayout.Point]],
        leaving: [Int: Int],
        _ graph: LayeredGraph,
        below bottom: Int,
        metrics: Metrics
    ) -> Int {
        let back = graph.routes.indices.filter { graph.routes[$0].kind == .back }.sorted { ranks[$0] < ranks[$1] }
        let isLabelled = back.contains { !(graph.diagram.arrows[graph.routes[$0].arrow].label ?? "").isEmpty }
        let pitch = isLabelled ? metrics.labelLineHeight + 3 : metrics.laneGap
        var placed: [(low: Int, high: Int, depth: Int)] = []
        var deepest = bottom
        for route in back {
            guard let count = leaving[route], count > 0, count < paths[route].count else { continue }
            let start = paths[route][count - 1].x
            let finish = paths[route][count].x
            let low = min(start, finish) - 8
            let high = max(start, finish) + 8
            var depth = 0
            for other in placed where other.low < high && low < other.high { depth = max(depth, other.depth + 1) }
            placed.append((low, high, depth))
            let y = bottom + 24 + depth * pitch
            paths[route].insert(contentsOf: [.init(x: start, y: y), .init(x: finish, y: y)], at: count)
            deepest = max(deepest, y + (isLabelled ? metrics.labelLineHeight / 2 + 2 : 2))
        }
        return deepest
    }
}
