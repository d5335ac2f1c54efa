extension UnsafeBufferPointer<UInt8> {
    /// How many words a text has, as a word processor counts them: runs of anything but spaces, tabs and line ends.
    public var wordCount: Int {
        let raw = UnsafeRawBufferPointer(self)
        var count = 0
        var isAfterSpace = true
        var index = 0
        while index + 8 <= self.count {
            count += EightBytes(raw, at: index).wordStarts(isAfterSpace: &isAfterSpace)
            index += 8
        }
        for byte in self[index...] {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
            if isAfterSpace && !isSpace { count += 1 }
            isAfterSpace = isSpace
        }
        return count
    }
}

extension EightBytes {
    /// How many words begin here. Without a branch on where words end, which nobody can guess.
    fileprivate func wordStarts(isAfterSpace: inout Bool) -> Int {
        var spaces = surePlaces(of: 0x20)
        // Line ends and tabs are rare.
        if !places(below: 0x20).isEmpty {
            spaces |= surePlaces(of: 0x0A) | surePlaces(of: 0x09) | surePlaces(of: 0x0D)
        }
        let starts = (spaces &<< 8 | (isAfterSpace ? 0x80 : 0)) & ~spaces
        isAfterSpace = spaces &>> 63 == 1
        return starts.nonzeroBitCount
    }

    /// Where a byte stands, as the highest bit of each byte. Nothing is borrowed from one byte by the next, so all of them
    /// are sure, and each takes a step more.
    private func surePlaces(of byte: UInt8) -> UInt64 {
        let highest = Self.ones &* 0x80
        let others = bits ^ (Self.ones &* UInt64(byte))
        return ~((others & ~highest) &+ ~highest | others) & highest
    }
}
