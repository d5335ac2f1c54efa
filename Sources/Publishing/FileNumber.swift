/// A file of a publication, for short.
///
/// The files of the former site have the first numbers, in the order of their paths; so the next publication finds each
/// file of this one by a number that can be kept.
public struct FileNumber: Hashable, Sendable {
    /// Counted from 0.
    public let rawValue: Int

    /// A number as it was kept.
    public init(_ rawValue: Int) { self.rawValue = rawValue }
}
