/// How likely selections are where they stand, or where they would stand if all were moved.
enum EdgeScores {
    /// The score of each selection; 0 for those without any width.
    static func scores(
        _ text: DocumentText,
        _ selections: [(start: Int, end: Int)],
        _ way: PositionReading.Way,
        shift: (start: Int, end: Int) = (0, 0)
    ) -> [Int] {
        // Far positions must not overflow when they are moved.
        let far = Int.max / 2
        let ascending = Ascending(
            selections.flatMap { [min($0.start, far) + shift.start, min($0.end, far) + shift.end] }
        )
        let offsets = text.offsets(of: ascending.values, way)
        return text.bytes.withUnsafeBufferPointer { bytes in
            selections.indices.map { index in
                guard selections[index].start != selections[index].end else { return 0 }
                let start = Edge.start(bytes, at: offsets[ascending.places[index * 2]])
                let end = Edge.end(bytes, at: offsets[ascending.places[index * 2 + 1]])
                return start.score + end.score
            }
        }
    }

    /// Whether selections stand so much better after a move that it is no chance: the evidence is clear, and few lose by it.
    static func isClearlyBetter(_ moved: [Int], than original: [Int]) -> Bool {
        var gain = 0
        var better = 0
        var worse = 0
        for (new, old) in zip(moved, original) {
            gain += new - old
            if new > old { better += 1 }
            if new < old { worse += 1 }
        }
        return gain >= PositionJudge.shiftMargin && worse * 5 <= better
    }
}
