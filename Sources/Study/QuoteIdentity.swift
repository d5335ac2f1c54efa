/// Makes permanent ids for quotes that were given none.
///
/// An id is made from the participant and the words alone, so it stays when rows are reordered, recoded or moved to
/// another file, and when spaces, case or punctuation are mended.
public enum QuoteIdentity {
    /// The participant and six characters that the letters and digits of the text make.
    public static func short(_ participant: ParticipantID, _ text: String) -> QuoteID {
        var hash = Hash(participant)
        hash.addNormalised(text)
        return id(participant, hash, count: 6)
    }

    /// The participant and twelve characters that the exact text makes, for texts that share a short id.
    public static func long(_ participant: ParticipantID, _ text: String) -> QuoteID {
        var hash = Hash(participant)
        for byte in text.utf8 { hash.add(byte) }
        return id(participant, hash, count: 12)
    }

    /// The UTF-8 of the letters and digits of a text, in lower case.
    public static func normalised(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    if let byte = normalised(bytes[index]) { result.append(byte) }
                    index += 1
                } else {
                    index += addNormalised(bytes, at: index) { result.append($0) }
                }
            }
            return result
        }
    }

    /// A letter or a digit of ASCII in lower case; nil for all other bytes of it.
    private static func normalised(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A, 0x30...0x39: byte
        default: nil
        }
    }

    /// Adds a character that is not ASCII, if it is a letter or a digit, and says how many bytes it has.
    private static func addNormalised(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        _ add: (UInt8) -> Void
    ) -> Int {
        // Quotation marks, dashes and spaces of all kinds are neither letters nor digits; Unicode need not be asked.
        if bytes[index] == 0xE2, bytes[index + 1] == 0x80 { return 3 }
        var decoder = UTF8()
        var rest = UnsafeBufferPointer(rebasing: bytes[index...]).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return 1 }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            for byte in scalar.properties.lowercaseMapping.utf8 { add(byte) }
        }
        return UTF8.width(scalar)
    }

    private static func id(_ participant: ParticipantID, _ hash: Hash, count: Int) -> QuoteID {
        var id = prefix(participant)
        id.reserveCapacity(id.utf8.count + 1 + count)
        id += "-"
        addDigits(hash.value, count: count, to: &id)
        return QuoteID(id)
    }

    private static func prefix(_ participant: ParticipantID) -> String {
        let name = participant.rawValue
        // Most names are a letter and a number.
        if !name.isEmpty, name.utf8.allSatisfy({ isASCIIDigit($0) || isASCIILetter($0) }) { return name.lowercased() }
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
        return words.isEmpty ? "quote" : words.joined(separator: "-")
    }

    private static func isASCIIDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// FNV-1a with 64 bits: stable across machines and versions, which Swift's own hashing is not.
    private struct Hash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

        /// The participant's name counts too, as two names may look alike in an address.
        init(_ participant: ParticipantID) {
            for byte in participant.rawValue.utf8 { add(byte) }
            add(0)
        }

        mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

        /// Adds what `normalised` gives of a text, without making it.
        mutating func addNormalised(_ text: String) {
            var text = text
            self = text.withUTF8 { [self] bytes in
                var hash = self
                var index = 0
                while index < bytes.count {
                    if bytes[index] < 0x80 {
                        if let byte = QuoteIdentity.normalised(bytes[index]) { hash.add(byte) }
                        index += 1
                    } else {
                        index += QuoteIdentity.addNormalised(bytes, at: index) { hash.add($0) }
                    }
                }
                return hash
            }
        }
    }

    /// Digits and consonants, so that no word comes out by chance.
    private static let alphabet = Array("0123456789bcdfghjkmnpqrstvwxz".unicodeScalars)

    private static func addDigits(_ number: UInt64, count: Int, to id: inout String) {
        var rest = number
        for _ in 0..<count {
            id.unicodeScalars.append(alphabet[Int(rest % UInt64(alphabet.count))])
            rest /= UInt64(alphabet.count)
        }
    }
}
