/// Writes XML whose every text and value is escaped: two spaces a level, an element a line.
struct XMLWriter {
    private var bytes: [UInt8]
    private var depth = 0

    /// A document with one element, to which `content` adds what stands in it.
    static func document(
        _ name: String,
        _ attributes: [(String, String?)],
        _ content: (inout XMLWriter) -> Void
    ) -> [UInt8] {
        var writer = XMLWriter(bytes: Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8) + [0x0A])
        writer.element(name, attributes, content)
        return writer.bytes
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// An element with others in it. Attributes without a value are left out.
    mutating func element(
        _ name: String,
        _ attributes: [(String, String?)] = [],
        _ content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        append(">\n")
        depth += 1
        content(&self)
        depth -= 1
        indent()
        append("</\(name)>\n")
    }

    /// An element with nothing in it.
    mutating func empty(_ name: String, _ attributes: [(String, String?)]) {
        open(name, attributes)
        append("/>\n")
    }

    /// An element with a text in it.
    mutating func text(_ name: String, _ text: String) {
        open(name, [])
        append(">")
        escape(text, inAttribute: false)
        append("</\(name)>\n")
    }

    private mutating func open(_ name: String, _ attributes: [(String, String?)]) {
        indent()
        append("<\(name)")
        for (key, value) in attributes {
            guard let value else { continue }
            append(" \(key)=\"")
            escape(value, inAttribute: true)
            append("\"")
        }
    }

    private mutating func indent() { for _ in 0..<depth { append("  ") } }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Hot: looks at each byte once. Line ends in values are escaped, as readers make spaces of them otherwise.
    private mutating func escape(_ text: String, inAttribute: Bool) {
        for byte in XMLCharacters.cleaned(text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            // Within a text `]]>` may not stand.
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\"") where inAttribute: append("&quot;")
            case 0x09 where inAttribute: append("&#9;")
            case 0x0A where inAttribute: append("&#10;")
            case 0x0D: append("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}
