/// How long quotes are: half have more than 45 words, a few have one, a few have 400.
enum QuoteLength {
    /// Percentiles of the lengths, in tenths of a percent.
    private static let marks = [
        (0, 1), (50, 4), (100, 10), (250, 24), (500, 45), (750, 78), (900, 130), (970, 210), (995, 300), (1_000, 400),
    ]

    /// The words of a quote. The smallest study, too, has one of one word and one of 400.
    static func words(of index: Int, _ random: inout RandomSource) -> Int {
        let point = random.below(1_000)
        switch index {
        case 3: return 1
        case 7: return 400
        default: break
        }
        guard let next = marks.firstIndex(where: { $0.0 > point }), next > 0 else { return 1 }
        let (low, high) = (marks[next - 1], marks[next])
        return low.1 + (high.1 - low.1) * (point - low.0) / (high.0 - low.0)
    }
}
