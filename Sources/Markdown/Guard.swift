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
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            guard check.admits(line: UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return false }
            start = end + 1
        }
        check.endRun()
        return check.work <= mostWork
    }

    private mutating func admits(line: UnsafeBufferPointer<UInt8>) -> Bool {
        var isLead = true
        var isBlank = true
        var marks = 0
        var pipes = 0
        var hasDash = false
        var isDelimiter = true
        for (index, byte) in line.enumerated() {
            let next = index + 1 < line.count ? line[index + 1] : 0x20
            let endsMark = next == 0x20 || next == 0x09
            switch byte {
            case 0x20, 0x09: continue
            case UInt8(ascii: ">"): if isLead { marks += 1 }
            case UInt8(ascii: "-"):
                hasDash = true
                if isLead, endsMark { marks += 1 }
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
                if isLead, endsMark { marks += 1 }
                isDelimiter = false
            case 0x30...0x39: isDelimiter = false
            case UInt8(ascii: "|"):
                pipes += 1
                isLead = false
            case UInt8(ascii: ":"): isLead = false
            case UInt8(ascii: "["):
                brackets += 1
                isLead = false
                isDelimiter = false
            case UInt8(ascii: "@"):
                ats += 1
                isLead = false
                isDelimiter = false
            default:
                isLead = false
                isDelimiter = false
            }
            isBlank = false
        }
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
