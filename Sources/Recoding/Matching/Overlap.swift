import Study

/// What two texts have in common: runs of letters that stand in both.
///
/// Costs about as much as the two are long, whatever stands in them.
struct Overlap: Sendable {
    /// The shared runs in the old text, apart from each other and in order.
    private(set) var inOld: [Range<Int>] = []
    /// The shared runs in the new text, apart from each other and in order.
    private(set) var inNew: [Range<Int>] = []
    let oldCount: Int
    let newCount: Int

    /// How many letters of the old text stand in the new one.
    var sharedOld: Int { inOld.reduce(0) { $0 + $1.count } }
    /// How many letters of the new text stand in the old one.
    var sharedNew: Int { inNew.reduce(0) { $0 + $1.count } }

    /// How much of the old text stands in the new one, from 0 to 1.
    var shareOfOld: Double { oldCount == 0 ? 0 : Double(sharedOld) / Double(oldCount) }
    /// How much of the new text stands in the old one, from 0 to 1.
    var shareOfNew: Double { newCount == 0 ? 0 : Double(sharedNew) / Double(newCount) }
    /// How alike the two are, from 0 to 1.
    var likeness: Double {
        oldCount + newCount == 0 ? 0 : Double(sharedOld + sharedNew) / Double(oldCount + newCount)
    }

    /// What two texts have in common.
    init(_ old: [UInt8], _ new: [UInt8]) {
        oldCount = old.count
        newCount = new.count
        let shorter = min(old.count, new.count)
        guard shorter > 0 else { return }
        var head = zip(old, new).prefix { $0 == $1 }.count
        var tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        if tail == shorter { head = 0 }
        tail = min(tail, shorter - head)
        // Nearly all stands at the two ends: a slip, or something put in or taken out.
        if (head + tail) * 10 >= shorter * 9 {
            inOld = Self.joined([0..<head, (old.count - tail)..<old.count])
            inNew = Self.joined([0..<head, (new.count - tail)..<new.count])
            return
        }
        findRuns(old, new, atLeast: shorter >= 32 ? 8 : 4)
        if shorter <= 48, old.count + new.count <= 144 { allowForSlips(old, new) }
    }

    /// What two texts have in common, so far as their prints tell.
    init(_ old: TextPrint, _ new: TextPrint) {
        oldCount = old.letters
        newCount = new.letters
        let oldEnds = Self.pieceEnds(old)
        let newEnds = Self.pieceEnds(new)
        for (oldIndex, newIndex) in CommonPieces.of(old.pieces, new.pieces) {
            inOld.append((oldEnds[oldIndex] - old.pieces[oldIndex].letters)..<oldEnds[oldIndex])
            inNew.append((newEnds[newIndex] - new.pieces[newIndex].letters)..<newEnds[newIndex])
        }
        inOld = Self.joined(inOld)
        inNew = Self.joined(inNew)
    }

    private static func pieceEnds(_ print: TextPrint) -> [Int] {
        var end = 0
        return print.pieces.map { piece in
            end += piece.letters
            return end
        }
    }

    /// What became of the old words, if the two are one quote.
    var rewording: Rewording {
        let oldEnds = Self.ends(inOld, of: oldCount)
        let newEnds = Self.ends(inNew, of: newCount)
        // What one side has more of at an end than the other. Two letters more are a slip.
        let differences = [oldEnds.start - newEnds.start, oldEnds.end - newEnds.end]
        let isTrimmed = differences.contains { $0 > 2 }
        let isExtended = differences.contains { $0 < -2 }
        switch (isTrimmed, isExtended) {
        case (true, true): return .redrawn
        case (true, false): return .trimmed
        case (false, true): return .extended
        case (false, false):
            if shareOfOld < 0.85, shareOfNew >= 0.9 { return .trimmed }
            return shareOfNew < 0.85 && shareOfOld >= 0.9 ? .extended : .mended
        }
    }

    private static func ends(_ runs: [Range<Int>], of count: Int) -> (start: Int, end: Int) {
        guard let first = runs.first, let last = runs.last else { return (count, count) }
        return (first.lowerBound, count - last.upperBound)
    }

    /// Walks over the new text and takes the longest run of the old one at each step.
    private mutating func findRuns(_ old: [UInt8], _ new: [UInt8], atLeast length: Int) {
        guard old.count >= length, new.count >= length else { return }
        let chains = Chains(old, length: length)
        var covered = [Bool](repeating: false, count: old.count)
        var position = 0
        // Where the last run ended, in both texts.
        var end = (old: 0, new: 0)
        while position + length <= new.count {
            guard let run = chains.longest(old, new, from: position) else {
                position += 1
                continue
            }
            var (start, first) = (run.start, position)
            if start >= end.old, Self.isSlip(old[end.old..<start], new[end.new..<first]) { (start, first) = end }
            end = (run.start + run.count, position + run.count)
            for index in start..<end.old { covered[index] = true }
            inNew.append(first..<end.new)
            position = end.new
        }
        inNew = Self.joined(inNew)
        var start: Int?
        for index in 0...covered.count {
            if index < covered.count, covered[index] {
                if start == nil { start = index }
            } else if let first = start {
                inOld.append(first..<index)
                start = nil
            }
        }
    }

