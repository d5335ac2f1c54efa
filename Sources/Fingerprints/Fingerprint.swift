/// A short stand-in for a content, the same in every process and on every machine: two contents with one fingerprint
/// are, but for a chance of one in 2^128 or so, the same.
///
/// It tells what changed by accident or by work. It is no protection against somebody who looks for two contents with
/// one fingerprint, so nothing may rest on it that a wrong answer could harm for good.
public struct Fingerprint: Hashable, Sendable {
    /// The first and the second half.
    public let halves: (UInt64, UInt64)

    /// A fingerprint from its halves, as it was kept.
    public init(_ first: UInt64, _ second: UInt64) { halves = (first, second) }

    /// The fingerprint of what is added.
    public init(_ add: (inout Fingerprinter) throws -> Void) rethrows {
        var fingerprinter = Fingerprinter()
        try add(&fingerprinter)
        self = fingerprinter.fingerprint
    }

    public static func == (left: Fingerprint, right: Fingerprint) -> Bool { left.halves == right.halves }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(halves.0)
        hasher.combine(halves.1)
    }

    /// 32 digits and small letters.
    public var text: String {
        [halves.0, halves.1].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
