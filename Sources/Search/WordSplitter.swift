/// Splits a text into folded words, as `templates/fold.js` does.
///
/// A word is a longest run of letters and numbers. An apostrophe between two of them is dropped: `don’t` becomes
/// `dont`. Words are cut to forty UTF-16 units.
struct WordSplitter {
    /// The most UTF-16 units of a word.
    static let longest = 40

    private var folding = Folding()
    /// The word that is being read letter by letter. None while it is empty.
    private var word: [UInt8] = []
    private var units = 0
    private var pending = false

    /// Calls `found` with the UTF-8 of each word, in order.
    ///
    /// Hot: a word of ASCII letters alone is found where it stands, looking at each byte once; others are read letter by
    /// letter.
    mutating func split(_ text: String, found: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            let kinds = Self.kinds
            var index = 0
            while index < bytes.count {
                if word.isEmpty {
                    index = readPlainWords(bytes, from: index, kinds, found)
                    guard index < bytes.count else { break }
                }
                let byte = bytes[index]
                if byte < 0x80 {
                    read(ascii: byte, found)
                    index += 1
                } else {
                    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    if let scalar = Self.scalar(bytes, at: index, length: length) {
                        for folded in folding.fold(scalar) { read(folded, found) }
                    }
                    index += length
                }
            }
        }
        end(found)
    }

    /// Reads words of ASCII letters and digits that end at plain ASCII. Gives where the first other one begins.
    private mutating func readPlainWords(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from first: Int,
        _ kinds: [UInt8],
        _ found: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Int {
        var start = first
        while true {
            while start < bytes.count, kinds[Int(bytes[start])] == Self.separator { start += 1 }
            var end = start
            var isFolded = true
            while end < bytes.count {
                let folded = kinds[Int(bytes[end])]
                guard folded > Self.special else { break }
                if folded != bytes[end] { isFolded = false }
                end += 1
            }
            guard end > start, end - start <= Self.longest else { return start }
            guard end == bytes.count || kinds[Int(bytes[end])] == Self.separator else { return start }
            let plain = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if isFolded {
                found(plain)
            } else {
                for byte in plain { word.append(kinds[Int(byte)]) }
                word.withUnsafeBufferPointer(found)
                word.removeAll(keepingCapacity: true)
            }
            start = end
        }
    }

    private static let separator: UInt8 = 0
    /// An apostrophe, or a byte of a character that is not ASCII.
    private static let special: UInt8 = 1

    /// For each byte, the folded letter or digit that it is, or one of the two above.
    private static let kinds: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x61...0x7A, 0x30...0x39: byte
        case 0x41...0x5A: byte | 0x20
        case UInt8(ascii: "'"), 0x80...: special
        default: separator
        }
    }

    /// The character whose UTF-8 begins at an index.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Unicode.Scalar? {
        guard index + length <= bytes.count else { return nil }
        var value = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
        for byte in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value)
    }

    private mutating func read(ascii byte: UInt8, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: append(byte)
        case 0x41...0x5A: append(byte | 0x20)
        case UInt8(ascii: "'"): readApostrophe(found)
        default: end(found)
        }
    }

    private mutating func read(_ folded: Folding.Folded, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        switch folded.role {
        case .word:
            pending = false
            let added = folded.bytes.count == 4 ? 2 : 1
            guard units + added <= Self.longest else {
                // What is cut off still belongs to the word.
                units = Self.longest
                return
            }
            word += folded.bytes
            units += added
        case .wholeWord:
            end(found)
            folded.bytes.withUnsafeBufferPointer(found)
        case .apostrophe: readApostrophe(found)
        case .mark: break
        case .other: end(found)
        }
    }

    private mutating func append(_ byte: UInt8) {
        pending = false
        guard units < Self.longest else { return }
        word.append(byte)
        units += 1
    }

    private mutating func readApostrophe(_ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        if word.isEmpty || pending { end(found) } else { pending = true }
    }

    private mutating func end(_ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        pending = false
        guard !word.isEmpty else { return }
        word.withUnsafeBufferPointer(found)
        word.removeAll(keepingCapacity: true)
        units = 0
    }
}
