/// Gives each different word a number, from 0 in the order of their first coming.
///
/// Hot: an open table without a string or an object for each word. Most words are told apart by their key alone.
struct WordTable {
    private struct Slot {
        var key: UInt64 = 0
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
            let number = Int(slots[place].number)
            if slots[place].key == key, word.count <= Self.longestKey || isWord(number, word) { return number }
            place = (place + 1) & mask
        }
        let number = count
        bytes.append(contentsOf: word)
        starts.append(bytes.count)
        slots[place] = Slot(key: key, number: Int32(number))
        if count * 2 > slots.count { grow() }
        return number
    }

    private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == word.count else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    /// Words of so many bytes are their own key.
    private static let longestKey = 7

    /// The bytes of a short word, none of which is 0; a mark of the bytes of a long one, with a bit that no short one
    /// has.
    private static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        if word.count <= longestKey {
            for byte in word { key = key << 8 | UInt64(byte) }
            return key
        }
        for byte in word { key = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return key | 1 << 63
    }

    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
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
