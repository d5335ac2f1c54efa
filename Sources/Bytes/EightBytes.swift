/// Eight bytes of a text looked at as one number, so that what is nothing special is passed over in a few steps.
@frozen
public struct EightBytes {
    /// The bytes; the first of them is the lowest.
    @usableFromInline
    let bits: UInt64

    /// The eight bytes at an offset, all of which have to be there.
    @inlinable
    public init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The one to seven bytes from an offset to the end, with zeros behind them.
    @inlinable
    init(endOf bytes: UnsafeRawBufferPointer, from offset: Int) {
        let rest = bytes.count - offset
        if bytes.count >= 8 {
            bits = EightBytes(bytes, at: bytes.count - 8).bits &>> UInt64(8 * (8 - rest))
        } else if rest >= 4 {
            // Two halves that overlap in the middle, where they are the same.
            let first = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            let last = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
            bits = UInt64(first) | UInt64(last) &<< UInt64(8 * (rest - 4))
        } else {
            let middle = rest / 2
            bits =
                UInt64(bytes[offset]) | UInt64(bytes[offset + middle]) &<< UInt64(8 * middle)
                | UInt64(bytes[offset + rest - 1]) &<< UInt64(8 * (rest - 1))
        }
    }

    /// Some of the eight places, of which the first is sure: behind it there may be places that only look like it.
    @frozen
    public struct Places {
        /// The highest bit of each byte.
        @usableFromInline
        let marks: UInt64

        @inlinable
        init(marks: UInt64) { self.marks = marks }

        /// Whether there is none, which is sure.
        @inlinable
        public var isEmpty: Bool { marks & (EightBytes.ones &* 0x80) == 0 }

        /// The first place, from 0; 8 if there is none.
        @inlinable
        public var first: Int { (marks & (EightBytes.ones &* 0x80)).trailingZeroBitCount / 8 }

        /// The places of both.
        @inlinable
        public static func | (one: Places, other: Places) -> Places { Places(marks: one.marks | other.marks) }
    }

    /// Where a byte stands.
    @inlinable
    public func places(of byte: UInt8) -> Places { zeros(of: bits ^ (Self.ones &* UInt64(byte))) }

    /// Where a byte stands, or the one that differs from it in one bit.
    @inlinable
    public func places(of byte: UInt8, orWith bit: UInt8) -> Places {
        zeros(of: (bits | (Self.ones &* UInt64(bit))) ^ (Self.ones &* UInt64(byte | bit)))
    }

    /// Where a byte below another one stands, which is at most 0x80.
    @inlinable
    public func places(below limit: UInt8) -> Places {
        // A byte that is too small borrows from its highest bit, which can mislead only behind it.
        Places(marks: (bits &- Self.ones &* UInt64(limit)) & ~bits)
    }

    /// Where a byte beyond ASCII stands.
    @inlinable
    public var placesBeyondASCII: Places { Places(marks: bits) }

    @inlinable
    func zeros(of bits: UInt64) -> Places { Places(marks: (bits &- Self.ones) & ~bits) }

    /// Each byte 1, to spread a byte over all eight.
    @inlinable
    static var ones: UInt64 { 0x0101_0101_0101_0101 }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte, at or after another one, that is `special` among eight bytes; the count if there is
    /// none. Zeros behind the end may be taken for special ones.
    @inlinable
    public func next(from start: Int, _ special: (EightBytes) -> EightBytes.Places) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= count {
            let found = special(EightBytes(raw, at: index))
            if !found.isEmpty { return index + found.first }
            index += 8
        }
        guard index < count else { return count }
        return Swift.min(index + special(EightBytes(endOf: raw, from: index)).first, count)
    }

    /// Whether all are ASCII.
    @inlinable
    public var areASCII: Bool { next(from: 0) { $0.placesBeyondASCII } == count }
}
