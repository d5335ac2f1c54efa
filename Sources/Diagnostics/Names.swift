extension StringProtocol {
    /// Without white space and line ends at both ends.
    public func trimmingSpaces() -> String {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[start...end])
    }

    /// Words parted by single spaces, in lower case: how names are compared when their exact form fails.
    public func foldedForComparison() -> String { String(self).foldedForComparison() }
}

extension String {
    /// Without white space and line ends at both ends.
    public func trimmingSpaces() -> String {
        // A character that begins or ends with a visible byte of ASCII is no space: most texts need no look at more.
        if let first = utf8.first, let last = utf8.last, first.isVisibleASCII, last.isVisibleASCII { return self }
        return self[...].trimmingSpaces()
    }
}

extension String {
    /// Words parted by single spaces, in lower case: how names are compared when their exact form fails.
    public func foldedForComparison() -> String {
        if let folded = foldedASCII() { return folded }
        return lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same in bytes; nil where there is more than ASCII.
    private func foldedASCII() -> String? {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { folded in
            var count = 0
            var isParted = false
            for byte in utf8 {
                switch byte {
                case 0x09...0x0D, 0x20: isParted = count > 0
                default:
                    if isParted {
                        folded[count] = 0x20
                        count += 1
                    }
                    isParted = false
                    folded[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                    count += 1
                }
            }
            return count
        }
    }
}

extension UInt8 {
    /// Whether it is a letter, a digit or a mark of ASCII, and neither a space nor a control character.
    fileprivate var isVisibleASCII: Bool { self > 0x20 && self < 0x7F }
}
