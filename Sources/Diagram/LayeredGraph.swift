/// The diagram as a graph in which every line goes from one column to the next.
///
/// An arrow that skips columns gets a bend in each of them, a place that keeps the way free between the boxes. Where there are
/// many arrows, those to one box share their bends, and so come together on the way.
struct LayeredGraph {
    let diagram: Diagram
    /// The boxes first, with the indices that they have in the diagram, then the bends.
    private(set) var nodes: [Node] = []
    /// The nodes of each column, in order.
    var columns: [[Int]]
    /// The arrows that can be drawn.
    private(set) var routes: [Route] = []
    /// Whether arrows that lead on to one box come together before they reach it.
    let isBundled: Bool
    private var sharedBends: [SharedBend: Int] = [:]

    /// With more arrows than these, one line for each would be more than one can follow.
    static let mostApart = 40

    private struct SharedBend: Hashable {
        var target: Int
        var column: Int
        var isFeedback: Bool
    }

    struct Node {
        var column: Int
        var isBox: Bool
        /// The nodes in the column before that a line joins with this; once for each line.
        var before: [Int] = []
        /// The nodes in the column after.
        var after: [Int] = []
    }

    /// An arrow and the way it takes.
    struct Route {
        /// The index of the arrow in the diagram.
        var arrow: Int
        var from: Int
        var to: Int
        var isFeedback: Bool
        var kind: Kind
        /// The nodes from the first to the last, for an arrow that goes forward; otherwise empty.
        var chain: [Int] = []
    }

    enum Kind {
        /// To a later column.
        case forward
        /// To a box of the same column, or to itself.
        case within
        /// To an earlier column.
        case back
    }

    init(_ diagram: Diagram) {
        self.diagram = diagram
        isBundled = diagram.arrows.count > Self.mostApart
        columns = Array(repeating: [], count: max(diagram.columns.count, diagram.boxes.isEmpty ? 0 : 1))
        for (index, box) in diagram.boxes.enumerated() {
            let column = min(max(box.column, 0), columns.count - 1)
            nodes.append(Node(column: column, isBox: true))
            columns[column].append(index)
        }
        for (index, arrow) in diagram.arrows.enumerated() {
            guard diagram.boxes.indices.contains(arrow.from), diagram.boxes.indices.contains(arrow.to) else { continue }
            add(arrow, index: index)
        }
        sortBends()
    }

    private mutating func add(_ arrow: Diagram.Arrow, index: Int) {
        let first = nodes[arrow.from].column
        let last = nodes[arrow.to].column
        var route = Route(
            arrow: index,
            from: arrow.from,
            to: arrow.to,
            isFeedback: arrow.isFeedback || last < first,
            kind: last > first ? .forward : last == first ? .within : .back
        )
        if last > first {
            route.chain = [arrow.from]
            for column in (first + 1)..<last {
                route.chain.append(bend(of: route, in: column))
            }
            route.chain.append(arrow.to)
            for (left, right) in zip(route.chain, route.chain.dropFirst()) {
                // What has come together goes on as one.
                if !nodes[left].isBox && nodes[left].after.contains(right) { continue }
                nodes[left].after.append(right)
                nodes[right].before.append(left)
            }
        }
        routes.append(route)
    }

    private mutating func bend(of route: Route, in column: Int) -> Int {
        let key = SharedBend(target: route.to, column: column, isFeedback: route.isFeedback)
        if isBundled, let bend = sharedBends[key] { return bend }
        let bend = nodes.count
        sharedBends[key] = bend
        columns[column].append(bend)
        nodes.append(Node(column: column, isBox: false))
        return bend
    }

    /// Puts the bends among the boxes where a straight line would pass. Boxes stay in the order of the file.
    private mutating func sortBends() {
        var height = [Double](repeating: 0, count: nodes.count)
        for column in columns {
            let boxes = column.filter { nodes[$0].isBox }
            for (index, node) in boxes.enumerated() {
                height[node] = (Double(index) + 0.5) / Double(boxes.count)
            }
        }
        for route in routes where route.chain.count > 2 {
            let steps = Double(route.chain.count - 1)
            for (step, node) in route.chain.enumerated().dropFirst().dropLast() {
                height[node] = height[route.from] + (height[route.to] - height[route.from]) * Double(step) / steps
            }
        }
        for column in columns.indices {
            columns[column].sort { height[$0] != height[$1] ? height[$0] < height[$1] : $0 < $1 }
        }
    }
}
