import Study

/// Who said what: what makes a quote the same as another one.
///
/// Two texts are the same here if Unicode says so, whether an accent is written as one character with its letter or on
/// its own.
struct Words: Hashable, Sendable {
    let participant: ParticipantID
    let text: String
    private let mark: UInt64

    init(_ participant: ParticipantID, _ text: String) {
        self.participant = participant
        self.text = text
        mark = Self.mark(of: text)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(participant)
        hasher.combine(mark)
    }

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
            let raw = UnsafeRawBufferPointer(bytes)
            var mark: UInt64 = 0xCBF2_9CE4_8422_2325
            var left = counted
            var rest: UInt64 = 0
            var index = 0
            while index < bytes.count {
                if left == 0, index + 8 < bytes.count, bytes[index + 8] < 0x80 {
                    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    if word & 0x8080_8080_8080_8080 == 0 {
                        rest += UInt64((word & 0x0404_0404_0404_0404).nonzeroBitCount)
                        index += 8
                        continue
                    }
                }
                let byte = bytes[index]
                index += 1
                if byte >= 0x80 || comesFromOthers(byte) { continue }
                if index < bytes.count, bytes[index] >= 0x80, isAccent(bytes, at: index) { continue }
                if left == 0 {
                    rest += UInt64(byte >> 2 & 1)
                } else {
                    left -= 1
                    mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
            return (mark ^ rest) &* 0x100_0000_01B3
        }
    }

    /// Whether other characters become this one: the sign of Kelvin, the Greek question mark, an accent on its own.
    private static func comesFromOthers(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "K") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "`")
    }

    /// Whether the character at an offset joins the one before it.
    private static func isAccent(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        // None of them comes before U+0300.
        guard bytes[index] >= 0xCC else { return false }
        var decoder = UTF8()
        var rest = UnsafeBufferPointer(rebasing: bytes[index..<min(index + 4, bytes.count)]).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }
}
