/// Numbers that names stand for, for those who look up many names where they stand in a longer text and would have to make
/// a string of each.
///
/// It may not know a name that was added, if many others look like it: then one has to ask somebody who knows all.
struct NameTable: Sendable {
    private struct Entry {
        let name: Range<Int>
        let number: Int
    }

    /// How many entries are looked at before a name is not known.
    private static let reach = 16

    private var bytes: [UInt8] = []
    /// In as many places as a power of two, of which at least half are empty.
    private var entries: [Entry?]

    /// Room for a number of names.
    init(capacity: Int) {
        var count = 16
        while count < capacity * 2 { count *= 2 }
        entries = Array(repeating: nil, count: count)
    }

    /// Lets a name stand for a number, unless it stands for one already.
    mutating func add(_ name: String, _ number: Int) {
        var name = name
        name.withUTF8 { name in
            var place = Self.hash(name) & (entries.count - 1)
            for _ in 0..<Self.reach {
                guard let entry = entries[place] else {
                    entries[place] = Entry(name: bytes.count..<(bytes.count + name.count), number: number)
                    bytes += name
                    return
                }
                if isName(name, entry) { return }
                place = (place + 1) & (entries.count - 1)
            }
        }
    }

    /// The number of a name, by its exact bytes.
    func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = Self.hash(name) & (entries.count - 1)
        for _ in 0..<Self.reach {
            guard let entry = entries[place] else { return nil }
            if isName(name, entry) { return entry.number }
            place = (place + 1) & (entries.count - 1)
        }
        return nil
    }

    private func isName(_ name: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> Bool {
        guard entry.name.count == name.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            name.indices.allSatisfy { bytes[entry.name.lowerBound + $0] == name[$0] }
        }
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
