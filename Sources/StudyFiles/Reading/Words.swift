import Study

/// Who said what: what makes a quote the same as another one.
///
/// Two texts are the same here if Unicode says so, whether an accent is written as one character with its letter or on
/// its own.
struct Words: Hashable, Sendable {
    let participant: ParticipantID
    let text: String
    private let mark: UInt64
    /// Worked out when they are made, side by side with others, for a table that is filled in order.
    let hash: Int

    init(_ participant: ParticipantID, _ text: String) {
        self.participant = participant
        self.text = text
        mark = Self.mark(of: text)
        var hasher = Hasher()
        hasher.combine(participant)
        hasher.combine(mark)
        hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func == (left: Words, right: Words) -> Bool {
        left.mark == right.mark && left.participant == right.participant && left.text == right.text
    }

    /// How many bytes are counted one by one.
    private static let counted = 64

    /// A number that is the same for texts that are the same, and nearly always another one for others.
    ///
    /// The standard library would bring the whole text into one form before it hashes it, which is slow. It is enough to
    /// count what that does not change: ASCII that no accent follows, but for the three characters that other ones
    /// become. Nearly all texts differ early; of the rest it is counted how many bytes have a bit that none of the three
    /// has.
    static func mark(of text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            var mark: UInt64 = 0xCBF2_9CE4_8422_2325
            var left = counted
            var index = 0
            while index < bytes.count, left > 0 {
                let byte = bytes[index]
                index += 1
                if byte >= 0x80 || comesFromOthers(byte) { continue }
                if index < bytes.count, bytes[index] >= 0x80, isAccent(bytes, at: index) { continue }
                left -= 1
                mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            return (mark ^ bitCount(bytes, from: index)) &* 0x100_0000_01B3
        }
    }

    /// How many bytes of ASCII that no accent follows have the bit that is counted, from an offset on.
    private static func bitCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var count: UInt64 = 0
        var index = start
        while index + 8 <= bytes.count {
            // Each of eight bytes counts for itself, which it can 255 times.
            var counts: UInt64 = 0
            let stop = min(bytes.count - 7, index + 8 * 255)
            while index < stop {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let high = word & 0x8080_8080_8080_8080
                counts &+= (word & ~(high >> 5)) >> 2 & 0x0101_0101_0101_0101
                if high != 0 { count &-= accentedCount(bytes, in: index..<(index + 8), from: start) }
                index += 8
            }
            let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
            count &+= (pairs &* 0x0001_0001_0001_0001) >> 48
        }
        while index < bytes.count {
            if bytes[index] < 0x80 { count &+= UInt64(bytes[index] >> 2 & 1) }
            count &-= accentedCount(bytes, in: index..<(index + 1), from: start)
            index += 1
        }
        return count
    }

    /// How many of those that were counted, from an offset on, an accent follows that begins among some bytes.
    private static func accentedCount(
        _ bytes: UnsafeBufferPointer<UInt8>,
        in range: Range<Int>,
        from start: Int
    ) -> UInt64 {
        var count: UInt64 = 0
        for index in range where bytes[index] >= 0xCC && index > start {
            let before = bytes[index - 1]
            if before < 0x80, before >> 2 & 1 == 1, isAccent(bytes, at: index) { count += 1 }
        }
        return count
    }

    /// Whether other characters become this one: the sign of Kelvin, the Greek question mark, an accent on its own.
    private static func comesFromOthers(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "K") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "`")
    }

    /// Whether the character at an offset joins the one before it.
    private static func isAccent(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        // None of them comes before U+0300.
        guard bytes[index] >= 0xCC else { return false }
        // Nor are quotation marks and dashes accents, with all that stands around them in Unicode.
        if bytes[index] == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 { return false }
        var decoder = UTF8()
        var rest = UnsafeBufferPointer(rebasing: bytes[index..<min(index + 4, bytes.count)]).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }
}
