/// Draws the ways of the arrows between and beside the columns.
struct AcrossRouter {
    typealias Point = DiagramLayout.Point

    let graph: LayeredGraph
    let passages: Passages
    let columns: Columns
    let tops: [Int]
    let heights: [Int]
    /// How far the ports were moved down with everything else.
    let top: Int
    /// For each passage the place of its lane, if it needs one.
    private let laneX: [Int?]
    /// The points of each route. Those that pass below the boxes still lack the way through the channel.
    private(set) var paths: [[Point]]
    /// For routes that pass below the boxes, how many points come before the channel.
    private(set) var leaving: [Int: Int] = [:]

    init(
        graph: LayeredGraph,
        passages: Passages,
        columns: Columns,
        tops: [Int],
        heights: [Int],
        top: Int,
        lanes: [GutterLanes]
    ) {
        self.graph = graph
        self.passages = passages
        self.columns = columns
        self.tops = tops
        self.heights = heights
        self.top = top
        var laneX = [Int?](repeating: nil, count: passages.passages.count)
        for (gutter, content) in lanes.enumerated() {
            for (members, lane) in zip(content.tracks, content.lanes.lanes) {
                let x = columns.lanes[gutter].first + lane * columns.lanes[gutter].pitch
                for passage in members { laneX[passage] = x }
            }
        }
        self.laneX = laneX
        paths = Array(repeating: [], count: graph.routes.count)
        routePassages()
        routeJoints()
        routeEndsBelow()
    }

    private func point(_ port: Int) -> Point {
        let port = passages.ports[port]
        let x = columns.x[graph.nodes[port.node].column]
        return Point(x: port.isRight ? x + columns.boxWidth : x, y: port.y + top)
    }

    private mutating func routePassages() {
        for (route, way) in passages.ways.enumerated() {
            for index in way { take(index, route: route) }
        }
    }

    private mutating func take(_ index: Int, route: Int) {
        switch (passages.passages[index].start, passages.passages[index].finish) {
        case (.port(let start), .port(let finish)):
            let first = point(start)
            let last = point(finish)
            paths[route].append(first)
            if let x = laneX[index] { paths[route] += [Point(x: x, y: first.y), Point(x: x, y: last.y)] }
            paths[route].append(last)
        case (.port(let start), .below):
            let first = point(start)
            paths[route] += [first, Point(x: laneX[index] ?? first.x, y: first.y)]
            leaving[route] = 2
        case (.below, .port(let finish)):
            let last = point(finish)
            paths[route] += [Point(x: laneX[index] ?? last.x, y: last.y), last]
        case (.below, .below):
            break
        }
    }

    /// Arrows between boxes that stand one below the other, side by side in the middle.
    private mutating func routeJoints() {
        var members: [[Int]: [Int]] = [:]
        var pairs: [[Int]] = []
        for (index, route) in graph.routes.enumerated() where passages.isJoint[index] {
            let pair = [min(route.from, route.to), max(route.from, route.to)]
            if members[pair] == nil { pairs.append(pair) }
            members[pair, default: []].append(index)
        }
        for pair in pairs {
            let routes = members[pair] ?? []
            for (place, index) in routes.enumerated() {
                let route = graph.routes[index]
                let x = middle(of: route.from) + Self.spread(place, of: routes.count, gap: 18, width: columns.boxWidth)
                let isDown = tops[route.from] < tops[route.to]
                let start = isDown ? tops[route.from] + heights[route.from] : tops[route.from]
                let finish = isDown ? tops[route.to] : tops[route.to] + heights[route.to]
                paths[index] = [Point(x: x, y: start), Point(x: x, y: finish)]
            }
        }
    }

    /// Arrows that leave a lowest box downwards start on its left half, in the order of their depth; those that come to it from
    /// below end on its right half. So they do not cross.
    private mutating func routeEndsBelow() {
        var outgoing: [Int: [Int]] = [:]
        var incoming: [Int: [Int]] = [:]
        for (index, route) in graph.routes.enumerated() {
            if passages.leavesBelow[index] { outgoing[route.from, default: []].append(index) }
            if passages.arrivesBelow[index] { incoming[route.to, default: []].append(index) }
        }
        let ranks = Channel(graph, passages).ranks
        for node in graph.nodes.indices where outgoing[node] != nil || incoming[node] != nil {
            let out = (outgoing[node] ?? []).sorted { ranks[$0] < ranks[$1] }
            let into = (incoming[node] ?? []).sorted { ranks[$0] > ranks[$1] }
            let all = out + into
            let y = tops[node] + heights[node]
            for (place, route) in all.enumerated() {
                let x = middle(of: node) + Self.spread(place, of: all.count, gap: 24, width: columns.boxWidth)
                if place < out.count {
                    paths[route].insert(Point(x: x, y: y), at: 0)
                    leaving[route] = 1
                } else {
                    paths[route].append(Point(x: x, y: y))
                }
            }
        }
    }

    private func middle(of node: Int) -> Int { columns.x[graph.nodes[node].column] + columns.boxWidth / 2 }

    /// How far from the middle one of several stands.
    static func spread(_ place: Int, of count: Int, gap: Int, width: Int) -> Int {
        guard count > 1 else { return 0 }
        let gap = min(gap, max((width - 24) / (count - 1), 1))
        return place * gap - gap * (count - 1) / 2
    }
}
