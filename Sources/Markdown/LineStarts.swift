import Bytes

/// Finds lines in a text. A line ends with LF, CR or CRLF, as cmark counts them.
enum LineStarts {
    /// The offset of the first byte of each line; a text without any line end has one.
    static func find(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var starts = [0]
            var index = 0
            // Nearly all line ends are LF, which the C library finds fast.
            let holdsReturn = bytes.holds(0x0D)
            while index < bytes.count {
                if !holdsReturn { index = bytes.firstIndex(of: 0x0A, from: index) ?? bytes.count }
                guard index < bytes.count else { break }
                let byte = bytes[index]
                index += 1
                if byte == 0x0A {
                    starts.append(index)
                } else if byte == 0x0D {
                    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                    starts.append(index)
                }
            }
            return starts
        }
    }

    /// The index of the line that holds an offset.
    static func line(at offset: Int, in starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
