/// Finds positions in a list by what stands there. It holds nothing but the positions and a part of the hashes, so that
/// filling it copies nothing and letting it go takes no time.
struct PositionTable {
    /// In each place half a hash and a position, or `empty`. As many as a power of two, of which at least half are empty.
    private var places: [UInt64]
    private var count = 0

    private static let empty = UInt64.max

    /// Room for a number of positions, and for more if they come.
    init(capacity: Int = 8) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        places = [UInt64](repeating: Self.empty, count: size)
    }

    /// The position where something with a hash stands; `isSame` says whether it is what stands at a position.
    func position(_ hash: Int, where isSame: (Int) -> Bool) -> Int? {
        let place = place(hash, where: isSame)
        return places[place] == Self.empty ? nil : Self.position(in: places[place])
    }

    /// The position where something with a hash stands already; if it stands nowhere, it is at `position` from now on.
    mutating func enter(_ position: Int, _ hash: Int, where isSame: (Int) -> Bool) -> Int? {
        let place = place(hash, where: isSame)
        if places[place] != Self.empty { return Self.position(in: places[place]) }
        places[place] = Self.half(of: hash) << 32 | UInt64(UInt32(truncatingIfNeeded: position))
        count += 1
        if count * 2 > places.count { grow() }
        return nil
    }

    private func place(_ hash: Int, where isSame: (Int) -> Bool) -> Int {
        let half = Self.half(of: hash)
        var place = Int(half) & (places.count - 1)
        while places[place] != Self.empty {
            if places[place] >> 32 == half, isSame(Self.position(in: places[place])) { break }
            place = (place + 1) & (places.count - 1)
        }
        return place
    }

    private mutating func grow() {
        let former = places
        places = [UInt64](repeating: Self.empty, count: former.count * 2)
        for entry in former where entry != Self.empty {
            var place = Int(entry >> 32) & (places.count - 1)
            while places[place] != Self.empty { place = (place + 1) & (places.count - 1) }
            places[place] = entry
        }
    }

    /// No half is all ones, so that no entry looks like an empty place.
    private static func half(of hash: Int) -> UInt64 { UInt64(UInt(bitPattern: hash) & 0x7FFF_FFFF) }

    private static func position(in entry: UInt64) -> Int { Int(entry & 0xFFFF_FFFF) }
}
