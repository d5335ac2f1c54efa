import Bytes

/// Makes a fingerprint of values that are added in turn. Each takes its length in, so `ab` and `c` differ from `a` and
/// `bc`.
///
/// Two lanes take sixteen bytes at a time: each multiplies to twice the width and folds the halves together, as wyhash
/// does. Reading 16 MB takes some milliseconds.
public struct Fingerprinter: Sendable {
    private var first: UInt64 = 0x243F_6A88_85A3_08D3
    private var second: UInt64 = 0x1319_8A2E_0370_7344

    /// Nothing was added yet.
    public init() {}

    /// Adds a number.
    public mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

    /// Adds another fingerprint.
    public mutating func add(_ fingerprint: Fingerprint) {
        mix(fingerprint.halves.0)
        mix(fingerprint.halves.1)
    }

    /// Adds a text.
    public mutating func add(_ text: String) { text.withBytes { add(UnsafeRawBufferPointer($0)) } }

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// Adds bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        mix(UInt64(bytes.count))
        let whole = bytes.count & ~7
        var offset = 0
        while offset + 16 <= whole {
            mix(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            )
            offset += 16
        }
        while offset < whole {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        if whole < bytes.count { mix(Self.rest(of: bytes)) }
    }

    /// The one to seven bytes that are no whole word, as the digits of a number.
    private static func rest(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        guard bytes.count < 8 else {
            // All at once, with some that stand before them.
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            return UInt64(bigEndian: last) & (1 << UInt64((bytes.count & 7) * 8) - 1)
        }
        var rest: UInt64 = 0
        for byte in bytes { rest = rest << 8 | UInt64(byte) }
        return rest
    }

    /// The fingerprint of what was added so far.
    public var fingerprint: Fingerprint {
        var last = self
        last.mix(0)
        return Fingerprint(last.first, last.second)
    }

    private mutating func mix(_ word: UInt64) {
        // Odd constants without a pattern; the words themselves never reach a factor of zero in both lanes.
        first = Self.fold(first ^ word ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)
        second = Self.fold(second ^ word &+ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
    }

    /// Mixes two words in as one step, each of them into both lanes.
    private mutating func mix(_ one: UInt64, _ other: UInt64) {
        first = Self.fold(first ^ one ^ 0xA076_1D64_78BD_642F, other ^ 0xE703_7ED1_A0B4_28DB)
        second = Self.fold(second ^ other &+ 0x8EBC_6AF0_9C88_C6E3, one ^ 0x5899_65CC_7537_4CC3)
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
