/// Chooses among things of which some come up more often than others.
struct WeightedChoice {
    private let sums: [UInt64]

    /// The first of `count` things most often, the others less and less, as words do in a language (Zipf–Mandelbrot).
    /// The larger `evenness` is, the less the first stand out.
    init(count: Int, evenness: Int) {
        var sum: UInt64 = 0
        sums = (0..<count).map { rank in
            sum += (1 << 32) / UInt64(rank + 1 + evenness)
            return sum
        }
    }

    /// The position of one of the things.
    func pick(_ random: inout RandomSource) -> Int {
        let wanted = random.next().multipliedFullWidth(by: sums[sums.count - 1]).high
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
