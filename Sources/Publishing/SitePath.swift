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
        guard SitePath.isSafe(path.utf8) else { return nil }
        rawValue = path
    }

    public var description: String { rawValue }

    public static func < (left: SitePath, right: SitePath) -> Bool { left.rawValue < right.rawValue }
}

extension SitePath {
    private static let ownRecords = Array(".verbatim-".utf8)

    private static func isSafe(_ path: String.UTF8View) -> Bool {
        guard path.count <= longestPath else { return false }
        return path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            guard !part.isEmpty, part.count <= longestPart, part.allSatisfy(isSafe) else { return false }
            if part.allSatisfy({ $0 == UInt8(ascii: ".") }) && part.count <= 2 { return false }
            return !part.starts(with: ownRecords)
        }
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
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
