/// A key whose hash is worked out when it is made, side by side with others, for a table that is filled in order.
struct Prehashed<Key: Hashable & Sendable>: Hashable, Sendable {
    let hash: Int
    let key: Key

    init(_ key: Key) {
        self.key = key
        hash = key.hashValue
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func == (left: Self, right: Self) -> Bool { left.hash == right.hash && left.key == right.key }
}
