import Bytes

/// Writes JSON that people can read, too: two spaces a level, a value a line.
///
/// Keys stand in the order in which they are given.
struct JSONWriter {
    private var output = ByteStream()
    /// What stands before each value of the innermost list or object but its first: the end of the one before it, and the
    /// spaces of the level.
    private var lineStart = Array(",\n".utf8)
    /// Whether nothing stands in the innermost list or object yet.
    private var isFirst = true

    /// Appends a document, which is the one value that `content` adds, and the end of its line.
    static func write(to output: inout ByteStream, _ content: (inout JSONWriter) -> Void) {
        // The stream moves in here and out again: a copy of its bytes would cost as much as making them.
        var writer = JSONWriter()
        swap(&writer.output, &output)
        content(&writer)
        writer.output.bytes.append(0x0A)
        swap(&writer.output, &output)
    }

    private init() {}

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
                writer.output.pause()
            }
        }
    }

    /// A text.
    mutating func text(_ text: String) {
        output.bytes.append(Self.quote)
        append(text)
        output.bytes.append(Self.quote)
    }

    /// The key of the next value of an object, of which nothing has to be escaped.
    mutating func key(_ key: StaticString) {
        beginItem()
        output.bytes.append(Self.quote)
        output.bytes.append(key)
        output.bytes.append("\" : ")
    }

    /// A key that a person chose, with a text.
    mutating func pair(named key: String, _ text: String) {
        beginItem()
        self.text(key)
        output.bytes.append(" : ")
        self.text(text)
    }

    /// A key with a text, if there is one.
    mutating func pair(_ key: StaticString, _ text: String?) {
        guard let text else { return }
        self.key(key)
        self.text(text)
    }

    /// A key with a whole number.
    mutating func pair(_ key: StaticString, _ number: Int) {
        self.key(key)
        output.bytes.append(decimal: number)
    }

    /// A key with yes or no.
    mutating func pair(_ key: StaticString, _ flag: Bool) {
        self.key(key)
        output.bytes.append(flag ? "true" : "false")
    }

    /// A key with a list of texts.
    mutating func pair(_ key: StaticString, _ texts: some Sequence<String>) {
        self.key(key)
        list(texts) { $0.text($1) }
    }

    /// A key with a list of what `content` adds for each item, an object.
    mutating func pair<Item>(
        _ key: StaticString,
        _ items: some Sequence<Item>,
        _ content: (inout JSONWriter, Item) -> Void
    ) {
        self.key(key)
        list(items) { writer, item in writer.object { content(&$0, item) } }
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        output.bytes.append(open)
        lineStart.append(0x20)
        lineStart.append(0x20)
        isFirst = true
        content(&self)
        if isFirst { output.bytes.append(0x0A) }
        lineStart.removeLast(2)
        isFirst = false
        startLine()
        output.bytes.append(close)
    }

    private mutating func beginItem() {
        startLine(isFirst: isFirst)
        isFirst = false
    }

    private mutating func startLine(isFirst: Bool = true) {
        // Without the comma where nothing stands before the line.
        lineStart.withUnsafeBufferPointer { line in
            output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[(isFirst ? 1 : 0)...]))
        }
    }

    private static let quote = UInt8(ascii: "\"")

    /// Hot: copies runs of bytes and looks at eight of them at once.
    private mutating func append(_ text: String) {
        text.withBytes { input in
            var start = 0
            while true {
                let index = input.next(from: start) { eight in
                    eight.places(below: 0x20) | eight.places(of: Self.quote) | eight.places(of: 0x5C)
                }
                output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<index]))
                guard index < input.count else { break }
                output.bytes.append(utf8: Self.escape(input[index]))
                start = index + 1
            }
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
