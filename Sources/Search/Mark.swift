/// A short name for a content, the same on every machine: files that scripts load are asked for by it, so that a
/// browser never takes an old copy for the new one.
public struct Mark {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The mark of nothing.
    public init() {}

    /// Takes a text in, and that it ends here. Hot: eight bytes at a time.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            let whole = bytes.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            take(bytes[whole...].reduce(0) { $0 << 8 | UInt64($1) })
            take(UInt64(bytes.count))
        }
    }

    /// Letters and digits.
    public var text: String { String(hash, radix: 36) }

    /// No two values lead from one state to the same next one, so a change of one part is never lost.
    private mutating func take(_ part: UInt64) {
        hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
    }
}
