/// Gives each different word a number, from 0 in the order of their first coming.
///
/// Hot: an open table over the bytes of all words, without a string or an object for each.
struct WordTable {
    /// A word with the hash by which most others are told from it.
    private struct Slot {
        var hash: UInt32 = 0
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
        let hash = Self.hash(word)
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place].number >= 0 {
            if slots[place].hash == hash, isWord(Int(slots[place].number), word) { return Int(slots[place].number) }
            place = (place + 1) & mask
        }
        let number = count
        bytes.append(contentsOf: word)
        starts.append(bytes.count)
        slots[place] = Slot(hash: hash, number: Int32(number))
        if count * 2 > slots.count { grow() }
        return number
    }

    private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == word.count else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    /// Eight bytes at a time, as most words have no more.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = UInt64(word.count)
        var part: UInt64 = 0
        for (index, byte) in word.enumerated() {
            part = part << 8 | UInt64(byte)
            if index & 7 == 7 {
                hash = mixed(hash ^ part)
                part = 0
            }
        }
        return UInt32(truncatingIfNeeded: mixed(hash ^ part))
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    private mutating func grow() {
        let former = slots
        slots = [Slot](repeating: Slot(), count: former.count * 2)
        let mask = slots.count - 1
        for slot in former where slot.number >= 0 {
            var place = Int(slot.hash) & mask
            while slots[place].number >= 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
