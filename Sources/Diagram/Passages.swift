/// How the arrows pass through the gutters, which are the spaces between the columns and beside the outer ones.
///
/// Gutter `n` lies before column `n`; the last one lies after the last column.
struct Passages {
    private(set) var passages: [Passage] = []
    /// For each route, the passages in the order in which it takes them.
    private(set) var ways: [[Int]]
    private(set) var ports: [Port] = []
    /// The ports on the left and on the right of each node, from the top once they are placed.
    private(set) var sides: [[Int]]
    /// For each route, whether it leaves its first box downwards.
    private(set) var leavesBelow: [Bool]
    /// For each route, whether it comes to its last box from below.
    private(set) var arrivesBelow: [Bool]
    /// For each route, whether it goes straight to the next box of the column.
    private(set) var isJoint: [Bool]

    /// The way of an arrow through a gutter, or of several that have come together.
    struct Passage {
        /// The first of the routes that take it.
        var route: Int
        var gutter: Int
        var start: End
        var finish: End
    }

    enum End {
        case port(Int)
        /// In the channel below all boxes.
        case below
    }

    /// Where an arrow leaves or reaches a node. Several may reach it in one port.
    struct Port {
        var node: Int
        var isRight: Bool
        var passages: [Int]
        var isStart: Bool
        var y = 0
    }

    init(_ graph: LayeredGraph) {
        sides = Array(repeating: [], count: graph.nodes.count * 2)
        ways = Array(repeating: [], count: graph.routes.count)
        let none = [Bool](repeating: false, count: graph.routes.count)
        leavesBelow = none
        arrivesBelow = none
        isJoint = none
        var position = [Int](repeating: 0, count: graph.nodes.count)
        var load = [Int](repeating: 0, count: graph.columns.count + 1)
        for column in graph.columns {
            for (index, node) in column.enumerated() { position[node] = index }
        }
        for node in graph.nodes { load[node.column + 1] += node.after.count }
        var shared = Shared()
        for (index, route) in graph.routes.enumerated() {
            let column = graph.nodes[route.from].column
            switch route.kind {
            case .forward:
                for (left, right) in zip(route.chain, route.chain.dropFirst()) {
                    if !graph.nodes[left].isBox, let passage = shared.passages[left] {
                        ways[index].append(passage)
                        continue
                    }
                    let end = Shared.End(node: right, isFeedback: route.isFeedback)
                    let port = graph.isBundled ? shared.ports[end] : nil
                    add(
                        index,
                        gutter: graph.nodes[right].column,
                        from: (left, true),
                        to: (right, false),
                        finish: port
                    )
                    shared.passages[left] = passages.count - 1
                    if case .port(let finish) = passages[passages.count - 1].finish { shared.ports[end] = finish }
                }
            case .within:
                if abs(position[route.from] - position[route.to]) == 1 {
                    isJoint[index] = true
                } else {
                    let isFirst = column == 0
                    let isLast = column == graph.columns.count - 1
                    let isRight = isLast || (!isFirst && load[column + 1] <= load[column])
                    let gutter = column + (isRight ? 1 : 0)
                    load[gutter] += 1
                    add(index, gutter: gutter, from: (route.from, isRight), to: (route.to, isRight))
                }
            case .back:
                let target = graph.nodes[route.to].column
                leavesBelow[index] = graph.columns[column].last == route.from
                arrivesBelow[index] = graph.columns[target].last == route.to
                if !leavesBelow[index] { add(index, gutter: column + 1, from: (route.from, true), to: nil) }
                if !arrivesBelow[index] { add(index, gutter: target, from: nil, to: (route.to, false)) }
            }
        }
    }

    /// What later routes may use again.
    private struct Shared {
        struct End: Hashable {
            var node: Int
            var isFeedback: Bool
        }

        /// For a bend, the passage that leads on from it.
        var passages: [Int: Int] = [:]
        /// For a node, the port at which arrows come together.
        var ports: [End: Int] = [:]
    }

    private mutating func add(
        _ route: Int,
        gutter: Int,
        from: (node: Int, isRight: Bool)?,
        to: (node: Int, isRight: Bool)?,
        finish: Int? = nil
    ) {
        var passage = Passage(route: route, gutter: gutter, start: .below, finish: .below)
        ways[route].append(passages.count)
        for (place, isStart) in [(from, true), (to, false)] {
            guard let place else { continue }
            if !isStart, let finish {
                ports[finish].passages.append(passages.count)
                passage.finish = .port(finish)
                continue
            }
            let side = place.node * 2 + (place.isRight ? 1 : 0)
            sides[side].append(ports.count)
            if isStart { passage.start = .port(ports.count) } else { passage.finish = .port(ports.count) }
            ports.append(Port(node: place.node, isRight: place.isRight, passages: [passages.count], isStart: isStart))
        }
        passages.append(passage)
    }

    /// How high a node must be for its ports.
    func leastHeight(of node: Int, metrics: Metrics) -> Int {
        let count = max(sides[node * 2].count, sides[node * 2 + 1].count)
        let height = 2 * metrics.portInset + max(count - 1, 0) * metrics.portGap
        return height + height % 2
    }

    /// The ports at the other ends.
    func partners(_ port: Int) -> [Int] {
        ports[port].passages.compactMap { index in
            let passage = passages[index]
            guard case .port(let other) = ports[port].isStart ? passage.finish : passage.start else { return nil }
            return other
        }
    }

    /// Passages with the same number run in one lane: it is that of the port at which they come together.
    func track(of passage: Int) -> Int {
        if case .port(let port) = passages[passage].finish { return ports[port].passages.first ?? passage }
        return passage
    }

    /// Whether two ports belong to passages that run in one lane.
    func areTogether(_ port: Int, _ other: Int) -> Bool {
        guard let first = ports[port].passages.first, let second = ports[other].passages.first else { return false }
        return track(of: first) == track(of: second)
    }

    mutating func move(_ port: Int, to y: Int) { ports[port].y = y }

    mutating func sortSide(_ side: Int, by precedes: (Int, Int) -> Bool) { sides[side].sort(by: precedes) }
}
