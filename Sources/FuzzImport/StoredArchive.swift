/// A ZIP archive whose files are stored as they are.
struct StoredArchive {
    var files: [(name: [UInt8], content: [UInt8])] = []

    /// Reads an archive of stored files; nil if it is none.
    init?(_ bytes: [UInt8]) {
        var index = 0
        while index + 30 <= bytes.count, bytes[index..<index + 4].elementsEqual([0x50, 0x4B, 0x03, 0x04]) {
            let method = Self.number(bytes, index + 8, 2)
            let size = Self.number(bytes, index + 18, 4)
            let nameSize = Self.number(bytes, index + 26, 2)
            let start = index + 30 + nameSize + Self.number(bytes, index + 28, 2)
            guard method == 0, start + size <= bytes.count else { return nil }
            files.append((Array(bytes[index + 30..<index + 30 + nameSize]), Array(bytes[start..<start + size])))
            index = start + size
        }
    }

    /// The archive, with sums that are right.
    var bytes: [UInt8] {
        var result: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let offset = result.count
            let common =
                Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 4) + Self.bytes(Int(Self.sum(content)), 4)
                + Self.bytes(content.count, 4) + Self.bytes(content.count, 4) + Self.bytes(name.count, 2)
            result += [0x50, 0x4B, 0x03, 0x04] + Self.bytes(20, 2) + common + Self.bytes(0, 2) + name + content
            directory += [0x50, 0x4B, 0x01, 0x02] + Self.bytes(20, 2) + Self.bytes(20, 2) + common
            directory += Self.bytes(0, 12) + Self.bytes(offset, 4) + name
        }
        let end = result.count
        result += directory + [0x50, 0x4B, 0x05, 0x06] + Self.bytes(0, 4) + Self.bytes(files.count, 2)
        return result + Self.bytes(files.count, 2) + Self.bytes(directory.count, 4) + Self.bytes(end, 4) + [0, 0]
    }

    private static func number(_ bytes: [UInt8], _ index: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }

    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) }
    }

    /// The sum that ZIP asks for; most of a fuzzer's time goes here, so it is done by a table.
    private static func sum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}
