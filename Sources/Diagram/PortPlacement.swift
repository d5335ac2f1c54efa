/// Finds the heights at which arrows leave and reach the boxes: in an order that avoids crossings, spread along the side, and so
/// that as many arrows as possible are straight.
struct PortPlacement {
    let graph: LayeredGraph
    let tops: [Int]
    let heights: [Int]
    let metrics: Metrics
    /// For each route that passes below the boxes, how deep it goes compared with the others.
    let depths: [Int]

    /// What two lines must at least be apart that run along each other.
    private static let clearance = 5

    func place(_ passages: inout Passages) {
        for side in passages.sides.indices where !passages.sides[side].isEmpty {
            var keys: [Int: Key] = [:]
            for port in passages.sides[side] { keys[port] = key(port, passages) }
            passages.sortSide(side) { left, right in
                guard let first = keys[left], let second = keys[right] else { return left < right }
                return first < second
            }
            spread(side, &passages)
        }
        // First the ends on the right of the boxes, then those on the left, which by then know where the others stand.
        for remainder in [1, 0] {
            for side in passages.sides.indices where side % 2 == remainder { lean(side, &passages) }
        }
        var gutters = [[Int]](repeating: [], count: graph.columns.count + 1)
        for (index, passage) in passages.passages.enumerated() { gutters[passage.gutter].append(index) }
        let ports = gutters.map { self.ports(of: $0, passages) }
        for (gutter, members) in gutters.enumerated() where members.count <= 400 {
            straighten(members, among: ports[gutter], &passages)
        }
        for gutter in gutters.indices where gutters[gutter].count <= 400 {
            separate(gutter, ports, &passages)
        }
        let steps = StepRemoval(placement: self, gutters: ports)
        for (gutter, members) in gutters.enumerated() where members.count <= 400 {
            for index in members { steps.remove(from: index, gutter: gutter, &passages) }
        }
    }

    private func middle(_ node: Int) -> Int { tops[node] + heights[node] / 2 }

    // MARK: - Order

