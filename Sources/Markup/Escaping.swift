extension [UInt8] {
    /// Appends the UTF-8 of a string as it is.
    @inlinable
    public mutating func append(utf8 string: String) {
        var string = string
        string.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a whole number in decimal digits.
    @inlinable
    public mutating func append(decimal number: Int) {
        if (0...9).contains(number) { append(0x30 + UInt8(number)) } else { append(utf8: String(number)) }
    }

    /// Appends a text so that it means itself in HTML, in an element or in a quoted attribute:
    /// `&`, `<`, `>`, `"` and `'` become references, and controls that HTML forbids become U+FFFD.
    ///
    /// Hot: copies runs of bytes and looks at each byte once.
    public mutating func appendEscaped(_ text: String) {
        // Without a copy of the text: what many pages show would be counted up and down by all threads.
        if text.utf8.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil {
            var text = text
            text.withUTF8 { appendEscaped($0) }
        }
    }

    /// Appends UTF-8 bytes so that they mean themselves in HTML.
    public mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        // A bit for each byte up to 0x3E that cannot stand as it is.
        let escaped: UInt64 = 0x5000_00C4_FFFF_D9FF
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            // Letters, digits, spaces and everything beyond ASCII, which is nearly all there is.
            if byte > 0x3E ? byte != 0x7F : escaped &>> UInt64(byte) & 1 == 0 {
                index += 1
                continue
            }
            let replacement: StaticString =
                switch byte {
                case 0x26: "&amp;"
                case 0x3C: "&lt;"
                case 0x3E: "&gt;"
                case 0x22: "&quot;"
                case 0x27: "&#39;"
                default: "\u{FFFD}"
                }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            append(
                contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
            )
            start = index + 1
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}
