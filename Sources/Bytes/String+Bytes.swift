extension String {
    /// Hands over the text's UTF-8 as it lies in memory.
    ///
    /// Without a copy of the text, as `withUTF8` needs one that can change: what many pages show would be counted up and
    /// down by all threads. Only a text that does not lie in one piece is copied, of which there are none on Linux.
    @inlinable
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var text = self
        return text.withUTF8(body)
    }
}
