import Bytes

/// Writes a file of data for the site's scripts: one call that hands a value over, as JSON in a string.
///
/// Browsers read `JSON.parse('…')` faster than a literal, and a script tag works where nothing else loads, from a disk.
public struct DataFile {
    private var output = ByteStream()
    /// Whether a comma is due before the next value.
    private var needsComma = false

    /// Appends a file to a stream. Its name is its path in the site without `.js`; Verbatim made it. With a mark,
    /// scripts take the file only where they asked for that. `content` adds the one value.
    public static func write(
        _ name: String,
        mark: String? = nil,
        to output: inout ByteStream,
        _ content: (inout DataFile) -> Void
    ) {
        // The stream moves in here and out again: a copy of its bytes would cost as much as making them.
        var file = DataFile()
        swap(&file.output, &output)
        file.raw("verbatim.receive(\"")
        file.raw(name)
        file.raw("\",JSON.parse('")
        content(&file)
        file.raw("')")
        if let mark {
            file.raw(",\"")
            file.raw(mark)
            file.raw("\"")
        }
        file.raw(");\n")
        swap(&file.output, &output)
    }

    private init() {}

    /// An object with what `content` adds to it.
    public mutating func object(_ content: (inout DataFile) -> Void) {
        open(UInt8(ascii: "{"))
        content(&self)
        close(UInt8(ascii: "}"))
    }

    /// A list with what `content` adds to it.
    public mutating func list(_ content: (inout DataFile) -> Void) {
        open(UInt8(ascii: "["))
        content(&self)
        close(UInt8(ascii: "]"))
    }

    /// The key of the next value of an object.
    public mutating func key(_ key: String) {
        text(key)
        output.bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text.
    public mutating func text(_ text: String) {
        separate()
        output.bytes.append(Self.quote)
        append(text)
        output.bytes.append(Self.quote)
    }

    /// A text in UTF-8 of which the caller knows that nothing in it has to be escaped.
    public mutating func plain(_ text: [UInt8]) {
        separate()
        output.bytes.append(Self.quote)
        output.bytes += text
        output.bytes.append(Self.quote)
    }

    /// A whole number.
    public mutating func number(_ number: Int) {
        separate()
        output.bytes.append(decimal: number)
    }

    /// A key with a text, if there is one.
    public mutating func pair(_ key: String, _ text: String?) {
        guard let text else { return }
        self.key(key)
        self.text(text)
    }

    /// A key with a number, if there is one.
    public mutating func pair(_ key: String, _ number: Int?) {
        guard let number else { return }
        self.key(key)
        self.number(number)
    }

    /// A key with a list of numbers.
    @inlinable
    public mutating func pair(_ key: String, _ numbers: some Sequence<Int>) {
        self.key(key)
        list { list in for number in numbers { list.number(number) } }
    }

    /// A key with a list of texts.
    @inlinable
    public mutating func pair(_ key: String, _ texts: some Sequence<String>) {
        self.key(key)
        list { list in for text in texts { list.text(text) } }
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        output.bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        output.bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        output.pause()
        if needsComma { output.bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func raw(_ text: String) { output.bytes.append(utf8: text) }

    private static let quote = UInt8(ascii: "\"")

    /// Appends a text as it stands within a JSON string within a JavaScript string in single quotes: two layers of
    /// escaping, so that no text can end either. Hot: copies runs of bytes and looks at eight of them at once.
    private mutating func append(_ text: String) {
        text.withBytes { input in
            var start = 0
            var index = 0
            while true {
                index = input.next(from: index) { eight in
                    eight.places(below: 0x20) | eight.places(of: 0x22) | eight.places(of: 0x27)
                        | eight.places(of: 0x5C) | eight.places(of: 0x7F) | eight.places(of: 0xE2)
                }
                guard index < input.count else { break }
                if let escape = Self.escape(input, at: index) {
                    output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<index]))
                    output.bytes.append(utf8: escape.text)
                    index += escape.length
                    start = index
                } else {
                    index += 1
                }
            }
            output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[start...]))
        }
    }

    private static func escape(_ input: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
        switch input[index] {
        case 0x22: return ("\\\\\"", 1)
        case 0x27: return ("\\'", 1)
        case 0x5C: return ("\\\\\\\\", 1)
        case 0x0A: return ("\\\\n", 1)
        case 0xE2:
            // U+2028 and U+2029 end a line of JavaScript in older browsers.
            guard index + 2 < input.count, input[index + 1] == 0x80, input[index + 2] & 0xFE == 0xA8 else { return nil }
            return (input[index + 2] == 0xA8 ? "\\\\u2028" : "\\\\u2029", 3)
        default:
            let digits = String(input[index], radix: 16)
            return ("\\\\u" + String(repeating: "0", count: 4 - digits.count) + digits, 1)
        }
    }
}
