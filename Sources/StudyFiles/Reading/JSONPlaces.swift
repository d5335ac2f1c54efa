import Diagnostics
import Foundation

/// Finds where the items of a JSON array start, since the decoder does not say.
enum JSONItems {
    /// The offset of each object directly in the outermost array of a JSON text that is known to be well formed.
    static func starts(in text: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var depth = 0
        var isInString = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            if isInString {
                if byte == UInt8(ascii: "\\") {
                    index += 1
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    if depth == 1 { starts.append(index) }
                    depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
            index += 1
        }
        return starts
    }

    /// The place of the value of an item's `id`, or of the item's start.
    static func placeOfID(in text: [UInt8], from start: Int, source: SourceID) -> Place {
        let key = Array("\"id\"".utf8)
        var index = start
        var depth = 0
        while index + key.count < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth == 0 { break }
            if depth == 1, byte == key[0], text[index..<(index + key.count)].elementsEqual(key) {
                var value = index + key.count
                while value < text.count, text[value] <= 0x20 || text[value] == UInt8(ascii: ":") { value += 1 }
                var end = value
                while end < text.count, text[end] > 0x1F, text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: "}")
                {
                    end += 1
                }
                return Place(source: source, offset: value, length: end - value)
            }
            index += 1
        }
        return Place(source: source, offset: start, length: 1)
    }
}

/// What the JSON decoder complains of, with the place that it names in words.
struct JSONProblem {
    let message: String
    let offset: Int

    init(_ error: any Error, in source: Source) {
        guard case DecodingError.dataCorrupted(let context) = error else {
            message = "this file must be a list of references"
            offset = 0
            return
        }
        let detail = context.underlyingError.map { "\($0)" } ?? context.debugDescription
        let numbers = Self.lineAndColumn(in: detail) ?? Self.lineAndColumn(in: context.debugDescription)
        message = "this is not JSON from here on"
        // Without a position the parser came to the end and found something open.
        offset = numbers.map { source.offset(line: $0.0, byteColumn: $0.1 + 1) } ?? source.text.count
    }

    /// The numbers after `line` and `column` in a message such as `around line 3, column 5`.
    private static func lineAndColumn(in text: String) -> (Int, Int)? {
        func number(after word: String) -> Int? {
            guard let range = text.range(of: word) else { return nil }
            let digits = text[range.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber }
            return Int(digits)
        }
        guard let line = number(after: "line"), let column = number(after: "column") else { return nil }
        return (line, column)
    }
}
