import CMarkGFM

/// The words of a text without its marks, gathered in a walk over its tree. Paragraphs are separated by line ends.
struct PlainWords {
    /// In UTF-8, from which a string is made once all are there.
    private var bytes: [UInt8] = []

    init(reserving count: Int) { bytes.reserveCapacity(count) }

    mutating func visit(_ node: CMarkNode, _ isEntering: Bool) {
        switch node.type {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
            if isEntering { node.withLiteral { bytes += $0 } }
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: if isEntering { bytes.append(0x20) }
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: if !isEntering { bytes.append(0x0A) }
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: break
        default: if !isEntering, node.isCell { bytes.append(0x0A) }
        }
    }

    /// All words so far, without line ends behind them.
    var text: String {
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var text = bytes.withUnsafeBufferPointer { String(probablyUTF8: UnsafeBufferPointer(rebasing: $0[..<end])) }
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
