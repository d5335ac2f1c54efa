import Bytes
import Markup

/// Makes HTML and excerpts of the words of quotes, which are plain text.
///
/// Hot: made for every quote of a study, so it works in bytes and asks Unicode only beyond ASCII.
enum QuoteText {
    /// Paragraphs at blank lines, `<br>` at single line ends.
    ///
    /// `scratch` is what they are made in; who makes many keeps it, so that each takes only as much memory as it needs.
    static func paragraphs(_ text: String, scratch: inout [UInt8]) -> HTML {
        scratch.removeAll(keepingCapacity: true)
        var text = text
        text.withUTF8 { bytes in
            var isOpen = false
            var start = 0
            while start <= bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if isBlank(line) {
                    if isOpen { scratch.append(utf8: "</p>") }
                    isOpen = false
                } else {
                    scratch.append(utf8: isOpen ? "<br>" : "<p>")
                    scratch.appendEscaped(line)
                    isOpen = true
                }
                start = end + 1
            }
            if isOpen { scratch.append(utf8: "</p>") }
        }
        return HTML(trusted: scratch.withUnsafeBufferPointer { Array($0) })
    }

    /// The first words on one line, at most about eighty characters, cut between words.
    static func excerpt(_ text: String) -> String {
        let limit = 80
        var text = text
        return text.withUTF8 { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(96)
            var length = 0
            var start = 0
            while true {
                while let space = space(bytes, at: start) { start += space }
                guard start < bytes.count else { return String(decoding: result, as: UTF8.self) }
                // A word that is longer than all that may stand there need not be read to its end.
                var end = start
                var count = 0
                while count <= limit, end < bytes.count, space(bytes, at: end) == nil {
                    end += utf8Length(bytes[end])
                    count += 1
                }
                let word = bytes[start..<end]
                guard length + count < limit else {
                    if result.isEmpty { return String(decoding: word, as: UTF8.self).prefix(limit) + " …" }
                    result.append(utf8: " …")
                    return String(decoding: result, as: UTF8.self)
                }
                if !result.isEmpty {
                    result.append(0x20)
                    length += 1
                }
                result += word
                length += count
                start = end
            }
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
