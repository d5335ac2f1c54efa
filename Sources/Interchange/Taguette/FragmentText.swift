import CXML

/// The text nodes of an HTML fragment, one after the other, as Taguette counts them.
struct FragmentText {
    /// The text of all nodes in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Where the text is shown otherwise: empty paragraphs hold a fixed space, and blocks may touch each other.
    private(set) var edits: [DocumentText.Edit] = []

    /// Reads a fragment. Anything is read; what is no tag and no entity is text.
    init(_ html: String) {
        let source = Array(html.utf8)
        source.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(source.count)
        var index = 0
        var nodeStart = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "<"), let tag = Tag(source, at: index) {
                endNode(from: nodeStart)
                if tag.breaksLine { breakLine() }
                index = tag.end
                nodeStart = bytes.count
            } else if byte == UInt8(ascii: "&"), let entity = Self.entity(source, at: index) {
                bytes.append(contentsOf: entity.utf8)
                index = entity.end
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        endNode(from: nodeStart)
    }

    /// A node that is a fixed space alone keeps an empty paragraph open.
    private mutating func endNode(from start: Int) {
        if bytes.count - start == 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
            edits.append(DocumentText.Edit(range: start..<bytes.count, shown: [], isMend: false))
        }
    }

    private mutating func breakLine() {
        guard let last = bytes.last, last != 0x0A, edits.last?.range != bytes.count..<bytes.count else { return }
        edits.append(DocumentText.Edit(range: bytes.count..<bytes.count, shown: [0x0A], isMend: false))
    }

    /// The text with its edits; a break that the fragment itself has is not added.
    var documentText: DocumentText {
        let edits = edits.filter { edit in
            guard edit.range.isEmpty else { return true }
            return edit.range.lowerBound < bytes.count && bytes[edit.range.lowerBound] != 0x0A
        }
        return DocumentText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), edits: edits)
    }

    // MARK: Tags and entities

    private struct Tag {
        let end: Int
        let breaksLine: Bool

        init?(_ source: UnsafeBufferPointer<UInt8>, at open: Int) {
            guard open + 1 < source.count else { return nil }
            if source[open + 1] == UInt8(ascii: "!") {
                end = Self.commentEnd(source, from: open)
                breaksLine = false
                return
            }
            var index = open + 1
            if source[index] == UInt8(ascii: "/") { index += 1 }
            let start = index
            while index < source.count, Self.isLetter(source[index]) || index > start && Self.isDigit(source[index]) {
                index += 1
            }
            guard index > start else { return nil }
            let name = String(decoding: UnsafeBufferPointer(rebasing: source[start..<index]), as: UTF8.self)
                .lowercased()
            breaksLine = Self.blocks.contains(name)
            while index < source.count, source[index] != UInt8(ascii: ">") {
                let byte = source[index]
                index += 1
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    while index < source.count, source[index] != byte { index += 1 }
                    index += 1
                }
            }
            end = min(index + 1, source.count)
        }

        private static func commentEnd(_ source: UnsafeBufferPointer<UInt8>, from open: Int) -> Int {
            let isComment = open + 3 < source.count && source[open + 2] == 0x2D && source[open + 3] == 0x2D
            var index = open + (isComment ? 4 : 2)
            while index < source.count {
                let isDashed = index >= open + 6 && source[index - 1] == 0x2D && source[index - 2] == 0x2D
                if source[index] == UInt8(ascii: ">"), !isComment || isDashed { return index + 1 }
                index += 1
            }
            return source.count
        }

        private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

        private static let blocks: Set<String> = [
            "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "blockquote", "pre",
            "hr", "section", "article", "dl", "dt", "dd",
        ]
    }

    private static func entity(
        _ source: UnsafeBufferPointer<UInt8>,
        at start: Int
    ) -> (utf8: [UInt8], end: Int)? {
        guard let end = source[start..<min(source.count, start + 12)].firstIndex(of: UInt8(ascii: ";")) else {
            return nil
        }
        let name = String(decoding: UnsafeBufferPointer(rebasing: source[start + 1..<end]), as: UTF8.self)
        let value: UInt32?
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            value = UInt32(name.dropFirst(2), radix: 16)
        } else if name.hasPrefix("#") {
            value = UInt32(name.dropFirst())
        } else {
            value = name == "apos" ? 39 : htmlEntityLookup(name).map { UInt32($0.pointee.value) }
        }
        guard let value, let scalar = Unicode.Scalar(value), value > 0 else { return nil }
        return (Array(String(Character(scalar)).utf8), end + 1)
    }
}
