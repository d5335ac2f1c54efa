import Bytes

/// The bytes that mean something in CSV.
enum CSVBytes {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")

    /// What spreadsheets put between fields; of equally frequent ones the first is meant.
    static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), tab]

    /// Whether a byte ends a line, alone or with its twin.
    static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

extension UnsafeBufferPointer<UInt8> {
    /// The offset after the line end that stands at an offset, or that offset if none stands there.
    func afterLineEnd(at index: Int) -> Int {
        guard index < count, CSVBytes.isLineEnd(self[index]) else { return index }
        let isPair = self[index] == CSVBytes.carriageReturn && index + 1 < count && self[index + 1] == CSVBytes.lineFeed
        return index + (isPair ? 2 : 1)
    }

    /// The offset of the line end at or after an offset, or the end of the text.
    func lineEnd(from index: Int) -> Int {
        var index = index
        while index < count, !CSVBytes.isLineEnd(self[index]) { index += 1 }
        return index
    }

    /// The offset of the next control character or other byte that is looked for, or the end of the text.
    func nextControl(from start: Int, orOther other: UInt8) -> Int {
        next(from: start) { $0.places(below: CSVBytes.space) | $0.places(of: other) }
    }

    /// The offset after all lines that hold nothing but blanks and delimiters, as spreadsheets write for empty rows.
    func afterBlankLines(from index: Int, isDelimiter: (UInt8) -> Bool) -> Int {
        var start = index
        var index = index
        while index < count {
            let byte = self[index]
            if CSVBytes.isLineEnd(byte) {
                index = afterLineEnd(at: index)
                start = index
            } else if byte == CSVBytes.space || byte == CSVBytes.tab || isDelimiter(byte) {
                index += 1
            } else {
                return start
            }
        }
        return count
    }
}
