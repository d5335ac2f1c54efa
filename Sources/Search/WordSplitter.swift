/// Splits a text into folded words, as `templates/fold.js` does.
///
/// A word is a longest run of letters and numbers. An apostrophe between two of them is dropped: `don’t` becomes
/// `dont`. Words are cut to forty UTF-16 units.
struct WordSplitter {
    /// The most UTF-16 units of a word.
    static let longest = 40

    private var folding = Folding()
    private var word: [UInt8] = []
    private var units = 0
    private var pending = false

    /// Calls `found` with the UTF-8 of each word, in order. Hot: looks at each byte of ASCII once.
    mutating func split(_ text: String, found: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    read(ascii: byte, found)
                    index += 1
                } else {
                    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    let end = min(index + length, bytes.count)
                    let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
                    if let scalar {
                        for folded in folding.fold(scalar) { read(folded, found) }
                    }
                    index = end
                }
            }
        }
        end(found)
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
