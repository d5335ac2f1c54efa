/// Walks a JSON text to find where its outermost items start and where it stops being JSON, as the decoder tells neither.
struct JSONSyntax {
    /// The offset of each object or array directly in the outermost array.
    private(set) var itemStarts: [Int] = []
    /// Where the text stops being JSON; nil if it does not.
    private(set) var firstError: Int?

    private let text: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) {
        self.text = text
        read()
    }

    private enum Expected {
        case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
    }

    private mutating func read() {
        var open: [UInt8] = []
        var expected = Expected.value
        while true {
            while index < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) { index += 1 }
            guard index < text.count else {
                if expected != .nothing { firstError = text.count }
                return
            }
            let byte = text[index]
            let start = index
            var isFine = true
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                isFine = expected == .value || expected == .valueOrEnd
                if open.count == 1 { itemStarts.append(index) }
                open.append(byte)
                expected = byte == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                let opening = byte == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "[")
                isFine = open.popLast() == opening && [.commaOrEnd, .keyOrEnd, .valueOrEnd].contains(expected)
                expected = open.isEmpty ? .nothing : .commaOrEnd
                index += 1
            case UInt8(ascii: ","):
                isFine = expected == .commaOrEnd
                expected = open.last == UInt8(ascii: "{") ? .key : .value
                index += 1
            case UInt8(ascii: ":"):
                isFine = expected == .colon
                expected = .value
                index += 1
            case UInt8(ascii: "\""):
                let isKey = expected == .key || expected == .keyOrEnd
                isFine = (isKey || expected == .value || expected == .valueOrEnd) && skipString()
                expected = isKey ? .colon : (open.isEmpty ? .nothing : .commaOrEnd)
            default:
                isFine = (expected == .value || expected == .valueOrEnd) && skipWord()
                expected = open.isEmpty ? .nothing : .commaOrEnd
            }
            if !isFine {
                firstError = start
                return
            }
        }
    }

    /// Goes behind a string; false if it is never closed or breaks over a line.
    private mutating func skipString() -> Bool {
        index += 1
        while index < text.count, text[index] >= 0x20 {
            if text[index] == UInt8(ascii: "\"") {
                index += 1
                return true
            }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
    }

    /// Goes behind a number or a name; false if it is none that JSON has.
    private mutating func skipWord() -> Bool {
        let start = index
        while index < text.count, isWord(text[index]) { index += 1 }
        let word = String(decoding: text[start..<index], as: UTF8.self)
        return ["true", "false", "null"].contains(word) || Double(word) != nil
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
        default: false
        }
    }
}
