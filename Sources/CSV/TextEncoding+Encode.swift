extension TextEncoding {
    /// Text as bytes in this encoding, with the byte order mark that it has; nil if it has no byte for a character.
    public func encode(_ utf8: [UInt8], withMark: Bool = true) -> [UInt8]? {
        switch self {
        case .utf8: return utf8
        case .utf8WithBOM: return [0xEF, 0xBB, 0xBF] + utf8
        case .utf16LittleEndian:
            return (withMark ? [0xFF, 0xFE] : []) + Self.utf16(utf8) { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian:
            return (withMark ? [0xFE, 0xFF] : []) + Self.utf16(utf8) { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252: return Self.windows1252(utf8)
        }
    }

    private static func utf16(_ utf8: [UInt8], _ bytes: (UInt16) -> [UInt8]) -> [UInt8] {
        String(decoding: utf8, as: UTF8.self).utf16.flatMap(bytes)
    }

    private static func windows1252(_ utf8: [UInt8]) -> [UInt8]? {
        let pairs = (UInt8.min...UInt8.max).compactMap { byte in Windows1252.scalar(for: byte).map { ($0, byte) } }
        let bytes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        var encoded: [UInt8] = []
        encoded.reserveCapacity(utf8.count)
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            guard let byte = bytes[scalar] else { return nil }
            encoded.append(byte)
        }
        return encoded
    }

    /// Whether Windows-1252 has a byte for a character.
    public static func isInWindows1252(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return true }
        return (UInt8(0x80)...0x9F).contains { Windows1252.scalar(for: $0) == scalar }
    }
}
