/// The lanes on one side of a diagram whose boxes stand one below the other.
struct DownSide {
    typealias Point = DiagramLayout.Point

    private let isRight: Bool
    /// The arrows of this side, those with the same end together.
    private var bundles: [Bundle] = []
    /// What leaves or reaches each box at this side, from the top: the index of a bundle.
    private var ports: [Int: [Port]] = [:]
    private var lanes: Lanes

    private struct Bundle {
        var target: Int
        var routes: [Int]
    }

    private struct Port: Equatable {
        var bundle: Int
        var isEnd: Bool
    }

    /// How many lanes there are.
    var count: Int { lanes.count }

    init(_ graph: LayeredGraph, routes: [Int], isRight: Bool, position: [Int]) {
        self.isRight = isRight
        var bundleOfTarget: [Int: Int] = [:]
        for route in routes {
            let target = graph.routes[route].to
            if let bundle = bundleOfTarget[target] {
                bundles[bundle].routes.append(route)
            } else {
                bundleOfTarget[target] = bundles.count
                bundles.append(Bundle(target: target, routes: [route]))
            }
        }
        for (index, bundle) in bundles.enumerated() {
            ports[bundle.target, default: []].append(Port(bundle: index, isEnd: true))
            var sources: Set<Int> = []
            for route in bundle.routes where sources.insert(graph.routes[route].from).inserted {
                ports[graph.routes[route].from, default: []].append(Port(bundle: index, isEnd: false))
            }
        }
        let bundles = bundles
        for node in ports.keys {
            ports[node]?.sort {
                Self.key($0, at: node, bundles, graph, position) < Self.key($1, at: node, bundles, graph, position)
            }
        }
        lanes = Lanes([])
        // Heights are not known yet; what counts for the lanes is only the order of the ports.
        let ports = ports
        let tracks = bundles.indices.map { index in
            var stubs: [Lanes.Stub] = []
            for node in Self.nodes(of: bundles[index], graph) {
                for (place, port) in (ports[node] ?? []).enumerated() where port.bundle == index {
                    stubs.append(Lanes.Stub(y: position[node] * 1000 + place * 10, isRight: !isRight))
                }
            }
            return Lanes.Track(stubs: stubs)
        }
        lanes = Lanes(tracks)
    }

    private static func nodes(of bundle: Bundle, _ graph: LayeredGraph) -> [Int] {
        Array(Set(bundle.routes.map { graph.routes[$0].from } + [bundle.target])).sorted()
    }

    /// Sorts the ports of a box so that loops nest: the shortest that go up uppermost, the shortest that go down lowest.
    private static func key(
        _ port: Port,
        at node: Int,
        _ bundles: [Bundle],
        _ graph: LayeredGraph,
        _ position: [Int]
    ) -> (Int, Int, Int) {
        let bundle = bundles[port.bundle]
        var far = bundle.target
        if port.isEnd {
            for route in bundle.routes {
                let source = graph.routes[route].from
                if abs(position[source] - position[node]) > abs(position[far] - position[node]) { far = source }
            }
        }
        if far == node { return (2, 0, port.isEnd ? 1 : 0) }
        return position[far] < position[node]
            ? (0, -position[far], port.bundle) : (1, -position[far], -port.bundle)
    }

    func leastHeight(of node: Int, metrics: Metrics) -> Int {
        let count = ports[node]?.count ?? 0
        let height = 2 * metrics.portInset + max(count - 1, 0) * 7
        return height + height % 2
    }

    func route(
        _ paths: inout [[Point]],
        _ graph: LayeredGraph,
        frames: [DiagramLayout.Frame],
        position: [Int],
        pitch: Int,
        metrics: Metrics
    ) {
        for (index, bundle) in bundles.enumerated() {
            let lane = isRight ? lanes.lanes[index] : lanes.count - 1 - lanes.lanes[index]
            let tip = point(
                Port(bundle: index, isEnd: true),
                at: bundle.target,
                frames[position[bundle.target]],
                metrics
            )
            let distance = metrics.arrivingRoom + lane * pitch
            let x = isRight ? tip.x + distance : tip.x - distance
            for route in bundle.routes {
                let node = graph.routes[route].from
                let start = point(Port(bundle: index, isEnd: false), at: node, frames[position[node]], metrics)
                paths[route] = [start, Point(x: x, y: start.y), Point(x: x, y: tip.y), tip]
            }
        }
    }

    private func point(_ port: Port, at node: Int, _ frame: DiagramLayout.Frame, _ metrics: Metrics) -> Point {
        let ports = ports[node] ?? []
        let place = ports.firstIndex(of: port) ?? 0
        let room = max(frame.height - 2 * metrics.portInset, 0)
        let gap = ports.count > 1 ? min(12, room / (ports.count - 1)) : 0
        let y = frame.midY + place * gap - gap * (ports.count - 1) / 2
        return Point(x: isRight ? frame.maxX : frame.x, y: y)
    }
}
