/// Gives each arrow in a gutter a lane of its own, in an order in which few arrows cross.
struct Lanes {
    /// What an arrow, or several that end in one, does in a gutter: it goes along it and has stubs to its sides.
    struct Track {
        var stubs: [Stub]

        var low: Int { stubs.reduce(Int.max) { min($0, $1.y) } }
        var high: Int { stubs.reduce(Int.min) { max($0, $1.y) } }
    }

    struct Stub {
        var y: Int
        /// Whether it leads to what lies on the right of the gutter.
        var isRight: Bool
    }

    /// The lane of each track, from the left.
    private(set) var lanes: [Int]
    private(set) var count = 0

    /// How many tracks are put in order. With more nobody could follow them anyway, and the cost is quadratic.
    private static let most = 500

    /// What two lines in one lane must be apart.
    private static let clearance = 8

    init(_ tracks: [Track]) {
        lanes = [Int](repeating: 0, count: tracks.count)
        guard !tracks.isEmpty else { return }
        let spans = tracks.map { (low: $0.low, high: $0.high) }
        if tracks.count <= Self.most {
            assign(Self.order(tracks, spans), spans)
        } else {
            lanes = Array(tracks.indices)
            count = tracks.count
        }
    }

    /// How bad it is that one track runs left of another.
    private static func cost(
        _ left: Track,
        _ leftSpan: (low: Int, high: Int),
        before right: Track,
        _ rightSpan: (low: Int, high: Int)
    ) -> Int {
        var cost = 0
        for stub in left.stubs where stub.isRight {
            if rightSpan.low - 2 <= stub.y && stub.y <= rightSpan.high + 2 { cost += 1 }
            // Two stubs on one line would look like one arrow.
            for other in right.stubs where !other.isRight && abs(other.y - stub.y) < 4 { cost += 50 }
        }
        for stub in right.stubs where !stub.isRight {
            if leftSpan.low - 2 <= stub.y && stub.y <= leftSpan.high + 2 { cost += 1 }
        }
        return cost
    }

    /// Inserts the tracks one after the other, the longest first, where each costs least; then tries to better each place.
    private static func order(_ tracks: [Track], _ spans: [(low: Int, high: Int)]) -> [Int] {
        let count = tracks.count
        var costs = [Int](repeating: 0, count: count * count)
        for first in 0..<count {
            for second in 0..<count where first != second {
                costs[first * count + second] = cost(tracks[first], spans[first], before: tracks[second], spans[second])
            }
        }
        var order: [Int] = []
        func best(for track: Int) -> (place: Int, cost: Int, costs: [Int]) {
            var sum = order.reduce(0) { $0 + costs[track * count + $1] }
            var all = [sum]
            for other in order {
                sum += costs[other * count + track] - costs[track * count + other]
                all.append(sum)
            }
            let least = all.min() ?? 0
            return (all.firstIndex(of: least) ?? 0, least, all)
        }
        let longestFirst = tracks.indices.sorted {
            let first = spans[$0].high - spans[$0].low
            let second = spans[$1].high - spans[$1].low
            return first != second ? first > second : $0 < $1
        }
        for track in longestFirst { order.insert(track, at: best(for: track).place) }
        for _ in 0..<20 {
            var hasChanged = false
            for track in longestFirst {
                guard let place = order.firstIndex(of: track) else { continue }
                order.remove(at: place)
                let better = best(for: track)
                let isBetter = better.cost < better.costs[place]
                order.insert(track, at: isBetter ? better.place : place)
                if isBetter { hasChanged = true }
            }
            if !hasChanged { break }
        }
        return order
    }

    /// Tracks that do not meet may share a lane. Each comes to stand in the middle of the lanes that are open to it.
    private mutating func assign(_ order: [Int], _ spans: [(low: Int, high: Int)]) {
        func meet(_ first: Int, _ second: Int) -> Bool {
            spans[first].low < spans[second].high + Self.clearance
                && spans[second].low < spans[first].high + Self.clearance
        }
        var fromLeft = [Int](repeating: 0, count: order.count)
        var fromRight = fromLeft
        for index in order.indices {
            for earlier in 0..<index where meet(order[earlier], order[index]) {
                fromLeft[index] = max(fromLeft[index], fromLeft[earlier] + 1)
            }
        }
        for index in order.indices.reversed() {
            for later in (index + 1)..<order.count where meet(order[later], order[index]) {
                fromRight[index] = max(fromRight[index], fromRight[later] + 1)
            }
        }
        count = (fromLeft.max() ?? 0) + 1
        for (index, track) in order.enumerated() {
            lanes[track] = (fromLeft[index] + count - 1 - fromRight[index]) / 2
        }
    }
}
