import Bytes

/// Whether cmark's extensions for runs of words, `strikethrough` and `autolink`, could find anything in a text.
///
/// Most texts have nothing for them, and are parsed without them: to the same tree, faster, and beside others.
enum WordExtensions {
    /// True for every text that they make something of, and hardly ever for others.
    static func mayMatter(to text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.firstIndex(of: UInt8(ascii: "~"), from: 0) != nil { return true }
        let slash = UInt8(ascii: "/")
        let isAddress = text.hasAny(UInt8(ascii: ":")) { at in
            at + 2 < text.count && text[at + 1] == slash && text[at + 2] == slash
        }
        if isAddress { return true }
        let letter = UInt8(ascii: "w")
        let isName = text.hasAny(letter) { at in
            at + 2 < text.count && text[at + 1] == letter && text[at + 2] == letter
        }
        if isName { return true }
        // An address of e-mail has a letter before its `@`, a citation nothing, a bracket or a space.
        let isMail = text.hasAny(UInt8(ascii: "@")) { at in at > 0 && !mayPrecedeCitation(text[at - 1]) }
        if isMail { return true }
        // An entity may become any of these.
        return text.hasAny(UInt8(ascii: "&")) { at in
            at + 1 < text.count && (text[at + 1] == UInt8(ascii: "#") || isLetter(text[at + 1]))
        }
    }

    private static func mayPrecedeCitation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ";"): true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a byte stands somewhere where more is true of it.
    fileprivate func hasAny(_ byte: UInt8, where isMeant: (Int) -> Bool) -> Bool {
        var start = 0
        while let found = firstIndex(of: byte, from: start) {
            if isMeant(found) { return true }
            start = found + 1
        }
        return false
    }
}
