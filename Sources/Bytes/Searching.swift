#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Searching bytes, as fast as the C library does.
extension UnsafeBufferPointer<UInt8> {
    /// Where a byte stands first, at or after an index.
    public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether a byte stands somewhere.
    public func holds(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: 0) != nil }

    /// Whether some bytes stand at an index.
    public func holds(_ wanted: [UInt8], at index: Int) -> Bool {
        guard index >= 0, count - index >= wanted.count, let base = baseAddress else { return false }
        return memcmp(base + index, wanted, wanted.count) == 0
    }
}

extension String {
    /// Whether a byte stands in its UTF-8.
    public func holds(_ byte: UInt8) -> Bool { withBytes { $0.holds(byte) } }
}
