/// Finds an order of the boxes in each column in which few arrows cross.
///
/// It starts from the order of the file and never ends with one that costs more. Where another order would not read better,
/// the boxes keep that of the file.
struct Ordering {
    private let nodes: [LayeredGraph.Node]
    private let boxCount: Int
    /// The arrows within each column.
    private let loops: [[(from: Int, to: Int)]]
    private(set) var columns: [[Int]]
    private var position: [Int]

    init(_ graph: LayeredGraph) {
        nodes = graph.nodes
        boxCount = graph.diagram.boxes.count
        columns = graph.columns
        var loops = [[(from: Int, to: Int)]](repeating: [], count: graph.columns.count)
        for route in graph.routes where route.kind == .within && route.from != route.to {
            loops[graph.nodes[route.from].column].append((route.from, route.to))
        }
        self.loops = loops
        position = [Int](repeating: 0, count: nodes.count)
        number()
    }

    /// The crossings between neighbouring columns, and the boxes that arrows within a column have to go around.
    var cost: Int {
        var sum = 0
        for column in columns {
            var pairs: [(left: Int, right: Int)] = []
            for node in column {
                for next in nodes[node].after { pairs.append((position[node], position[next])) }
            }
            sum += Crossings.inversions(pairs)
        }
        for column in loops.indices { sum += loopCost(column) }
        return sum
    }

    /// Improves the order.
    mutating func improve() {
        // Beyond what anybody could read, order is not worth the time that it takes.
        guard nodes.count <= 2000, nodes.reduce(0, { $0 + $1.after.count }) <= 3000 else { return }
        let start = columns
        var best = (cost: cost, columns: columns)
        for attempt in 0..<3 where best.cost > 0 {
            columns = attempt == 2 ? start.map { $0.reversed() } : start
            number()
            for round in 0..<12 {
                sweep(forward: (round + attempt).isMultiple(of: 2), byMedian: (round / 2).isMultiple(of: 2))
                exchange()
                let cost = cost
                if cost < best.cost { best = (cost, columns) }
                if best.cost == 0 { break }
            }
            columns = best.columns
            number()
            sift()
            best = (cost, columns)
        }
        columns = best.columns
        number()
        restore()
    }

    private mutating func number() {
        for column in columns.indices { number(column) }
    }

    private mutating func number(_ column: Int) {
        for (index, node) in columns[column].enumerated() { position[node] = index }
    }

    private func loopCost(_ column: Int) -> Int {
        loops[column].reduce(0) { $0 + abs(position[$1.from] - position[$1.to]) - 1 }
    }

    /// Sorts each column by where the neighbours on one side stand. What has none there keeps its place.
    private mutating func sweep(forward: Bool, byMedian: Bool) {
        for column in forward ? Array(columns.indices) : columns.indices.reversed() {
            var keys: [(key: Double, node: Int)] = []
            for node in columns[column] {
                let neighbours = forward ? nodes[node].before : nodes[node].after
                guard !neighbours.isEmpty else { continue }
                keys.append((byMedian ? median(neighbours) : mean(neighbours), node))
            }
            keys.sort { $0.key != $1.key ? $0.key < $1.key : position[$0.node] < position[$1.node] }
            var next = keys.makeIterator()
            columns[column] = columns[column].map { node in
                let neighbours = forward ? nodes[node].before : nodes[node].after
                return neighbours.isEmpty ? node : next.next()?.node ?? node
            }
            number(column)
        }
    }

    private func mean(_ neighbours: [Int]) -> Double {
        Double(neighbours.reduce(0) { $0 + position[$1] }) / Double(neighbours.count)
    }

    private func median(_ neighbours: [Int]) -> Double {
        let places = neighbours.map { position[$0] }.sorted()
        let middle = places.count / 2
        if places.count % 2 == 1 { return Double(places[middle]) }
        return Double(places[middle - 1] + places[middle]) / 2
    }

    /// Exchanges neighbours in a column as long as that lowers the cost.
    private mutating func exchange() {
        for _ in 0..<8 {
            var hasChanged = false
            for column in columns.indices {
                for index in columns[column].indices.dropLast() where change(column, index) < 0 {
                    swap(column, index)
                    hasChanged = true
                }
            }
            if !hasChanged { return }
        }
    }

    /// In columns of how many nodes each is tried in every place: that costs the square of their number.
    private static let mostSifted = 80

    /// Moves each node to the place in its column where it costs least, as long as that lowers the cost.
    private mutating func sift() {
        for _ in 0..<4 {
            var hasChanged = false
            for column in columns.indices where (3...Self.mostSifted).contains(columns[column].count) {
                for node in columns[column] where sift(node, in: column) { hasChanged = true }
            }
            if !hasChanged { return }
        }
    }

    /// Takes a node through all places of its column and to the best, which is where it was if no other is better.
    private mutating func sift(_ node: Int, in column: Int) -> Bool {
        let start = position[node]
        let last = columns[column].count - 1
        var sum = 0
        var best = (cost: 0, place: start)
        func note(_ place: Int) { if sum < best.cost { best = (sum, place) } }
        for index in start..<last {
            sum += change(column, index)
            swap(column, index)
            note(index + 1)
        }
        for index in (0..<last).reversed() {
            sum += change(column, index)
            swap(column, index)
            note(index)
        }
        for index in 0..<best.place { swap(column, index) }
        return best.place != start
    }

    /// Exchanges neighbouring boxes back into the order of the file where that costs nothing.
    private mutating func restore() {
        for _ in 0..<max(8, min(boxCount, 64)) {
            var hasChanged = false
            for column in columns.indices {
                for index in columns[column].indices.dropLast() {
                    let upper = columns[column][index]
                    let lower = columns[column][index + 1]
                    guard upper > lower, upper < boxCount, change(column, index) <= 0 else { continue }
                    swap(column, index)
                    hasChanged = true
                }
            }
            if !hasChanged { return }
        }
    }

    private mutating func swap(_ column: Int, _ index: Int) {
        columns[column].swapAt(index, index + 1)
        position[columns[column][index]] = index
        position[columns[column][index + 1]] = index + 1
    }

    /// By how much the cost changes if a node and the one below it are exchanged.
    private mutating func change(_ column: Int, _ index: Int) -> Int {
        let upper = columns[column][index]
        let lower = columns[column][index + 1]
        var change = 0
        for (above, below) in [
            (nodes[upper].before, nodes[lower].before), (nodes[upper].after, nodes[lower].after),
        ] {
            for first in above {
                for second in below {
                    // Crossed now and free afterwards, or the reverse.
                    change +=
                        (position[first] < position[second] ? 1 : 0) - (position[first] > position[second] ? 1 : 0)
                }
            }
        }
        if !loops[column].isEmpty {
            let now = loopCost(column)
            swap(column, index)
            change += loopCost(column) - now
            swap(column, index)
        }
        return change
    }
}
