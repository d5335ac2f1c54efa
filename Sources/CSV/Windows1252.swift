/// The 8-bit encoding that spreadsheets in Western Europe write when they do not write Unicode.
enum Windows1252 {
    /// What a byte means; nil for the five that mean nothing.
    static func scalar(for byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return controls[Int(byte) - 0x80]
    }

    /// The 32 places where it differs from ISO 8859-1.
    private static let controls: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
