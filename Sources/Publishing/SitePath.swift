/// Where a file stands in the site, relative to its folder: `index.html`, `quotes/c4-1.html`.
///
/// Every value is safe to join to a folder: it cannot climb out of it, and it means the same file on every system.
/// Parts are made of `a`–`z`, `0`–`9`, `.`, `_` and `-`; there are no capitals, because some systems fold them.
public struct SitePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The path with `/` between its parts.
    public let rawValue: String

    /// How long a path may be, in bytes.
    public static let longestPath = 1000
    /// How long a part between slashes may be, in bytes.
    public static let longestPart = 240

    /// A path, or nil if it is not a safe one.
    ///
    /// Refused: empty parts (so also a slash at either end), `.` and `..`, bytes outside the safe set, parts that
    /// begin with `.verbatim-` (Verbatim's own records), and what is too long.
    public init?(_ path: String) {
        var path = path
        guard path.withUTF8(SitePath.isSafe) else { return nil }
        rawValue = path
    }

    /// The same of bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard SitePath.isSafe(bytes) else { return nil }
        rawValue = String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { rawValue }

    public static func < (left: SitePath, right: SitePath) -> Bool { left.rawValue < right.rawValue }
}

extension SitePath {
    private static let ownRecords = Array(".verbatim-".utf8)

    private static let slash = UInt8(ascii: "/")
    private static let stop = UInt8(ascii: ".")

    private static func isSafe(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        guard path.count <= longestPath else { return false }
        var start = path.startIndex
        for (position, byte) in path.enumerated() {
            if byte == slash {
                guard isSafePart(path[start..<position]) else { return false }
                start = position + 1
            } else {
                guard isSafe(byte) else { return false }
            }
        }
        return isSafePart(path[start...])
    }

    /// Whether bytes that are safe each are a safe part together.
    private static func isSafePart(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = part.first, part.count <= longestPart else { return false }
        // All names that mean something of their own begin like this.
        guard first == stop else { return true }
        return part.count > 1 && !part.elementsEqual([stop, stop]) && !part.starts(with: ownRecords)
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Whether it stands in a folder within the site, and not at the top.
    var isInFolder: Bool {
        var path = rawValue
        return path.withUTF8 { $0.contains(SitePath.slash) }
    }

    /// The folders that hold the file, the outermost first: for `a/b/c.html`, `a` and `a/b`.
    var folders: [String] {
        let bytes = rawValue.utf8
        return bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { String(rawValue[..<$0]) }
    }

    /// The folder that holds the file, or an empty string for the top.
    var folder: Substring {
        guard let slash = rawValue.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return rawValue[..<slash]
    }
}
