/// A text as it was found on disk, brought to UTF-8.
public struct DecodedText: Sendable {
    /// The text, always valid UTF-8, without byte order mark. What could not be read stands as U+FFFD.
    public let utf8: [UInt8]
    /// What the text was written in.
    public let encoding: TextEncoding
    /// The first place that could not be read, if there is one.
    public let problem: Problem?

    /// Why a text could not be read as it stands.
    public struct Problem: Hashable, Sendable {
        /// The offset in the decoded text.
        public let offset: Int
        /// What is wrong, as a diagnostic's summary says it.
        public let message: String
    }
}

/// How spreadsheets and editors write text.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8
    case utf8WithBOM
    case utf16LittleEndian
    case utf16BigEndian
    case windows1252
}

/// Finds out in which encoding a text was written.
public enum TextDecoding {
    /// Brings a text to UTF-8; costs one pass over its bytes when they are UTF-8 already.
    ///
    /// A byte order mark decides. Without one the text is UTF-16 if every other byte of enough of it is NUL,
    /// UTF-8 if it is valid UTF-8, and Windows-1252 if all its bytes mean something there and it does not hold
    /// what only UTF-8 leaves behind. A text of which none of this is true has a problem.
    public static func decode(_ bytes: [UInt8]) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return unicode(Array(bytes.dropFirst(3)), as: .utf8WithBOM)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), as: .utf16LittleEndian) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), as: .utf16BigEndian) }
        let survey = UTF8Survey(bytes)
        if let nul = survey.firstNUL {
            if let encoding = obviousUTF16(bytes) { return utf16(bytes[...], as: encoding) }
            return binary(bytes, problemAt: min(nul, survey.firstStray ?? nul))
        }
        guard let stray = survey.firstStray else { return DecodedText(utf8: bytes, encoding: .utf8, problem: nil) }
        if survey.looksLikeUTF8 {
            return unicode(bytes, as: .utf8, problemAt: stray, "this is neither UTF-8 nor Windows-1252 throughout")
        }
        return windows1252(bytes)
    }

    // MARK: UTF-8

    private static func unicode(_ bytes: [UInt8], as encoding: TextEncoding) -> DecodedText {
        guard let stray = UTF8Survey(bytes).firstStray else {
            return DecodedText(utf8: bytes, encoding: encoding, problem: nil)
        }
        return unicode(bytes, as: encoding, problemAt: stray, "this is not UTF-8, which the file says that it is")
    }

    /// All before the first stray byte stays as it is, so that its offset holds in the mended text too.
    private static func unicode(
        _ bytes: [UInt8],
        as encoding: TextEncoding,
        problemAt offset: Int,
        _ message: String
    ) -> DecodedText {
        DecodedText(
            utf8: Array(String(decoding: bytes, as: UTF8.self).utf8),
            encoding: encoding,
            problem: .init(offset: offset, message: message)
        )
    }

    /// NUL is valid UTF-8, but nobody writes it: it comes from a spreadsheet's own format, a picture or a damaged disk.
    private static func binary(_ bytes: [UInt8], problemAt offset: Int) -> DecodedText {
        unicode(bytes, as: .utf8, problemAt: offset, "this is not text: the file holds NUL bytes")
    }

    // MARK: UTF-16

    /// In UTF-16 the first character of a text nearly always has a NUL, and most others have one on the same side.
    private static func obviousUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let sample = bytes.prefix(65_536)
        guard sample.count >= 2, (sample[0] == 0) != (sample[1] == 0) else { return nil }
        var even = 0
        var odd = 0
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index & 1 == 0 { even += 1 } else { odd += 1 }
        }
        let enough = max(1, sample.count / 8)
        if sample[1] == 0, odd >= enough, even * 10 <= odd { return .utf16LittleEndian }
        if sample[0] == 0, even >= enough, odd * 10 <= even { return .utf16BigEndian }
        return nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> DecodedText {
        var decoder = UTF16Decoder(isBigEndian: encoding == .utf16BigEndian)
        bytes.withUnsafeBufferPointer { decoder.decode($0) }
        return DecodedText(utf8: decoder.utf8, encoding: encoding, problem: decoder.problem)
    }

    // MARK: Windows-1252

    private static func windows1252(_ bytes: [UInt8]) -> DecodedText {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 16)
        var problem: DecodedText.Problem?
        for byte in bytes {
            guard byte >= 0x80 else {
                utf8.append(byte)
                continue
            }
            let scalar = Windows1252.scalar(for: byte)
            if scalar == nil, problem == nil {
                problem = .init(offset: utf8.count, message: "this is neither UTF-8 nor Windows-1252 throughout")
            }
            utf8.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
        return DecodedText(utf8: utf8, encoding: .windows1252, problem: problem)
    }
}
