/// Finds the tags that stand alone on their line and takes the rest of the line from the text around them.
struct Standalone {
    /// The text tokens as they are printed; other tokens as they were.
    private(set) var ranges: [Range<Int>]
    /// The white space before each partial or parent that stands alone; it goes before each of its lines.
    private(set) var indentation: [Int: Range<Int>] = [:]
    /// Which tags leave no trace of their line.
    private(set) var isAlone: [Bool]

    private let tokens: [Token]
    private let bytes: [UInt8]
    private let pairing: Pairing

    init(_ tokens: [Token], bytes: [UInt8], pairing: Pairing) {
        self.tokens = tokens
        self.bytes = bytes
        self.pairing = pairing
        ranges = tokens.map(\.range)
        isAlone = Array(repeating: false, count: tokens.count)
        for index in tokens.indices where tokens[index].kind.mayStandAlone {
            if tokens[index].kind == .parent {
                // What is inside a parent and no block is not shown: the tags are judged as one.
                let end = pairing.closing[index] ?? index
                guard end < tokens.count, let lead = lead(before: index), let trail = trail(after: end) else {
                    continue
                }
                trim(index, lead)
                trim(end, trail)
                indentation[index] = lead
                isAlone[index] = true
            } else if kindClosed(by: index) != .parent, let lead = lead(before: index), let trail = trail(after: index)
            {
                trim(index, lead)
                trim(index, trail)
                if tokens[index].kind == .partial { indentation[index] = lead }
                isAlone[index] = true
            }
        }
    }

    private func kindClosed(by index: Int) -> Token.Kind? {
        pairing.opening[index].map { tokens[$0].kind }
    }

    private mutating func trim(_ index: Int, _ white: Range<Int>) {
        guard !white.isEmpty else { return }
        let before = index > 0 ? index - 1 : nil
        let after = index + 1 < tokens.count ? index + 1 : nil
        if let before, ranges[before].upperBound == white.upperBound {
            ranges[before] = min(ranges[before].lowerBound, white.lowerBound)..<white.lowerBound
        } else if let after, ranges[after].lowerBound == white.lowerBound {
            ranges[after] = white.upperBound..<max(ranges[after].upperBound, white.upperBound)
        }
    }

    /// The white space between the start of the line and a tag, if there is nothing else.
    private func lead(before index: Int) -> Range<Int>? {
        let end = tokens[index].range.lowerBound
        guard index > 0 else { return end..<end }
        let previous = tokens[index - 1]
        guard previous.kind == .text else {
            // What opens a parent prints nothing, so a block may begin on its line.
            let opensBlock = tokens[index].kind == .block && previous.kind == .parent
            return opensBlock || isLineStart(end) ? end..<end : nil
        }
        var start = end
        while start > previous.range.lowerBound {
            let byte = bytes[start - 1]
            if byte == 0x0A { return start..<end }
            guard byte.isWhiteSpace else { return nil }
            start -= 1
        }
        return isLineStart(start) ? start..<end : nil
    }

    /// The white space from a tag to the end of the line and the line end, if there is nothing else.
    private func trail(after index: Int) -> Range<Int>? {
        let start = tokens[index].range.upperBound
        guard index + 1 < tokens.count else { return start..<start }
        let next = tokens[index + 1]
        guard next.kind == .text else {
            let closesBlock = kindClosed(by: index) == .block && kindClosed(by: index + 1) == .parent
            return closesBlock ? start..<start : nil
        }
        var end = start
        while end < next.range.upperBound {
            let byte = bytes[end]
            end += 1
            if byte == 0x0A { return start..<end }
            guard byte.isWhiteSpace else { return nil }
        }
        return index + 2 == tokens.count ? start..<end : nil
    }

    /// Whether a line begins there.
    private func isLineStart(_ offset: Int) -> Bool {
        offset == 0 || bytes[offset - 1] == 0x0A || (offset == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
}
