/// Finds out what stands between the fields of a file.
enum CSVDelimiter {
    /// The delimiter, and where the first row starts.
    ///
    /// Excel's `sep=;` line says it. Otherwise it is the one of comma, semicolon and tab that is most frequent in the
    /// first row, outside quotes.
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> (delimiter: UInt8, start: Int) {
        var start = 0
        // A file may have had a second byte order mark put before the first.
        while start + 3 <= bytes.count, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
            start += 3
        }
        if let declared = declared(in: bytes, at: start) { return declared }
        return (mostFrequent(in: bytes, from: start), start)
    }

    private static func declared(
        in bytes: UnsafeBufferPointer<UInt8>,
        at start: Int
    ) -> (delimiter: UInt8, start: Int)? {
        let end = bytes.lineEnd(from: start)
        guard end - start == 5, zip("sep=".utf8, bytes[start..<end]).allSatisfy({ $0 == $1 | 0x20 }) else { return nil }
        let delimiter = bytes[start + 4]
        switch delimiter {
        case CSVBytes.quote, 0x80..., UInt8(ascii: "0")...UInt8(ascii: "9"): return nil
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return nil
        case CSVBytes.tab, 0x20..<0x7F: return (delimiter, bytes.afterLineEnd(at: end))
        default: return nil
        }
    }

    private static func mostFrequent(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
        var counts = CSVBytes.delimiters.map { (delimiter: $0, count: 0) }
        var isQuoted = false
        var index = bytes.afterBlankLines(from: start, isDelimiter: CSVBytes.delimiters.contains)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == CSVBytes.quote {
                isQuoted.toggle()
            } else if !isQuoted {
                if CSVBytes.isLineEnd(byte) { break }
                for position in counts.indices where counts[position].delimiter == byte {
                    counts[position].count += 1
                }
            }
            index += 1
        }
        var best = counts[0]
        for candidate in counts where candidate.count > best.count { best = candidate }
        return best.delimiter
    }
}
