/// What bytes of UTF-8 are made of.
public enum UTF8Sequence {
    /// How many bytes the scalar has that starts at an offset; 0 if none does.
    public static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch bytes[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }

    /// An offset before which, from another one on, there is nothing but ASCII without NUL. Looks at eight bytes at a
    /// time, so what it stops at is among the next eight, or else the end is near.
    public static func afterPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A byte that is zero borrows from its highest bit, which is set in those that are not ASCII.
            guard ((word &- ones) | word) & (ones &* 0x80) == 0 else { break }
            index += 8
        }
        return index
    }

    /// Whether bytes are a text throughout.
    public static func areValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while true {
            index = afterPlain(bytes, from: index)
            guard index < bytes.count else { return true }
            let stop = min(index + 8, bytes.count)
            while index < stop {
                let length = length(bytes, at: index)
                if length == 0 { return false }
                index += length
            }
        }
    }
}
