import CSV

/// Letters that were written in UTF-8 and read as Windows-1252 on the way: `donâ€™t` for `don’t`.
enum Mojibake {
    /// What has to be put in place of what, so that a text is as it was before; in order.
    ///
    /// Only what nobody writes is mended: `â€` and `ðŸ` with what follows, `Ã` and `Â` with a sign. Sequences that begin
    /// with other letters (`Å‚` for `ł`) are believed beside those, or where several follow each other; never if
    /// they hold what stands after a letter in French, a fixed space or a guillemet.
    static func mends(in bytes: [UInt8]) -> [DocumentText.Edit] {
        var found: [Match] = []
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                guard bytes[index] == 0xC3, let match = match(bytes, at: index) else {
                    index += 1
                    continue
                }
                found.append(match)
                index = match.edit.range.upperBound
            }
        }
        let isBroken = found.contains(where: \.isCertain)
        return found.indices.filter { index in
            let match = found[index]
            if match.isCertain { return true }
            guard !match.isDoubtful else { return false }
            let touchesLast = index > 0 && found[index - 1].edit.range.upperBound == match.edit.range.lowerBound
            let touchesNext =
                index + 1 < found.count && found[index + 1].edit.range.lowerBound == match.edit.range.upperBound
            return isBroken || touchesLast || touchesNext
        }.map { found[$0].edit }
    }

    private struct Match {
        let edit: DocumentText.Edit
        let isCertain: Bool
        let isDoubtful: Bool
    }

    /// A text with its broken letters mended, or nil if there are none.
    static func mended(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        let edits = mends(in: bytes)
        guard !edits.isEmpty else { return nil }
        var result: [UInt8] = []
        var index = 0
        for edit in edits {
            result.append(contentsOf: bytes[index..<edit.range.lowerBound])
            result.append(contentsOf: edit.shown)
            index = edit.range.upperBound
        }
        result.append(contentsOf: bytes[index...])
        return String(decoding: result, as: UTF8.self)
    }

    /// All leading bytes of UTF-8 (C2 to F4) are letters of U+00C2 to U+00F4 in Windows-1252, which are C3 xx in UTF-8.
    private static func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
        guard start + 1 < bytes.count else { return nil }
        let lead = bytes[start + 1] + 0x40
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(lead) else { return nil }
        var original = [lead]
        var index = start + 2
        while original.count < length {
            guard let (byte, size) = continuation(bytes, at: index) else { return nil }
            original.append(byte)
            index += size
        }
        guard let shown = String(validating: original, as: UTF8.self), shown.unicodeScalars.count == 1 else {
            return nil
        }
        let isCertain =
            switch (lead, original[1]) {
            case (0xC2...0xC3, _), (0xE2, 0x80...0x84), (0xF0, 0x9F): true
            case (0xEF, 0xBB), (0xEF, 0xBF): original[2] == 0xBF || original[2] == 0xBD
            default: false
            }
        return Match(
            edit: DocumentText.Edit(range: start..<index, shown: original, isMend: true),
            isCertain: isCertain,
            isDoubtful: original.dropFirst().contains { $0 == 0xA0 || $0 == 0xAB || $0 == 0xBB }
        )
    }

    /// The byte of Windows-1252 that a scalar stands for, if it is one that goes on in UTF-8.
    private static func continuation(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (byte: UInt8, size: Int)? {
        guard index + 1 < bytes.count else { return nil }
        // U+0080 to U+00BF, the controls too, as some programs keep them.
        if bytes[index] == 0xC2 { return (bytes[index + 1], 2) }
        for size in [2, 3] where index + size <= bytes.count {
            let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<index + size]), as: UTF8.self)
            if text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first, let byte = punctuation[scalar] {
                return (byte, size)
            }
        }
        return nil
    }

    private static let punctuation: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A,
        "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
        "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
    ]
}
