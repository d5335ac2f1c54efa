/// Writes a file of data for the site's scripts: one call that hands a value over, as JSON in a string.
///
/// Browsers read `JSON.parse('…')` faster than a literal, and a script tag works where nothing else loads, from a disk.
public struct DataFile {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether a comma is due before the next value.
    private var needsComma = false

    /// A file of a name, which is its path in the site without `.js`.
    public init(_ name: StaticString) {
        self.init(named: "\(name)")
    }

    /// A file of a name that Verbatim made.
    public init(named name: String) {
        raw("verbatim.receive(\"\(name)\",JSON.parse('")
    }

    /// The whole file. Nothing can be added afterwards. With a mark, scripts take it only where they asked for that.
    public func finished(mark: String? = nil) -> [UInt8] {
        bytes + Array((mark.map { "'),\"\($0)\");\n" } ?? "'));\n").utf8)
    }

    /// An object with what `content` adds to it.
    public mutating func object(_ content: (inout DataFile) -> Void) {
        open("{")
        content(&self)
        close("}")
    }

    /// A list with what `content` adds to it.
    public mutating func list(_ content: (inout DataFile) -> Void) {
        open("[")
        content(&self)
        close("]")
    }

    /// The key of the next value of an object.
    public mutating func key(_ key: String) {
        text(key)
        raw(":")
        needsComma = false
    }

    /// A text.
    public mutating func text(_ text: String) {
        separate()
        raw("\"")
        append(text)
        raw("\"")
    }

    /// A text in UTF-8 of which the caller knows that nothing in it has to be escaped.
    public mutating func plain(_ text: [UInt8]) {
        separate()
        raw("\"")
        bytes += text
        raw("\"")
    }

    /// A whole number.
    public mutating func number(_ number: Int) {
        separate()
        raw(String(number))
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
    public mutating func pair(_ key: String, _ numbers: [Int]) {
        self.key(key)
        list { list in for number in numbers { list.number(number) } }
    }

    /// A key with a list of texts.
    public mutating func pair(_ key: String, _ texts: [String]) {
        self.key(key)
        list { list in for text in texts { list.text(text) } }
    }

    private mutating func open(_ bracket: StaticString) {
        separate()
        raw("\(bracket)")
        needsComma = false
    }

    private mutating func close(_ bracket: StaticString) {
        raw("\(bracket)")
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { raw(",") }
        needsComma = true
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a text as it stands within a JSON string within a JavaScript string in single quotes: two layers of
    /// escaping, so that no text can end either.
    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { input in
            var start = 0
            for index in input.indices {
                let byte = input[index]
                guard byte < 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x5C || byte == 0xE2 || byte == 0x7F
                else { continue }
                guard let escape = Self.escape(input, at: index) else { continue }
                bytes.append(contentsOf: input[start..<index])
                bytes.append(contentsOf: escape.text.utf8)
                start = index + escape.length
            }
            bytes.append(contentsOf: input[start...])
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