    /// What sorts the ports of a side, from the top.
    private struct Key: Comparable {
        var kind: Int
        var value: Int
        var tie: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.kind, left.value, left.tie) < (right.kind, right.value, right.tie)
        }
    }

    /// Loops nest: those that go up stand first, the shortest uppermost; those that go down last, the shortest lowest. Between
    /// them come the arrows to other columns, as their other ends stand, and then those that go down to the channel.
    private func key(_ port: Int, _ passages: Passages) -> Key {
        let own = passages.ports[port]
        let route = own.passages.first.map { passages.passages[$0].route } ?? 0
        let partners = passages.partners(port)
        guard let partner = partners.first else { return Key(kind: 2, value: -depths[route], tie: route) }
        let other = passages.ports[partner]
        if other.node == own.node { return Key(kind: 4, value: route, tie: own.isStart ? 0 : 1) }
        let place = partners.reduce(0) { $0 + middle(passages.ports[$1].node) } / partners.count
        if other.isRight != own.isRight { return Key(kind: 1, value: place, tie: route) }
        return place < middle(own.node)
            ? Key(kind: 0, value: -place, tie: route) : Key(kind: 3, value: -place, tie: -route)
    }

    private func spread(_ side: Int, _ passages: inout Passages) {
        let ports = passages.sides[side]
        let node = side / 2
        let room = max(heights[node] - 2 * metrics.portInset, 0)
        let gap = ports.count > 1 ? min(metrics.portGap + 5, room / (ports.count - 1)) : 0
        var y = middle(node) - gap * (ports.count - 1) / 2
        for port in ports {
            passages.move(port, to: y)
            y += gap
        }
    }

    // MARK: - Straight lines

    /// Moves the ports of a side together so that as many as can be face the other ends of their arrows.
    private func lean(_ side: Int, _ passages: inout Passages) {
        let ports = passages.sides[side]
        let node = side / 2
        guard graph.nodes[node].isBox, !ports.isEmpty else { return }
        let low = tops[node] + metrics.portInset
        let high = max(tops[node] + heights[node] - metrics.portInset, low)
        var hasFacing = false
        let wishes = ports.map { port -> (place: Double, weight: Double) in
            for partner in passages.partners(port) {
                let other = passages.ports[partner]
                if other.isRight != passages.ports[port].isRight, (low...high).contains(other.y) {
                    hasFacing = true
                    return (Double(other.y), graph.nodes[other.node].isBox ? 2 : 8)
                }
            }
            return (Double(passages.ports[port].y), 1)
        }
        guard hasFacing else { return }
        let gap = min(metrics.portGap, (high - low) / max(ports.count - 1, 1))
        let distances = [Double](repeating: Double(gap), count: ports.count - 1)
        for (index, place) in Placement.nearest(to: wishes, distances: distances).enumerated() {
            let first = low + index * gap
            let last = high - (ports.count - 1 - index) * gap
            passages.move(ports[index], to: min(max(Int(place.rounded()), first), last))
        }
    }

    /// Where a port may go without passing another of its side.
    func range(_ port: Int, gap: Int, _ passages: Passages) -> ClosedRange<Int> {
        let own = passages.ports[port]
        let y = own.y
        guard graph.nodes[own.node].isBox else { return y...y }
        let ports = passages.sides[own.node * 2 + (own.isRight ? 1 : 0)]
        var low = tops[own.node] + metrics.portInset
        var high = tops[own.node] + heights[own.node] - metrics.portInset
        if let index = ports.firstIndex(of: port) {
            if index > 0 { low = max(low, passages.ports[ports[index - 1]].y + gap) }
            if index + 1 < ports.count { high = min(high, passages.ports[ports[index + 1]].y - gap) }
        }
        return min(low, y)...max(high, y)
    }

    private func straighten(_ gutter: [Int], among all: [Int], _ passages: inout Passages) {
        var pairs: [(distance: Int, start: Int, finish: Int)] = []
        for index in gutter {
            guard case .port(let start) = passages.passages[index].start,
                case .port(let finish) = passages.passages[index].finish,
                passages.ports[start].isRight != passages.ports[finish].isRight
            else { continue }
            pairs.append((abs(passages.ports[start].y - passages.ports[finish].y), start, finish))
        }
        pairs.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.start < $1.start }
        for (_, start, finish) in pairs {
            let first = range(start, gap: metrics.portGap, passages)
            let second = range(finish, gap: metrics.portGap, passages)
            let low = max(first.lowerBound, second.lowerBound)
            let high = min(first.upperBound, second.upperBound)
            guard low <= high, !isStraight(finish, passages) else { continue }
            let wish = (passages.ports[start].y + passages.ports[finish].y) / 2
            let free = nearest(to: wish, in: low...high) { y in
                isFree(y, for: start, among: all, passages)
            }
            guard let free else { continue }
            passages.move(start, to: free)
            passages.move(finish, to: free)
        }
    }

    /// Moves ports so that no two lines from either side of a gutter run along each other.
    private func separate(_ gutter: Int, _ ports: [[Int]], _ passages: inout Passages) {
        let all = ports[gutter]
        for port in all where !isStraight(port, passages) {
            let y = passages.ports[port].y
            guard !isFree(y, for: port, among: all, passages) else { continue }
            guard graph.nodes[passages.ports[port].node].isBox else {
                shiftBend(port, gutter, ports, &passages)
                continue
            }
            // Where the side is crowded, rather nearer to its own neighbours than on a foreign line.
            let closer = metrics.portGap * 2 / 3
            for (gap, clearance) in [(metrics.portGap, Self.clearance), (closer, Self.clearance), (closer, 4), (4, 3)] {
                let free = nearest(to: y, in: range(port, gap: gap, passages)) {
                    isFree($0, for: port, among: all, clearance: clearance, passages)
                }
                guard let free else { continue }
                passages.move(port, to: free)
                break
            }
        }
    }

    /// Moves a bend a little, at both its sides, unless that would make a straight line crooked.
    private func shiftBend(_ port: Int, _ gutter: Int, _ ports: [[Int]], _ passages: inout Passages) {
        let own = passages.ports[port]
        guard let twin = passages.sides[own.node * 2 + (own.isRight ? 0 : 1)].first, !isStraight(twin, passages) else {
            return
        }
        let beyond = ports[own.isRight ? gutter - 1 : gutter + 1]
        let free = nearest(to: own.y, in: (own.y - 3)...(own.y + 3)) { y in
            isFree(y, for: port, among: ports[gutter], clearance: 3, passages)
                && isFree(y, for: twin, among: beyond, clearance: 3, passages)
        }
        guard let free else { return }
        passages.move(port, to: free)
        passages.move(twin, to: free)
    }

    func isStraight(_ port: Int, _ passages: Passages) -> Bool {
        passages.partners(port).contains { passages.ports[$0].y == passages.ports[port].y }
    }

    private func ports(of gutter: [Int], _ passages: Passages) -> [Int] {
        var ports: [Int] = []
        for index in gutter {
            for end in [passages.passages[index].start, passages.passages[index].finish] {
                if case .port(let port) = end { ports.append(port) }
            }
        }
        return ports
    }

    func isFree(
        _ y: Int,
        for port: Int,
        among ports: [Int],
        clearance: Int = clearance,
        _ passages: Passages
    ) -> Bool {
        ports.allSatisfy {
            abs(passages.ports[$0].y - y) >= clearance || passages.areTogether($0, port)
        }
    }

    private func nearest(to wish: Int, in range: ClosedRange<Int>, where isFit: (Int) -> Bool) -> Int? {
        let start = min(max(wish, range.lowerBound), range.upperBound)
        for distance in 0...(range.upperBound - range.lowerBound) {
            for y in distance == 0 ? [start] : [start - distance, start + distance] where range.contains(y) && isFit(y)
            {
                return y
            }
        }
        return nil
    }
}
