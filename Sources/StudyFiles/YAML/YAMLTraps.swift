/// Finds YAML that would cost the parser without measure: it hashes keys, so an alias or a collection as a key can
/// unfold exponentially, and it composes nested collections by recursion.
enum YAMLTraps {
    struct Trap {
        let offset: Int
        let summary: String
        let help: String
    }

    /// Deeper nesting than any study needs, far below what the stack bears.
    private static let depthLimit = 100

    static func first(in text: ArraySlice<UInt8>) -> Trap? {
        var depth = 0
        var anchors = 0
        var aliasAsKey: Int?
        var complexKey: Int?
        var previous: UInt8 = 0x0A
        for index in text.indices {
            let byte = text[index]
            let startsToken =
                previous == 0x0A || previous == 0x20 || previous == 0x5B || previous == 0x7B || previous == 0x2C
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > depthLimit {
                    return Trap(
                        offset: index,
                        summary: "brackets are nested more than \(depthLimit) deep here",
                        help: "use indentation and fewer levels"
                    )
                }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            // Text between quotes may hold brackets of its own; a line end closes what was miscounted there.
            case 0x0A where !isIndented(text, after: index): depth = 0
            case UInt8(ascii: "&") where startsToken && isName(text, after: index): anchors += 1
            case UInt8(ascii: "*") where startsToken && aliasAsKey == nil && isAliasKey(text, at: index):
                aliasAsKey = index
            case UInt8(ascii: "?") where startsToken && complexKey == nil && isIndented(text, after: index):
                complexKey = index
            default: break
            }
            previous = byte
        }
        guard anchors > 0, let offset = aliasAsKey ?? complexKey else { return nil }
        return Trap(offset: offset, summary: "an alias cannot be a key here", help: "write the key out")
    }

    private static func isIndented(_ text: ArraySlice<UInt8>, after index: Int) -> Bool {
        let next = text.index(after: index)
        return next < text.endIndex && (text[next] == 0x20 || text[next] == 0x09)
    }

    private static func isName(_ text: ArraySlice<UInt8>, after index: Int) -> Bool {
        let next = text.index(after: index)
        return next < text.endIndex && text[next] > 0x20
    }

    private static func isAliasKey(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
        var position = text.index(after: index)
        guard position < text.endIndex, text[position] > 0x20 else { return false }
        while position < text.endIndex, text[position] > 0x20, text[position] != UInt8(ascii: ":") { position += 1 }
        while position < text.endIndex, text[position] == 0x20 { position += 1 }
        return position < text.endIndex && text[position] == UInt8(ascii: ":")
    }
}