    /// Whether what stands between two runs is a slip rather than other words.
    private static func isSlip(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> Bool {
        guard old.count <= 12, new.count <= 12 else { return false }
        let slips = EditDistance.between(Array(old), Array(new))
        return slips <= 2 || slips * 3 <= max(old.count, new.count)
    }

    /// In short texts one slip can break every run; there the number of slips says more.
    private mutating func allowForSlips(_ old: [UInt8], _ new: [UInt8]) {
        let longer = max(old.count, new.count)
        let slips = EditDistance.between(old, new)
        guard slips * 4 <= longer, Double(longer - slips) / Double(longer) > likeness else { return }
        inOld = [0..<max(1, old.count - slips)]
        inNew = [0..<max(1, new.count - slips)]
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.reduce(into: []) { all, range in
            guard !range.isEmpty else { return }
            if let last = all.last, last.upperBound >= range.lowerBound {
                all[all.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                all.append(range)
            }
        }
    }
}

/// The places of every short run of letters in a text.
private struct Chains {
    private var heads: [Int32]
    private var next: [Int32]
    private let length: Int
    private let shift: UInt64

    /// More places of one run than this are not looked at, so that a text of one letter over and over costs no more.
    private static let depth = 12

    init(_ text: [UInt8], length: Int) {
        self.length = length
        let bits = max(4, 64 - (text.count * 2).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        heads = [Int32](repeating: -1, count: 1 << bits)
        next = [Int32](repeating: -1, count: text.count)
        for start in stride(from: text.count - length, through: 0, by: -1) {
            let slot = slot(text, start)
            next[start] = heads[slot]
            heads[slot] = Int32(start)
        }
    }

    private func slot(_ text: [UInt8], _ start: Int) -> Int {
        var value: UInt64 = 0
        for index in start..<(start + length) { value = value << 8 | UInt64(text[index]) }
        return Int(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    /// The longest run of the old text that begins at a place of the new one.
    func longest(_ old: [UInt8], _ new: [UInt8], from position: Int) -> (start: Int, count: Int)? {
        var best: (start: Int, count: Int)?
        var candidate = Int(heads[slot(new, position)])
        var seen = 0
        while candidate >= 0, seen < Self.depth {
            var count = 0
            while candidate + count < old.count, position + count < new.count,
                old[candidate + count] == new[position + count]
            {
                count += 1
            }
            if count >= length, count > best?.count ?? 0 { best = (candidate, count) }
            candidate = Int(next[candidate])
            seen += 1
        }
        return best
    }
}

/// How many letters have to be put in, taken out or changed to make one text of another.
enum EditDistance {
    /// Costs the product of the two lengths: for short texts.
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                let replaced = diagonal + (right[column] == byte ? 0 : 1)
                row[column + 1] = min(replaced, min(above, row[column]) + 1)
                diagonal = above
            }
        }
        return row[right.count]
    }
}

/// The pieces that two prints have in common, in the order of both.
enum CommonPieces {
    /// Beyond this only what stands at the two ends is looked at.
    private static let mostCells = 1 << 20

    static func of(_ old: [TextPrint.Piece], _ new: [TextPrint.Piece]) -> [(old: Int, new: Int)] {
        let shorter = min(old.count, new.count)
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.reversed(), new.reversed()).prefix(shorter - head).prefix { $0 == $1 }.count
        var common = (0..<head).map { (old: $0, new: $0) }
        let rows = old[head..<(old.count - tail)]
        let columns = new[head..<(new.count - tail)]
        if rows.count * columns.count <= mostCells { common += longest(rows, columns) }
        common += (0..<tail).map { (old: old.count - tail + $0, new: new.count - tail + $0) }
        return common
    }

    /// The longest common subsequence.
    private static func longest(
        _ old: ArraySlice<TextPrint.Piece>,
        _ new: ArraySlice<TextPrint.Piece>
    ) -> [(old: Int, new: Int)] {
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for row in stride(from: old.count - 1, through: 0, by: -1) {
            for column in stride(from: new.count - 1, through: 0, by: -1) {
                let isSame = old[old.startIndex + row] == new[new.startIndex + column]
                lengths[row * width + column] =
                    isSame
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var common: [(old: Int, new: Int)] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if old[old.startIndex + row] == new[new.startIndex + column] {
                common.append((old.startIndex + row, new.startIndex + column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return common
    }
}
