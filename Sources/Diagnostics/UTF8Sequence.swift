import Bytes

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

    /// Where, from an offset on, there is the first byte that is not ASCII or is NUL; the end if there is none.
    public static func afterPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        bytes.next(from: start) { $0.placesBeyondASCII | $0.places(of: 0) }
    }

    /// Whether bytes are a text throughout.
    public static func areValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = afterPlain(bytes, from: 0)
        while index < bytes.count {
            let length = length(bytes, at: index)
            if length == 0 { return false }
            index = afterPlain(bytes, from: index + length)
        }
        return true
    }
}
