/// Bytes that are appended one after the other, and handed on whenever many have come together: so nobody has to hold
/// all of a large file at once.
public struct ByteStream {
    /// What was appended and is not handed on yet.
    public var bytes: [UInt8] = []
    private let handOn: ((UnsafeRawBufferPointer) -> Void)?

    /// From how many bytes on they are handed on: as many as the nearer caches of a processor hold.
    public static let many = 1 << 18

    /// A stream that keeps all that is appended, as `bytes`.
    public init() { handOn = nil }

    /// A stream that hands its bytes on, in their order. What is left at the end stays in `bytes`.
    public init(handingOn: @escaping (UnsafeRawBufferPointer) -> Void) { handOn = handingOn }

    /// Lets the bytes go if there are many by now. Whoever appends much says now and then that this is a good moment; where
    /// something stands in `bytes` may have changed afterwards.
    @inlinable
    public mutating func pause() { if bytes.count >= Self.many { letGo() } }

    @usableFromInline
    mutating func letGo() {
        guard let handOn else { return }
        bytes.withUnsafeBytes(handOn)
        bytes.removeAll(keepingCapacity: true)
    }
}
