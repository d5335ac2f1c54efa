/// Finds what somebody probably meant.
public enum NearMiss {
    /// The candidate that is the fewest edits away from a word, if it is near enough to be worth suggesting.
    ///
    /// Letter case does not count. Near enough means one edit for words of up to four letters, and one more for
    /// every three letters after that, at most four. Of several, the one that comes first wins.
    public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= 120 else { return nil }
        let limit = min(4, max(1, 1 + (wanted.count - 2) / 3))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            let bound = (best?.distance ?? limit + 1) - 1
            guard abs(other.count - wanted.count) <= bound else { continue }
            let distance = editDistance(wanted, other)
            if distance <= bound { best = (candidate, distance) }
            if distance == 0 { break }
        }
        return best?.candidate
    }

    /// A help line for `nearest`, or nil: `did you mean ‘trust’?`.
    public static func suggestion(for word: String, in candidates: some Sequence<String>) -> String? {
        nearest(to: word, in: candidates).map { "did you mean ‘\($0)’?" }
    }

    /// Edits by insertion, deletion, replacement and exchange of neighbours (optimal string alignment).
    static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in 0..<right.count {
                let same = left[row] == right[column]
                var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
