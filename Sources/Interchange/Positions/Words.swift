/// The words of a selection as the tool wrote them down beside its positions.
struct Words: Sendable, Equatable {
    /// The words in UTF-8.
    let bytes: [UInt8]
    /// How many bytes stand before the `…` of a tool that cuts words; nil if they are not cut.
    private let cut: Int?
    /// Whether they can only be the words; otherwise they may be a title that somebody gave.
    let isCertain: Bool

    /// Whether the tool cut them.
    var isCut: Bool { cut != nil }

    /// Words as a tool wrote them; nil if there are none.
    init?(_ text: String, isCertain: Bool) {
        var bytes = Array(text.utf8)
        while case let length = bytes.whiteSpace(before: bytes.count), length > 0 { bytes.removeLast(length) }
        guard !bytes.isEmpty else { return nil }
        self.bytes = bytes
        self.isCertain = isCertain
        // Tools cut after about a hundred characters; a short text with dots is told whole.
        if isCertain || bytes.count < 40 {
            cut = nil
        } else if bytes.ends(with: [0xE2, 0x80, 0xA6]) || bytes.ends(with: [0x2E, 0x2E, 0x2E]) {
            cut = bytes.count - 3
        } else {
            cut = nil
        }
    }

    /// How a range of a text compares with the words. White space counts as one space, whatever it is made of.
    enum Fit: Equatable {
        /// Word for word.
        case whole
        /// The range begins with them, and they were cut.
        case beginning
        case none

        var isFit: Bool { self != .none }
    }

    /// Compares a range of a text with the words.
    func fit(_ text: [UInt8], _ range: Range<Int>) -> Fit {
        if compares(text, range, with: bytes.count, isCut: false) { return .whole }
        // Some tools cut without a mark.
        let beginning = cut ?? bytes.count
        guard !isCertain, beginning >= Self.shortestBeginning else { return .none }
        return compares(text, range, with: beginning, isCut: true) ? .beginning : .none
    }

    /// How many bytes of a beginning prove anything.
    private static let shortestBeginning = 12

    private func compares(_ text: [UInt8], _ range: Range<Int>, with count: Int, isCut: Bool) -> Bool {
        var left = range.lowerBound
        let end = range.upperBound
        var right = 0
        skipSpace(text, &left, end)
        skipSpace(bytes, &right, count)
        while right < count {
            let leftSpace = skipSpace(text, &left, end)
            let rightSpace = skipSpace(bytes, &right, count)
            if right == count { break }
            guard left < end, leftSpace == rightSpace, text[left] == bytes[right] else { return false }
            left += 1
            right += 1
        }
        skipSpace(text, &left, end)
        return isCut || left == end
    }

    @discardableResult
    private func skipSpace(_ text: [UInt8], _ index: inout Int, _ end: Int) -> Bool {
        let start = index
        while index < end, case let length = text.whiteSpace(at: index), length > 0 { index = min(index + length, end) }
        return index > start
    }
}

extension [UInt8] {
    /// Whether the bytes end with others.
    func ends(with other: [UInt8]) -> Bool {
        count >= other.count && self[(count - other.count)...].elementsEqual(other)
    }
}
