import Bytes

/// How destinations of links are understood.
enum Destination {
    private static let webSchemes = ["http:", "https:", "mailto:", "tel:"].map { Array($0.utf8) }

    /// A destination as a resolver gets it: percent signs undone, unless it leads into the web, where they belong.
    static func decoded(_ url: String) -> String {
        if isWeb(url) { return url }
        guard url.holds(UInt8(ascii: "%")) else { return url }
        var bytes: [UInt8] = []
        var rest = Array(url.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let high = digit(rest[rest.startIndex]), let low = digit(rest[rest.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? url
    }

    /// Whether a destination begins with a scheme that a reader may follow out of the site.
    static func isWeb(_ url: String) -> Bool {
        var url = url
        return url.withUTF8 { bytes in
            // None of them begins with another letter.
            guard let first = bytes.first, [0x68, 0x6D, 0x74].contains(first | 0x20) else { return false }
            return webSchemes.contains { scheme in
                guard bytes.count >= scheme.count else { return false }
                return scheme.indices.allSatisfy { index in
                    let byte = bytes[index]
                    return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == scheme[index]
                }
            }
        }
    }

    /// Whether an address begins with any scheme, so that it leads out of the site or does worse.
    static func hasScheme(_ href: String) -> Bool {
        for byte in href.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return true
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
            default: continue
            }
        }
        return false
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
