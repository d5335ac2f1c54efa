/// What a publication did.
public struct PublicationSummary: Equatable, Sendable {
    /// How many files are new or have other bytes than before.
    public var written = 0
    /// How many files stood there already with the same bytes. Nothing touched them.
    public var unchanged = 0
    /// How many files of the former site are no longer made, and are gone.
    public var removed = 0
    /// How many bytes the written files have.
    public var bytesWritten = 0

    /// A summary of nothing.
    public init() {}
}
