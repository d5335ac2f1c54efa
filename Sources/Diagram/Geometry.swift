extension DiagramLayout.Frame {
    func overlaps(_ other: Self) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    func grown(by distance: Int) -> Self {
        Self(x: x - distance, y: y - distance, width: width + 2 * distance, height: height + 2 * distance)
    }

    /// Whether a horizontal or vertical stretch has a point inside; the border does not count.
    func isCrossed(from start: DiagramLayout.Point, to end: DiagramLayout.Point) -> Bool {
        max(start.x, end.x) > x && min(start.x, end.x) < maxX && max(start.y, end.y) > y && min(start.y, end.y) < maxY
    }
}

extension DiagramLayout {
    /// The points of a path without those that lie on a straight line between their neighbours.
    static func simplified(_ points: [Point]) -> [Point] {
        var result: [Point] = []
        for point in points {
            if result.last == point { continue }
            if result.count > 1 {
                let before = result[result.count - 2]
                let last = result[result.count - 1]
                if (before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y) {
                    result[result.count - 1] = point
                    continue
                }
            }
            result.append(point)
        }
        return result
    }

    /// Turns the drawing over, for languages that are read from the right to the left.
    mutating func mirror() {
        readsRightToLeft = true
        let width = width
        func mirror(_ lines: inout [Line]) {
            for index in lines.indices { lines[index].start.x = width - lines[index].start.x }
        }
        for index in headings.indices {
            mirror(&headings[index].lines)
            for end in headings[index].rule.indices {
                headings[index].rule[end].x = width - headings[index].rule[end].x
            }
        }
        for index in boxes.indices {
            boxes[index].frame.x = width - boxes[index].frame.maxX
            mirror(&boxes[index].title)
            mirror(&boxes[index].detail)
            for share in boxes[index].shares.indices {
                boxes[index].shares[share].mark.x = width - boxes[index].shares[share].mark.maxX
                boxes[index].shares[share].number.start.x = width - boxes[index].shares[share].number.start.x
            }
        }
        for index in arrows.indices {
            for point in arrows[index].points.indices {
                arrows[index].points[point].x = width - arrows[index].points[point].x
            }
            if var label = arrows[index].label {
                label.frame.x = width - label.frame.maxX
                mirror(&label.lines)
                arrows[index].label = label
            }
        }
    }
}

/// Counts crossings.
enum Crossings {
    /// How often the stretches of one path cross those of another, each in its inside.
    static func count(in paths: [[DiagramLayout.Point]]) -> Int {
        struct Stretch {
            var path: Int
            var at: Int
            var from: Int
            var to: Int
        }
        var horizontals: [Stretch] = []
        var verticals: [Stretch] = []
        for (path, points) in paths.enumerated() {
            for (start, end) in zip(points, points.dropFirst()) {
                if start.y == end.y {
                    horizontals.append(
                        Stretch(path: path, at: start.y, from: min(start.x, end.x), to: max(start.x, end.x))
                    )
                } else {
                    verticals.append(
                        Stretch(path: path, at: start.x, from: min(start.y, end.y), to: max(start.y, end.y))
                    )
                }
            }
        }
        var count = 0
        for horizontal in horizontals {
            for vertical in verticals where vertical.path != horizontal.path {
                if vertical.from < horizontal.at && horizontal.at < vertical.to && horizontal.from < vertical.at
                    && vertical.at < horizontal.to
                {
                    count += 1
                }
            }
        }
        return count
    }

    /// How many of the pairs are the wrong way round: the crossings between two columns, where each pair joins a place on the
    /// left to one on the right.
    ///
    /// Costs O(n log n).
    static func inversions(_ pairs: [(left: Int, right: Int)]) -> Int {
        let sorted = pairs.sorted { $0.left != $1.left ? $0.left < $1.left : $0.right < $1.right }
        let size = (sorted.map(\.right).max() ?? 0) + 1
        // A Fenwick tree over the places on the right.
        var tree = [Int](repeating: 0, count: size + 1)
        var count = 0
        for (seen, pair) in sorted.enumerated() {
            var notAfter = 0
            var index = pair.right + 1
            while index > 0 {
                notAfter += tree[index]
                index &= index - 1
            }
            count += seen - notAfter
            index = pair.right + 1
            while index <= size {
                tree[index] += 1
                index += index & -index
            }
        }
        return count
    }
}
