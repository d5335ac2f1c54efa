/// Gives each different word a number, from 0 in the order of their first coming.
///
/// Hot: an open table without a string or an object for each word. Most words are told apart by their key alone.
struct WordTable {
    private struct Slot {
        var key: UInt64 = 0
        var length: Int32 = 0
        /// -1 where there is none.
        var number: Int32 = -1
    }

    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    private var slots: [Slot]

    init() {
        slots = [Slot](repeating: Slot(), count: 1 << 12)
    }

    /// How many different words there are.
    var count: Int { starts.count - 1 }

    /// The UTF-8 of a word.
    func word(_ number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

    /// The number of a word, a new one if it is new.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let key = Self.key(word)
        let mask = slots.count - 1
        var place = Self.hash(key) & mask
        while slots[place].number >= 0 {
            let slot = slots[place]
            if slot.key == key, slot.length == word.count,
                word.count <= Self.longestKey || isWord(Int(slot.number), word)
            {
                return Int(slot.number)
            }
            place = (place + 1) & mask
        }
        let number = count
        bytes.append(contentsOf: word)
        starts.append(bytes.count)
        slots[place] = Slot(key: key, length: Int32(word.count), number: Int32(number))
        if count * 2 > slots.count { grow() }
        return number
    }

    private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    /// Words of so many bytes at most are told apart by key and length alone.
    private static let longestKey = 8

    /// All bytes of a short word, a mark of those of a long one. In few steps whatever its length, as nobody can guess
    /// where words end.
    private static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(word)
        switch bytes.count {
        case 0..<4:
            return bytes.reduce(0) { $0 << 8 | UInt64($1) }
        case 4...longestKey:
            // The two halves overlap in the middle.
            let end = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
            return UInt64(bytes.loadUnaligned(as: UInt32.self)) | UInt64(end) << 32
        default:
            var key = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            for offset in stride(from: 0, to: bytes.count - 8, by: 8) {
                key = mixed(key) ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            }
            return key
        }
    }

    private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: mixed(key) & 0xFFFF_FFFF) }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    private mutating func grow() {
        let former = slots
        slots = [Slot](repeating: Slot(), count: former.count * 2)
        let mask = slots.count - 1
        for slot in former where slot.number >= 0 {
            var place = Self.hash(slot.key) & mask
            while slots[place].number >= 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
