import Bytes
import Markup

/// Makes HTML and excerpts of the words of quotes, which are plain text.
///
/// Hot: made for every quote of a study, so it works in bytes and asks Unicode only beyond ASCII.
enum QuoteText {
    /// Appends paragraphs at blank lines, `<br>` at single line ends.
    static func appendParagraphs(_ text: String, to output: inout [UInt8]) {
        // Without a copy of the text: what many pages show would be counted up and down by all threads.
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { appendParagraphs($0, to: &output) }
        guard isDone == nil else { return }
        var text = text
        text.withUTF8 { appendParagraphs($0, to: &output) }
    }

    private static func appendParagraphs(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var isOpen = false
        var start = 0
        while start <= bytes.count {
            let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
            let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if isBlank(line) {
                if isOpen { output.append(utf8: "</p>") }
                isOpen = false
            } else {
                output.append(utf8: isOpen ? "<br>" : "<p>")
                output.appendEscaped(line)
                isOpen = true
            }
            start = end + 1
        }
        if isOpen { output.append(utf8: "</p>") }
    }

    /// The first words on one line, at most about eighty characters, cut between words.
    static func excerpt(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (limit + 2) * 4) { excerpt(bytes, in: $0) }
        }
    }

    /// How many characters an excerpt may have.
    private static let limit = 80

    private static func excerpt(
        _ bytes: UnsafeBufferPointer<UInt8>,
        in result: UnsafeMutableBufferPointer<UInt8>
    ) -> String {
        var used = 0
        func append(_ byte: UInt8) {
            result[used] = byte
            used += 1
        }
        func made() -> String { String(decoding: UnsafeBufferPointer(rebasing: result[..<used]), as: UTF8.self) }
        var length = 0
        var start = 0
        while true {
            while let space = space(bytes, at: start) { start += space }
            guard start < bytes.count else { return made() }
            // A word that is longer than all that may stand there need not be read to its end.
            var end = start
            var count = 0
            while count <= limit, end < bytes.count, space(bytes, at: end) == nil {
                end += utf8Length(bytes[end])
                count += 1
            }
            guard length + count < limit else {
                if used == 0 { return String(decoding: bytes[start..<end], as: UTF8.self).prefix(limit) + " …" }
                for byte in " …".utf8 { append(byte) }
                return made()
            }
            if used > 0 {
                append(0x20)
                length += 1
            }
            for index in start..<end { append(bytes[index]) }
            length += count
            start = end
        }
    }

    /// How many bytes the space takes that stands at an index; nil if none does.
    private static func space(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
        // Spaces beyond ASCII, from U+0085 to U+3000, begin with one of these.
        guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return nil }
        let length = utf8Length(byte)
        let scalar = String(decoding: bytes[index..<(index + length)], as: UTF8.self).unicodeScalars.first
        return scalar?.properties.isWhitespace == true ? length : nil
    }

    private static func utf8Length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in line where byte != 0x20 && !(0x09...0x0D).contains(byte) {
            return byte < 0x80 ? false : String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
        }
        return true
    }
}
