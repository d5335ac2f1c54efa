/// What came of a publication.
public struct Published: Sendable {
    /// What became of its files.
    public let summary: PublicationSummary
    /// The site as it was left; nil if it could not be looked at.
    public let site: StampedSite?
    /// By the number that a file had: the one that it has for the next publication. Nil if all keep theirs.
    let renumbered: [FileNumber?]?

    /// The number by which the next publication knows a file; nil if the file is gone.
    public func next(_ number: FileNumber) -> FileNumber? {
        guard let renumbered else { return number }
        return renumbered.indices.contains(number.rawValue) ? renumbered[number.rawValue] : nil
    }
}
