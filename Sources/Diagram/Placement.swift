/// Finds the heights at which the nodes of each column stand, in a given order: each near the middle of its neighbours, none
/// nearer to another than it may be.
struct Placement {
    private let graph: LayeredGraph
    private let heights: [Int]
    /// For each column, how far the middle of each node must stand below the middle of the one above it.
    private var distances: [[Double]] = []
    private var middle: [Double]
    /// Where the nodes would stand if each column were as close as may be, and centred.
    private var home: [Double]

    /// - Parameter gap: how much room there must be between two nodes that follow each other.
    init(_ graph: LayeredGraph, heights: [Int], gap: (Int, Int) -> Int) {
        self.graph = graph
        self.heights = heights
        middle = [Double](repeating: 0, count: graph.nodes.count)
        home = middle
        for column in graph.columns {
            var distances: [Double] = []
            for (upper, lower) in zip(column, column.dropFirst()) {
                distances.append(Double(heights[upper] + heights[lower]) / 2 + Double(gap(upper, lower)))
            }
            self.distances.append(distances)
        }
    }

    /// The top of each node. The topmost is at zero.
    mutating func tops() -> [Int] {
        for (column, nodes) in graph.columns.enumerated() {
            var y = -distances[column].reduce(0, +) / 2
            for (index, node) in nodes.enumerated() {
                middle[node] = y
                if index < distances[column].count { y += distances[column][index] }
            }
        }
        home = middle
        for round in 0..<24 {
            let isForward = round.isMultiple(of: 2)
            let isLast = round >= 16
            for column in isForward ? Array(graph.columns.indices) : graph.columns.indices.reversed() {
                relax(column, before: isForward || isLast, after: !isForward || isLast)
            }
        }
        var tops = rounded()
        straighten(&tops)
        let top = tops.min() ?? 0
        return tops.map { $0 - top }
    }

    private mutating func relax(_ column: Int, before: Bool, after: Bool) {
        let nodes = graph.columns[column]
        var wishes: [(place: Double, weight: Double)] = []
        for node in nodes {
            var sum = 0.0
            var weight = 0.0
            for neighbour in (before ? graph.nodes[node].before : []) + (after ? graph.nodes[node].after : []) {
                // A long arrow should be straight above all.
                let isLong = !graph.nodes[node].isBox && !graph.nodes[neighbour].isBox
                let isPart = !graph.nodes[node].isBox || !graph.nodes[neighbour].isBox
                let own = isLong ? 8.0 : isPart ? 2.0 : 1.0
                sum += own * middle[neighbour]
                weight += own
            }
            // A little of where it would stand by itself, so that nothing drifts away.
            sum += 0.4 * home[node]
            weight += 0.4
            wishes.append((sum / weight, weight))
        }
        for (node, place) in zip(nodes, Self.nearest(to: wishes, distances: distances[column])) { middle[node] = place }
    }

    /// The places that keep their order and distances and are nearest to what is wished, by least squares.
    ///
    /// Pools adjacent violators, which is exact and costs O(n).
    static func nearest(to wishes: [(place: Double, weight: Double)], distances: [Double]) -> [Double] {
        struct Block {
            var sum: Double
            var weight: Double
            var count: Int
            var place: Double { sum / weight }
        }
        var offset = 0.0
        var offsets: [Double] = []
        var blocks: [Block] = []
        for (index, wish) in wishes.enumerated() {
            if index > 0 { offset += distances[index - 1] }
            offsets.append(offset)
            blocks.append(Block(sum: (wish.place - offset) * wish.weight, weight: wish.weight, count: 1))
            while blocks.count > 1, blocks[blocks.count - 2].place > blocks[blocks.count - 1].place {
                let last = blocks.removeLast()
                blocks[blocks.count - 1].sum += last.sum
                blocks[blocks.count - 1].weight += last.weight
                blocks[blocks.count - 1].count += last.count
            }
        }
        var places: [Double] = []
        for block in blocks {
            for _ in 0..<block.count { places.append(block.place + offsets[places.count]) }
        }
        return places
    }

    private func rounded() -> [Int] {
        var tops = [Int](repeating: 0, count: graph.nodes.count)
        for (column, nodes) in graph.columns.enumerated() {
            var least = Int.min
            for (index, node) in nodes.enumerated() {
                let wish = Int((middle[node] - Double(heights[node]) / 2).rounded())
                tops[node] = max(wish, least)
                guard index + 1 < nodes.count else { break }
                let gap = distances[column][index] - Double(heights[node] + heights[nodes[index + 1]]) / 2
                least = tops[node] + heights[node] + Int(gap)
            }
        }
        return tops
    }

    /// Moves the bends of long arrows, where there is room, to the height of the bends before or after them.
    private func straighten(_ tops: inout [Int]) {
        var room: [Int: (above: Int?, below: Int?, gapAbove: Int, gapBelow: Int)] = [:]
        for (column, nodes) in graph.columns.enumerated() {
            for (index, node) in nodes.enumerated() where !graph.nodes[node].isBox {
                let above = index > 0 ? nodes[index - 1] : nil
                let below = index + 1 < nodes.count ? nodes[index + 1] : nil
                func gap(_ index: Int, _ upper: Int, _ lower: Int) -> Int {
                    Int(distances[column][index] - Double(heights[upper] + heights[lower]) / 2)
                }
                room[node] = (
                    above, below, above.map { gap(index - 1, $0, node) } ?? 0, below.map { gap(index, node, $0) } ?? 0
                )
            }
        }
        for isForward in [true, false, true] {
            for column in isForward ? Array(graph.columns.indices) : graph.columns.indices.reversed() {
                for node in graph.columns[column] {
                    let neighbours = isForward ? graph.nodes[node].before : graph.nodes[node].after
                    guard let room = room[node], let other = neighbours.first, !graph.nodes[other].isBox else {
                        continue
                    }
                    let low = room.above.map { tops[$0] + heights[$0] + room.gapAbove } ?? Int.min
                    let high = room.below.map { tops[$0] - heights[node] - room.gapBelow } ?? Int.max
                    if low <= tops[other] && tops[other] <= high { tops[node] = tops[other] }
                }
            }
        }
    }
}
