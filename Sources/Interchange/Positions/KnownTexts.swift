/// Words that are known from elsewhere, to compare selections with. White space does not count.
struct KnownTexts: Sendable {
    private let texts: Set<[UInt8]>
    private let sizes: ClosedRange<Int>?

    /// Shorter words stand at many places, so that they prove nothing.
    private static let shortest = 20

    init(_ texts: [String]) {
        let plain = texts.map { Array($0.utf8).withoutSpace }.filter { $0.count >= Self.shortest }
        self.texts = Set(plain)
        let counts = plain.map(\.count)
        sizes = counts.min().flatMap { least in counts.max().map { least...$0 } }
    }

    /// Whether a range of a text is one of them.
    func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        // White space seldom makes more than half of a text.
        guard let sizes, range.count >= sizes.lowerBound, range.count <= sizes.upperBound * 2 else { return false }
        return texts.contains(Array(text[range]).withoutSpace)
    }
}
