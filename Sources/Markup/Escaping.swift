extension [UInt8] {
    /// Appends the UTF-8 of a string as it is.
    @inlinable
    public mutating func append(utf8 string: String) {
        var string = string
        string.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a text so that it means itself in HTML, in an element or in a quoted attribute:
    /// `&`, `<`, `>`, `"` and `'` become references, and controls that HTML forbids become U+FFFD.
    ///
    /// Hot: copies runs of bytes and looks at each byte once.
    public mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    /// Appends UTF-8 bytes so that they mean themselves in HTML.
    public mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            // Letters, digits and everything beyond ASCII, which is nearly all there is.
            if byte > 0x3E && byte != 0x7F {
                index += 1
                continue
            }
            let replacement: StaticString?
            switch byte {
            case 0x26: replacement = "&amp;"
            case 0x3C: replacement = "&lt;"
            case 0x3E: replacement = "&gt;"
            case 0x22: replacement = "&quot;"
            case 0x27: replacement = "&#39;"
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: replacement = "\u{FFFD}"
            default: replacement = nil
            }
            if let replacement {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                append(
                    contentsOf: UnsafeBufferPointer(
                        start: replacement.utf8Start,
                        count: replacement.utf8CodeUnitCount
                    )
                )
                start = index + 1
            }
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}
