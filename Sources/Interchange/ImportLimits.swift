/// How much of a file is read. Beyond it a file is refused with a clear error, before memory or time run out.
public struct ImportLimits: Sendable, Equatable {
    /// The bytes of the file itself.
    public var fileSize = 1 << 30
    /// The entries of an archive.
    public var entries = 50_000
    /// The bytes of one unpacked entry.
    public var entrySize = 128 << 20
    /// The bytes of all unpacked entries together.
    public var unpackedSize = 512 << 20
    /// How many times larger than its packed form an entry may be, once it has more than `ratioFreeSize` bytes.
    public var ratio = 400
    /// The size up to which the ratio does not matter.
    public var ratioFreeSize = 4 << 20
    /// How deep XML elements may stand in each other.
    public var depth = 200
    /// How many attributes an XML element may have.
    public var attributes = 64
    /// The codes of a project.
    public var codes = 50_000
    /// How deep codes may stand under each other.
    public var codeDepth = 60
    /// The documents of a project.
    public var documents = 100_000
    /// The selections and codings of a project.
    public var codings = 1_000_000
    /// The columns of a table.
    public var columns = 5_000
    /// The cells of a table.
    public var cells = 20_000_000
    /// The work of a database in units of a thousand of its own instructions.
    public var databaseSteps = 2_000_000

    /// The limits that the program uses.
    public static let standard = ImportLimits()

    /// The standard limits, to be narrowed.
    public init() {}
}
