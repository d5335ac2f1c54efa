import Bytes

/// Sees, before cmark does, a text on which cmark would take a time that grows with the square of its length.
///
/// Nobody writes such a text; it is shown as it is rather than as Markdown. The measures come from cmark-gfm 0.29.0.gfm.6:
/// containers nested by the hundred, tables whose missing cells are filled in, and very many brackets, `@` or lines in
/// front of a table within one run of lines without a blank one.
struct Guard {
    /// How deep quotes and lists may be nested within a line.
    static let deepestNesting = 100
    /// How many cells all tables of a text may have together.
    static let mostCells = 500_000
    /// How much work one run of lines may give; the unit is about a nanosecond.
    static let mostWork = 1_000_000_000

    private var cells = 0
    private var work = 0
    private var brackets = 0
    private var ats = 0
    private var lines = 0
    private var columns = 0

    /// Whether cmark can take a text.
    static func admits(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(admits)
    }

    /// Whether cmark can take a text. Looks at each byte once.
    static func admits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= MarkdownReader.limit else { return false }
        var check = Guard()
        var start = 0
        while start < bytes.count {
            guard check.admits(lineAt: &start, of: bytes) else { return false }
        }
        check.endRun()
        return check.work <= mostWork
    }

    /// Looks at the line that starts at an offset, which becomes that of the next line.
    private mutating func admits(lineAt start: inout Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isLead = true
        var isBlank = true
        var marks = 0
        var pipes = 0
        var hasDash = false
        var isDelimiter = true
        var index = start
        // Most lines begin with a letter, and then there are only brackets to count.
        while isLead || isDelimiter, index < bytes.count, !Self.endsLine(bytes[index]) {
            let byte = bytes[index]
            index += 1
            if byte == 0x20 || byte == 0x09 { continue }
            isBlank = false
            switch byte {
            case UInt8(ascii: ">"): if isLead { marks += 1 }
            case UInt8(ascii: "-"):
                hasDash = true
                if isLead, Self.endsMark(bytes, at: index) { marks += 1 }
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
                if isLead, Self.endsMark(bytes, at: index) { marks += 1 }
                isDelimiter = false
            case 0x30...0x39: isDelimiter = false
            case UInt8(ascii: "|"):
                pipes += 1
                isLead = false
            case UInt8(ascii: ":"): isLead = false
            default:
                count(byte)
                isLead = false
                isDelimiter = false
            }
        }
        let end = countToEnd(from: index, of: bytes)
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        // A line of nothing but marks may be a rule, of whatever length, if it is one of `-` or `*`; cmark takes that fast
        // but for the quotes before it.
        if marks > Self.deepestNesting, !(isLead && Self.isRule(line)) { return false }
        if isBlank {
            endRun()
        } else {
            if isDelimiter, hasDash {
                work += lines * lines
                columns = max(columns, pipes + 1)
            }
            cells += columns
            lines += 1
        }
        return cells <= Self.mostCells && work <= Self.mostWork
    }

    private mutating func count(_ byte: UInt8) {
        if byte == UInt8(ascii: "[") { brackets += 1 }
        if byte == UInt8(ascii: "@") { ats += 1 }
    }

    /// Counts in the rest of a line, and says where it ends.
    private mutating func countToEnd(from start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = Self.nextMark(from: start, of: bytes)
        while index < bytes.count {
            if Self.endsLine(bytes[index]) { return index }
            count(bytes[index])
            index = Self.nextMark(from: index + 1, of: bytes)
        }
        return bytes.count
    }

    /// Where, from an offset on, there is the first byte that is counted or ends a line, or another control character.
    private static func nextMark(from start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.next(from: start) {
            $0.places(below: 0x0E) | $0.places(of: UInt8(ascii: "[")) | $0.places(of: UInt8(ascii: "@"))
        }
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether a blank or the end of a line follows a mark.
    private static func endsMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return bytes[index] == 0x20 || bytes[index] == 0x09 || endsLine(bytes[index])
    }

    private mutating func endRun() {
        work += brackets * brackets + ats * ats / 8
        brackets = 0
        ats = 0
        lines = 0
        columns = 0
    }

    private static func isRule(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), first != UInt8(ascii: ">") else {
            return false
        }
        return line.allSatisfy { $0 == first || $0 == 0x20 || $0 == 0x09 }
    }
}
