/// Takes away small steps: where an arrow would go on a few units higher or lower than it came, one side is moved to the other.
///
/// A straight run of bends moves as a whole, so that no step comes up elsewhere.
struct StepRemoval {
    let placement: PortPlacement
    /// The ports of each gutter.
    let gutters: [[Int]]
    private let above: [Int: Int]
    private let below: [Int: Int]

    /// Higher steps are seen as what they are, a change of direction.
    private static let highest = 16
    /// What a moved line must be apart from others, and from boxes that it passes.
    private static let clearance = 4
    private static let room = 6

    init(placement: PortPlacement, gutters: [[Int]]) {
        self.placement = placement
        self.gutters = gutters
        var above: [Int: Int] = [:]
        var below: [Int: Int] = [:]
        for column in placement.graph.columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                above[lower] = upper
                below[upper] = lower
            }
        }
        self.above = above
        self.below = below
    }

    func remove(from passage: Int, gutter: Int, _ passages: inout Passages) {
        guard case .port(let start) = passages.passages[passage].start,
            case .port(let finish) = passages.passages[passage].finish,
            passages.ports[start].isRight != passages.ports[finish].isRight
        else { return }
        let step = passages.ports[finish].y - passages.ports[start].y
        guard step != 0, abs(step) <= Self.highest else { return }
        // Where arrows come together a straight one among them is enough.
        guard !placement.isStraight(finish, passages) else { return }
        for (port, distance) in [(start, step), (finish, -step)] {
            if move(port, by: distance, &passages) { return }
        }
    }

    /// Moves a port and all that is straight with it.
    private func move(_ port: Int, by distance: Int, _ passages: inout Passages) -> Bool {
        var run: [Int] = [port]
        var members: Set<Int> = [port]
        var next = 0
        while next < run.count {
            let own = passages.ports[run[next]]
            var joined = passages.partners(run[next]).filter { passages.ports[$0].y == own.y }
            // The other side of a bend.
            if !isBox(own.node) { joined += passages.sides[own.node * 2] + passages.sides[own.node * 2 + 1] }
            for other in joined where members.insert(other).inserted { run.append(other) }
            next += 1
        }
        guard run.allSatisfy({ mayMove($0, by: distance, with: members, passages) }) else { return false }
        for member in run { passages.move(member, to: passages.ports[member].y + distance) }
        return true
    }

    private func isBox(_ node: Int) -> Bool { placement.graph.nodes[node].isBox }

    private func mayMove(_ port: Int, by distance: Int, with members: Set<Int>, _ passages: Passages) -> Bool {
        let own = passages.ports[port]
        let y = own.y + distance
        if isBox(own.node) {
            guard placement.range(port, gap: Self.room, passages).contains(y) else { return false }
        } else {
            if let upper = above[own.node], y < bottom(of: upper, passages) + Self.room { return false }
            if let lower = below[own.node], y > top(of: lower, passages) - Self.room { return false }
        }
        let gutter = placement.graph.nodes[own.node].column + (own.isRight ? 1 : 0)
        let others = gutters[gutter].filter { !members.contains($0) }
        return placement.isFree(y, for: port, among: others, clearance: Self.clearance, passages)
    }

    private func top(of node: Int, _ passages: Passages) -> Int {
        isBox(node) ? placement.tops[node] : height(of: node, passages)
    }

    private func bottom(of node: Int, _ passages: Passages) -> Int {
        isBox(node) ? placement.tops[node] + placement.heights[node] : height(of: node, passages)
    }

    /// Where the line goes through a bend, which may have been moved.
    private func height(of bend: Int, _ passages: Passages) -> Int {
        guard let port = (passages.sides[bend * 2] + passages.sides[bend * 2 + 1]).first else {
            return placement.tops[bend]
        }
        return passages.ports[port].y
    }
}
