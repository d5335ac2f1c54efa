/// Brings UTF-16 to UTF-8.
struct UTF16Decoder {
    /// The text so far, always valid.
    private(set) var utf8: [UInt8] = []
    /// The first place that could not be read.
    private(set) var problem: DecodedText.Problem?

    private let isBigEndian: Bool

    /// A decoder for units whose first byte is the high one, or the low one.
    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// Reads a whole text, without byte order mark.
    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
        utf8.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        let end = bytes.count & ~1
        var index = 0
        while index < end {
            let unit = unit(bytes, at: index)
            index += 2
            switch unit {
            case 0..<0x80: utf8.append(UInt8(unit))
            case 0xD800..<0xDC00:
                guard index < end, case let low = self.unit(bytes, at: index), (0xDC00...0xDFFF).contains(low) else {
                    fail("this is not valid UTF-16: half of a character is missing")
                    continue
                }
                index += 2
                append(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
            case 0xDC00...0xDFFF: fail("this is not valid UTF-16: half of a character is missing")
            default: append(UInt32(unit))
            }
        }
        if end < bytes.count { fail("this is not valid UTF-16: the file ends in the middle of a character") }
    }

    private func unit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16 {
        let first = UInt16(bytes[index])
        let second = UInt16(bytes[index + 1])
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    private mutating func append(_ value: UInt32) {
        utf8.append(contentsOf: Unicode.Scalar(value).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func fail(_ message: String) {
        if problem == nil { problem = .init(offset: utf8.count, message: message) }
        utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
}
