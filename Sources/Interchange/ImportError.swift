/// Why a file was not read at all. Nothing of it was used.
public struct ImportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of trouble.
    public var kind: Kind
    /// One sentence without a full stop.
    public var message: String
    /// What to do about it, where that is known.
    public var help: String?

    /// An error.
    public init(_ kind: Kind, _ message: String, help: String? = nil) {
        self.kind = kind
        self.message = message
        self.help = help
    }

    /// The kinds of trouble.
    public enum Kind: String, Sendable, CaseIterable {
        /// Nothing here knows this kind of file.
        case unknownFormat = "unknown-format"
        /// The kind of file is known and cannot be read; another export of the same tool can.
        case unsupportedFormat = "unsupported-format"
        /// The file is cut off or broken.
        case damaged
        /// The file does what only hostile files do.
        case hostile
        /// The file, or something in it, is beyond what is read.
        case tooLarge = "too-large"
        /// The positions of selections can be understood in several ways, and nothing decides.
        case undecidedPositions = "undecided-positions"
        /// The positions of selections fit the documents in no known way.
        case positionsDoNotFit = "positions-do-not-fit"
        /// A table whose columns are not understood.
        case unknownColumns = "unknown-columns"
        /// The file is read and holds nothing to import.
        case empty
    }

    public var description: String { help.map { "\(message); \($0)" } ?? message }
}
