/// Numbers that look random and are the same for a seed on every machine (SplitMix64).
///
/// Only whole numbers: fractions and logarithms may differ in their last digit from one machine to the next.
struct RandomSource {
    private var state: UInt64

    /// The numbers of one part of a study, so that a change of one part leaves the others as they were.
    init(seed: UInt64, part: String) {
        // FNV-1a keeps the parts of a study apart.
        let mark = part.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
        state = seed
        state = next() ^ mark
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to before `limit`, which is more than 0.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// A number of a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// Up to so many different ones of a list.
    mutating func pick<Element>(_ count: Int, of list: [Element]) -> [Element] {
        var left = list
        var picked: [Element] = []
        while picked.count < count, !left.isEmpty { picked.append(left.remove(at: below(left.count))) }
        return picked
    }

    /// A list in another order.
    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for index in list.indices.dropLast() { list.swapAt(index, number(index...(list.count - 1))) }
        return list
    }
}
