import Diagnostics

/// Finds places in the items of a JSON array.
enum JSONItems {
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
