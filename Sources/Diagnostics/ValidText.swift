import Bytes

extension String {
    /// A text of bytes that are valid UTF-8, which the caller has to know: they are not looked over once more.
    ///
    /// Swift takes a step for each byte of a text that is not all ASCII to find that out, which for all texts of a study
    /// together is longer than it takes to read them.
    public init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        if !bytes.areASCII, #available(macOS 26, *) {
            self.init(copying: UTF8Span(unchecked: bytes.span))
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }
}

extension String {
    /// A text of bytes that somebody else made and that should be valid UTF-8; where they are not, U+FFFD takes the place
    /// of what they hold. Looks at eight bytes at a time as long as they are ASCII.
    public init(probablyUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        if UTF8Sequence.areValid(bytes) {
            self.init(validUTF8: bytes)
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }
}
