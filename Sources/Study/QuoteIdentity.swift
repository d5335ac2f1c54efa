/// Makes permanent ids for quotes that were given none.
///
/// An id is made from the participant and the words alone, so it stays when rows are reordered, recoded or moved to
/// another file, and when spaces, case or punctuation are mended.
public enum QuoteIdentity {
    /// The participant and six characters that the letters and digits of the text make.
    public static func short(_ participant: ParticipantID, _ text: String) -> QuoteID {
        QuoteID("\(prefix(participant))-\(digits(hash(participant, normalised(text)), count: 6))")
    }

    /// The participant and twelve characters that the exact text makes, for texts that share a short id.
    public static func long(_ participant: ParticipantID, _ text: String) -> QuoteID {
        QuoteID("\(prefix(participant))-\(digits(hash(participant, Array(text.utf8)), count: 12))")
    }

    /// The UTF-8 of the letters and digits of a text, in lower case.
    public static func normalised(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                switch byte {
                case 0x41...0x5A: bytes.append(byte + 0x20)
                case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
                default: break
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return bytes
    }

    private static func prefix(_ participant: ParticipantID) -> String {
        let words = participant.rawValue.lowercased().split { !($0.isLetter || $0.isNumber) }
        return words.isEmpty ? "quote" : words.joined(separator: "-")
    }

    /// FNV-1a with 64 bits: stable across machines and versions, which Swift's own hashing is not.
    /// The participant's name counts too, as two names may look alike in an address.
    private static func hash(_ participant: ParticipantID, _ words: [UInt8]) -> UInt64 {
        let bytes = Array(participant.rawValue.utf8) + [0] + words
        return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// Digits and consonants, so that no word comes out by chance.
    private static func digits(_ number: UInt64, count: Int) -> String {
        let alphabet = Array("0123456789bcdfghjkmnpqrstvwxz".utf8)
        var rest = number
        var bytes: [UInt8] = []
        for _ in 0..<count {
            bytes.append(alphabet[Int(rest % UInt64(alphabet.count))])
            rest /= UInt64(alphabet.count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
