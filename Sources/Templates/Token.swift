/// A run of text or a tag, as ranges of a template's bytes.
struct Token {
    /// What a tag does, after its sigil.
    enum Kind {
        case text
        case comment
        case delimiters
        case variable
        case unescaped
        case section
        case inverted
        case close
        case partial
        case parent
        case block

        /// Whether a `{{/name}}` has to follow.
        var opens: Bool {
            switch self {
            case .section, .inverted, .parent, .block: true
            default: false
            }
        }

        /// Whether a line that holds nothing else leaves no trace in the output.
        var mayStandAlone: Bool {
            switch self {
            case .text, .variable, .unescaped: false
            default: true
            }
        }
    }

    var kind: Kind
    /// All of it, with delimiters.
    var range: Range<Int>
    /// The name in the tag, without white space around it.
    var name: Range<Int>
}

extension UInt8 {
    /// Space, tab, line feed or carriage return.
    var isWhiteSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The indices left when white space is taken from both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isWhiteSpace { lower += 1 }
        while upper > lower, self[upper - 1].isWhiteSpace { upper -= 1 }
        return lower..<upper
    }

    /// Where a short sequence begins, at or after an index; nil if another one begins earlier.
    func firstIndex(of wanted: [UInt8], from start: Int, before barrier: [UInt8]? = nil) -> Int? {
        var index = start
        while index + wanted.count <= endIndex {
            if self[index] == wanted.first, self[index..<index + wanted.count].elementsEqual(wanted) { return index }
            if let barrier, self[index] == barrier.first, self[index...].starts(with: barrier) { return nil }
            index += 1
        }
        return nil
    }
}
