import Bytes

extension [UInt8] {
    /// Appends a text so that it means itself in HTML, in an element or in a quoted attribute:
    /// `&`, `<`, `>`, `"` and `'` become references, and controls that HTML forbids become U+FFFD.
    ///
    /// Hot: copies runs of bytes and looks at eight of them at once.
    public mutating func appendEscaped(_ text: String) { text.withBytes { appendEscaped($0) } }

    /// Appends UTF-8 bytes so that they mean themselves in HTML.
    public mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while true {
            index = bytes.next(from: index) { eight in
                // `"`, `&` and `'`, `<` and `>`, controls. Line ends and tabs are found, too, and stay.
                eight.places(below: 0x20) | eight.places(of: 0x22) | eight.places(of: 0x26, orWith: 0x01)
                    | eight.places(of: 0x3C, orWith: 0x02) | eight.places(of: 0x7F)
            }
            guard index < bytes.count else { break }
            if let replacement = Self.replacement(bytes[index]) {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                append(replacement)
                start = index + 1
            }
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// What stands for a byte that means something in HTML or is not allowed there.
    private static func replacement(_ byte: UInt8) -> StaticString? {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        default: "\u{FFFD}"
        }
    }
}
