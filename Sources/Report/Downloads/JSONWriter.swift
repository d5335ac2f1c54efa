import Markup

/// Writes JSON that people can read, too: two spaces a level, a value a line.
///
/// Keys stand in the order in which they are given.
struct JSONWriter {
    private var bytes: [UInt8]
    private var depth = 0
    /// Whether nothing stands in the innermost list or object yet.
    private var isFirst = true

    /// Appends a document, which is the one value that `content` adds, and the end of its line.
    static func write(to output: inout [UInt8], _ content: (inout JSONWriter) -> Void) {
        // The bytes move in here and out again: a copy of a large document would cost as much as making it.
        var writer = JSONWriter(bytes: [])
        swap(&writer.bytes, &output)
        content(&writer)
        writer.bytes.append(0x0A)
        swap(&writer.bytes, &output)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// An object with what `content` adds to it.
    mutating func object(_ content: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
    }

    /// A list of what `content` adds to it for each item, which is one value.
    mutating func list<Item>(_ items: some Sequence<Item>, _ content: (inout JSONWriter, Item) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
            for item in items {
                writer.beginItem()
                content(&writer, item)
            }
        }
    }

    /// A text.
    mutating func text(_ text: String) {
        bytes.append(Self.quote)
        append(text)
        bytes.append(Self.quote)
    }

    /// The key of the next value of an object.
    mutating func key(_ key: String) {
        beginItem()
        text(key)
        bytes.append(utf8: " : ")
    }

    /// A key with a text, if there is one.
    mutating func pair(_ key: String, _ text: String?) {
        guard let text else { return }
        self.key(key)
        self.text(text)
    }

    /// A key with a whole number.
    mutating func pair(_ key: String, _ number: Int) {
        self.key(key)
        bytes.append(utf8: String(number))
    }

    /// A key with yes or no.
    mutating func pair(_ key: String, _ flag: Bool) {
        self.key(key)
        bytes.append(utf8: flag ? "true" : "false")
    }

    /// A key with a list of texts.
    mutating func pair(_ key: String, _ texts: some Sequence<String>) {
        self.key(key)
        list(texts) { $0.text($1) }
    }

    /// A key with a list of what `content` adds for each item, an object.
    mutating func pair<Item>(
        _ key: String,
        _ items: some Sequence<Item>,
        _ content: (inout JSONWriter, Item) -> Void
    ) {
        self.key(key)
        list(items) { writer, item in writer.object { content(&$0, item) } }
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        bytes.append(open)
        bytes.append(0x0A)
        depth += 1
        isFirst = true
        content(&self)
        depth -= 1
        isFirst = false
        bytes.append(0x0A)
        indent()
        bytes.append(close)
    }

    private mutating func beginItem() {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            bytes.append(0x0A)
        }
        isFirst = false
        indent()
    }

    private mutating func indent() {
        for _ in 0..<depth {
            bytes.append(0x20)
            bytes.append(0x20)
        }
    }

    private static let quote = UInt8(ascii: "\"")

    /// Hot: copies runs of bytes and looks at each byte once.
    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { input in
            var start = 0
            for index in input.indices {
                let byte = input[index]
                guard byte < 0x20 || byte == Self.quote || byte == 0x5C else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<index]))
                bytes.append(utf8: Self.escape(byte))
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[start...]))
        }
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case 0x08: return "\\b"
        case 0x09: return "\\t"
        case 0x0A: return "\\n"
        case 0x0C: return "\\f"
        case 0x0D: return "\\r"
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        default:
            let digits = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
