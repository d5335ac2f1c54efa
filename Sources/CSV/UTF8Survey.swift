import Diagnostics

/// What a run over bytes says about whether they are UTF-8.
struct UTF8Survey {
    /// The offset of the first byte that is no part of valid UTF-8.
    private(set) var firstStray: Int?
    /// The offset of the first byte that is NUL.
    private(set) var firstNUL: Int?
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
        // Most of what there is is ASCII.
        var index = UTF8Sequence.afterPlain(bytes, from: 0)
        while index < bytes.count { index = UTF8Sequence.afterPlain(bytes, from: index + note(bytes, at: index)) }
    }

    /// Takes note of what starts at an offset, and says how many bytes it has.
    private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let length = UTF8Sequence.length(bytes, at: index)
        switch length {
        case 0:
            if firstStray == nil { firstStray = index }
            strays += 1
        case 1:
            if bytes[index] == 0, firstNUL == nil { firstNUL = index }
        case 2 where bytes[index] > 0xC3: ambiguous += 1
        default: telling += 1
        }
        return max(length, 1)
    }
}
