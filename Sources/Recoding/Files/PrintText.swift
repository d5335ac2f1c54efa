import Study

/// The pieces of a print as text: five characters and a number of letters each, `8fk2p17 9x21a22`.
public enum PrintText {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Pieces as text.
    public static func text(of pieces: [TextPrint.Piece]) -> String {
        pieces.map { piece in
            let mark = (0..<5).reversed().map { digits[Int(piece.mark >> ($0 * 5)) & 31] }
            return String(decoding: mark, as: UTF8.self) + String(piece.letters)
        }.joined(separator: " ")
    }

    /// The pieces that a text stands for; nil if it stands for none.
    public static func pieces(from text: String) -> [TextPrint.Piece]? {
        var pieces: [TextPrint.Piece] = []
        for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true) {
            var mark: UInt32 = 0
            for byte in word.prefix(5) {
                guard let value = digits.firstIndex(of: byte) else { return nil }
                mark = mark << 5 | UInt32(value)
            }
            guard let letters = Int(Substring(word.dropFirst(5))), (1...1_000_000_000).contains(letters) else {
                return nil
            }
            pieces.append(TextPrint.Piece(mark: mark, letters: letters))
        }
        return pieces
    }
}
