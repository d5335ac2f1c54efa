/// A short name for a content, the same on every machine: files that scripts load are asked for by it, so that a
/// browser never takes an old copy for the new one.
public struct Mark {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The mark of nothing.
    public init() {}

    /// Takes a text in, and that it ends here (FNV-1a with 64 bits).
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    /// Letters and digits.
    public var text: String { String(hash, radix: 36) }
}
