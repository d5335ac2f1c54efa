import CSV

/// The text of a document as a tool keeps it, with all that is needed to count in it.
struct DocumentText: Sendable {
    /// The text in UTF-8 with the line ends that it came with, without byte order mark.
    let bytes: [UInt8]
    /// Whether a byte order mark stood before it.
    let hasByteOrderMark: Bool
    /// Where the text as it is shown differs from the bytes, besides line ends; in order, without overlaps.
    private(set) var edits: [Edit]
    /// What could not be read in the file's encoding.
    let problem: String?
    /// What kinds of characters occur, on which ways of counting depend.
    let features: Features

    /// A part of the bytes that is shown as something else.
    struct Edit: Sendable {
        let range: Range<Int>
        let shown: [UInt8]
        /// Whether it mends letters that a tool broke.
        let isMend: Bool
    }

    /// What decides whether ways of counting differ.
    struct Features: Sendable {
        var hasCarriageReturnPairs = false
        var hasLoneLineFeeds = false
        var hasNonASCII = false
        var hasAstral = false
    }

    /// A text in whatever encoding it has.
    init(file: [UInt8]) {
        let decoded = TextDecoding.decode(file)
        var bytes = decoded.utf8
        var hasMark = decoded.encoding != .utf8 && decoded.encoding != .windows1252
        // A second mark is the first character of the text for a person, and a mark for whoever wrote it.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes.removeFirst(3)
            hasMark = true
        }
        self.init(bytes: bytes, hasByteOrderMark: hasMark, problem: decoded.problem?.message)
    }

    /// A text that a file holds as a string.
    init(_ string: String) {
        var bytes = Array(string.utf8)
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if hasMark { bytes.removeFirst(3) }
        self.init(bytes: bytes, hasByteOrderMark: hasMark)
    }

    /// A text from valid UTF-8.
    ///
    /// - Parameter edits: What is shown as something else, such as the space that a tool puts into empty paragraphs.
    init(bytes: [UInt8], hasByteOrderMark: Bool = false, edits given: [Edit] = [], problem: String? = nil) {
        self.bytes = bytes
        self.hasByteOrderMark = hasByteOrderMark
        self.problem = problem
        var features = Features()
        var separators: [Edit] = []
        bytes.withUnsafeBufferPointer { bytes in
            for (index, byte) in bytes.enumerated() where byte >= 0x80 || byte == 0x0D || byte == 0x0A {
                if byte == 0x0A {
                    if index == 0 || bytes[index - 1] != 0x0D { features.hasLoneLineFeeds = true }
                    continue
                }
                if byte == 0x0D {
                    if index + 1 < bytes.count, bytes[index + 1] == 0x0A { features.hasCarriageReturnPairs = true }
                    continue
                }
                features.hasNonASCII = true
                if byte >= 0xF0 { features.hasAstral = true }
                // U+2028 and U+2029 end lines and paragraphs in some windows.
                if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                    bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
                {
                    separators.append(Edit(range: index..<index + 3, shown: [0x0A], isMend: false))
                }
            }
        }
        self.features = features
        let mends = features.hasNonASCII ? Mojibake.mends(in: bytes) : []
        edits = []
        var end = 0
        for edit in (given + mends + separators).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= end {
            edits.append(edit)
            end = edit.range.upperBound
        }
    }

    // MARK: Showing

    /// The whole text as it is shown: with LF line ends.
    var shown: String { shown(0..<bytes.count) }

    /// A part of the text as it is shown.
    func shown(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        var next = firstEdit(endingAfter: index)
        while index < range.upperBound {
            if next < edits.count, edits[next].range.lowerBound <= index {
                result.append(contentsOf: edits[next].shown)
                index = edits[next].range.upperBound
                next += 1
                continue
            }
            let byte = bytes[index]
            if byte == 0x0D {
                result.append(0x0A)
                index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a part of the text was mended.
    func isMended(_ range: Range<Int>) -> Bool {
        var next = firstEdit(endingAfter: range.lowerBound)
        while next < edits.count, edits[next].range.lowerBound < range.upperBound {
            if edits[next].isMend { return true }
            next += 1
        }
        return false
    }

    /// How many places were mended.
    var mendCount: Int { edits.count { $0.isMend } }

    /// A range without white space at its ends, and with what is shown as one thing whole.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, case let length = bytes.whiteSpace(at: start), length > 0, start + length <= end {
            start += length
        }
        while end > start, case let length = bytes.whiteSpace(before: end), length > 0, end - length >= start {
            end -= length
        }
        guard !edits.isEmpty, start < end else { return start..<end }
        let first = firstEdit(endingAfter: start)
        if first < edits.count, edits[first].range.lowerBound < start { start = edits[first].range.lowerBound }
        let last = firstEdit(endingAfter: end - 1)
        if last < edits.count, edits[last].range.lowerBound < end { end = max(end, edits[last].range.upperBound) }
        return start..<end
    }

    private func firstEdit(endingAfter offset: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [UInt8] {
    /// How many bytes the white space has that begins at an offset; 0 if none does.
    func whiteSpace(at index: Int) -> Int {
        guard index < count else { return 0 }
        switch self[index] {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return index + 1 < count && (self[index + 1] == 0xA0 || self[index + 1] == 0x85) ? 2 : 0
        case 0xE2, 0xE3, 0xEF: return index + 2 < count && isWideSpace(index) ? 3 : 0
        default: return 0
        }
    }

    /// How many bytes the white space has that ends at an offset; 0 if none does.
    func whiteSpace(before end: Int) -> Int {
        if end >= 1, whiteSpace(at: end - 1) == 1 { return 1 }
        if end >= 2, whiteSpace(at: end - 2) == 2 { return 2 }
        if end >= 3, whiteSpace(at: end - 3) == 3 { return 3 }
        return 0
    }

    private func isWideSpace(_ index: Int) -> Bool {
        let value = UInt32(self[index]) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
        switch value {
        // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF.
        case 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080, 0xEFBBBF: return true
        default: return false
        }
    }
}
