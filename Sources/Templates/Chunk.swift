import Diagnostics

/// A piece of a program that is compiled once for each way in which it is used.
struct Chunk {
    /// A whole template or a block.
    enum Content {
        case template(ParsedTemplate)
        case block(Block)

        var id: ObjectIdentifier {
            switch self {
            case .template(let template): ObjectIdentifier(template)
            case .block(let block): ObjectIdentifier(block)
            }
        }

        var body: Body {
            switch self {
            case .template(let template): template.body
            case .block(let block): block.body
            }
        }
    }

    /// What makes two uses the same.
    struct Key: Hashable {
        let content: ObjectIdentifier
        let scope: Scope.Key
        let overrides: Int
        let isIndented: Bool
    }

    let content: Content
    let scope: Scope
    /// The blocks that are replaced in it.
    let overrides: Int
    /// Whether its lines are indented.
    let isIndented: Bool
    /// The index of its first instruction.
    var start = 0
    /// The calls in it, with whether they only happen in a record or a list.
    var calls: [(index: Int, isGuarded: Bool)] = []

    var key: Key {
        Key(content: content.id, scope: scope.key, overrides: overrides, isIndented: isIndented)
    }
}

/// Sets of blocks that replace blocks of the same name, numbered so that equal sets are recognised. Set 0 is empty.
///
/// A block keeps the set that is in force where it was written, so that its own blocks are replaced from there.
struct Overrides {
    struct Override: Hashable {
        let block: ObjectIdentifier
        let overrides: Int
    }

    private var sets: [[String: (block: Block, overrides: Int)]] = [[:]]
    private var numbers: [[String: Override]: Int] = [[:]: 0]

    /// What replaces a block, and the set that is in force in it.
    func replacement(for name: String, in set: Int) -> (block: Block, overrides: Int)? { sets[set][name] }

    /// The set with further blocks, where those that it has already win: they come from further outside.
    mutating func adding(_ blocks: [Block], to set: Int) -> Int {
        var entries = sets[set]
        var added: Set<String> = []
        for block in blocks where entries[block.name] == nil || added.contains(block.name) {
            entries[block.name] = (block, set)
            added.insert(block.name)
        }
        guard !added.isEmpty else { return set }
        let key = entries.mapValues { Override(block: ObjectIdentifier($0.block), overrides: $0.overrides) }
        if let number = numbers[key] { return number }
        sets.append(entries)
        numbers[key] = sets.count - 1
        return sets.count - 1
    }
}
