/// Reads the YAML that most files and most front matter are made of: keys, each with a text on the same line, or with lists
/// and mappings that stand further to the right below it.
///
/// It gives exactly what the parser for all of YAML gives, at a hundredth of the cost, or nothing: whatever it is not
/// sure of, it leaves to the other.
struct PlainMapping {
    /// Deeper than this nobody nests by hand.
    private static let deepest = 40

    let bytes: UnsafeBufferPointer<UInt8>
    /// What is read next.
    var index = 0
    /// Where its line starts.
    private(set) var lineStart = 0
    private(set) var line: Int
    /// How many more nodes there may be.
    private var room = YAMLText.nodeLimit
    private var depth = 0

    /// The mapping that a text holds; nil if it is anything but a plain one. `line` is the number of its first line.
    static func read(_ text: ArraySlice<UInt8>, line: Int) -> YAMLNode? {
        text.withUnsafeBufferPointer { bytes in
            var reader = PlainMapping(bytes: bytes, line: line)
            guard reader.skipToContent(), reader.index < bytes.count, reader.indentation == 0 else { return nil }
            guard let root = reader.mapping(), reader.index == bytes.count else { return nil }
            return root
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, line: Int) {
        self.bytes = bytes
        self.line = line
    }

    /// How far to the right of its line something stands, behind nothing but ASCII.
    private var indentation: Int { index - lineStart }

    /// The keys that stand right below each other, from one on, with all that belongs to them.
    private mutating func mapping() -> YAMLNode? {
        guard enter() else { return nil }
        let (first, indentation) = (line, indentation)
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        var keys: Set<String> = []
        repeat {
            let line = line
            guard let key = key(), keys.insert(key).inserted, let value = value(under: indentation) else { return nil }
            pairs.append((YAMLNode(.scalar(key, .plain), line: line, column: indentation + 1), value))
        } while index < bytes.count && self.indentation == indentation
        return left(YAMLNode(.mapping(pairs), line: first, column: indentation + 1), indentation)
    }

    /// The items that stand right below each other, from one on, with all that belongs to them.
    private mutating func list() -> YAMLNode? {
        guard enter() else { return nil }
        let (first, indentation) = (line, indentation)
        var items: [YAMLNode] = []
        repeat {
            guard bytes[index] == Self.dash, index + 1 < bytes.count, bytes[index + 1] == Self.space else { return nil }
            index += 1
            skipSpaces()
            guard let item = startsWithKey ? mapping() : lineOfText() else { return nil }
            items.append(item)
        } while index < bytes.count && self.indentation == indentation
        return left(YAMLNode(.list(items), line: first, column: indentation + 1), indentation)
    }

    private mutating func enter() -> Bool {
        depth += 1
        return depth <= Self.deepest
    }

    /// What was read, if it goes on in no line that stands further to the right.
    private mutating func left(_ node: YAMLNode, _ indentation: Int) -> YAMLNode? {
        depth -= 1
        return index == bytes.count || self.indentation < indentation ? counted(node) : nil
    }

    /// What belongs to a key: the rest of its line, or what stands below it and further to the right.
    private mutating func value(under indentation: Int) -> YAMLNode? {
        guard endsLine else { return lineOfText() }
        guard nextContent(), index < bytes.count, self.indentation > indentation else { return nil }
        return bytes[index] == Self.dash ? list() : mapping()
    }

    /// A text, or a list of texts in brackets, with which its line ends.
    private mutating func lineOfText() -> YAMLNode? {
        guard index < bytes.count else { return nil }
        let column = indentation + 1
        let node: YAMLNode?
        switch bytes[index] {
        case Self.quote, Self.apostrophe:
            node = quoted().map { YAMLNode(.scalar($0, .quoted), line: line, column: column) }
            // A doubled mark belongs to the text, and something else behind it is for the other parser to judge.
            guard endsLine || bytes[index] == Self.space else { return nil }
        case Self.bracket:
            node = texts().map { YAMLNode(.list($0), line: line, column: column) }
        default:
            node = plain().map { YAMLNode(.scalar($0, .plain), line: line, column: column) }
        }
        skipSpaces()
        guard let node, endsLine, nextContent() else { return nil }
        return counted(node)
    }

    /// Texts between brackets on one line, parted by commas.
    private mutating func texts() -> [YAMLNode]? {
        index += 1
        skipSpaces()
        var items: [YAMLNode] = []
        if index < bytes.count, bytes[index] == Self.closingBracket {
            index += 1
            return items
        }
        while index < bytes.count {
            let column = column
            let isQuoted = bytes[index] == Self.quote || bytes[index] == Self.apostrophe
            guard let text = isQuoted ? quoted() : plainInList() else { return nil }
            guard let item = counted(YAMLNode(.scalar(text, isQuoted ? .quoted : .plain), line: line, column: column))
            else { return nil }
            items.append(item)
            skipSpaces()
            guard index < bytes.count else { return nil }
            index += 1
            if bytes[index - 1] == Self.closingBracket { return items }
            guard bytes[index - 1] == Self.comma else { return nil }
            skipSpaces()
        }
        return nil
    }

    private mutating func counted(_ node: YAMLNode) -> YAMLNode? {
        // A key is a node of its own.
        if case .mapping(let pairs) = node.content { room -= pairs.count }
        room -= 1
        return room >= 0 ? node : nil
    }
}

// MARK: Lines

extension PlainMapping {
    /// Goes on behind the end of a line.
    private mutating func nextContent() -> Bool {
        guard index < bytes.count else { return true }
        startLine(at: index + 1)
        return skipToContent()
    }

    private mutating func startLine(at start: Int) {
        index = start
        lineStart = start
        line += 1
    }

    /// Skips empty lines, comments and the spaces before something; false if there is anything else to be unsure of.
    private mutating func skipToContent() -> Bool {
        while true {
            skipSpaces()
            guard index < bytes.count else { return indentation == 0 }
            if bytes[index] == Self.comment {
                while index < bytes.count, bytes[index] != Self.lineEnd {
                    guard let length = characterLength() else { return false }
                    index += length
                }
                guard index < bytes.count else { return true }
            } else if bytes[index] != Self.lineEnd {
                return true
            } else if indentation > 0 {
                return false
            }
            startLine(at: index + 1)
        }
    }
}
