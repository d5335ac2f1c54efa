import Bytes

/// What a run over bytes says about whether they are UTF-8.
struct UTF8Survey {
    /// The offset of the first byte that is no part of valid UTF-8.
    private(set) var firstStray: Int?
    /// How many bytes are no part of valid UTF-8.
    private(set) var strays = 0
    /// Sequences that nobody writes by accident in Windows-1252: those of three and four bytes (`â€™` for `’`), and
    /// the accented letters of Western Europe (`Ã©` for `é`).
    private(set) var telling = 0
    /// Other sequences of two bytes. Windows-1252 holds some by accident, such as a capital with an accent and a
    /// closing quotation mark.
    private(set) var ambiguous = 0

    /// Whether bytes that are not valid UTF-8 were meant to be.
    var looksLikeUTF8: Bool { telling > 0 || ambiguous > strays }

    /// Looks at all bytes.
    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { survey($0) }
    }

    /// Looks at all bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { survey(bytes) }

    private mutating func survey(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            // Eight bytes of ASCII at a time, which is most of what there is.
            if index + 8 <= bytes.count, EightBytes(raw, at: index).placesBeyondASCII.isEmpty {
                index += 8
                continue
            }
            let length = Self.sequenceLength(bytes, at: index)
            switch length {
            case 0:
                if firstStray == nil { firstStray = index }
                strays += 1
            case 1: break
            case 2 where bytes[index] > 0xC3: ambiguous += 1
            default: telling += 1
            }
            index += max(length, 1)
        }
    }

    /// How many bytes the scalar has that starts at an offset; 0 if none does.
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
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
}
