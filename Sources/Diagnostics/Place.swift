/// Where something was written: a range of bytes in one of the study's files.
public struct Place: Hashable, Sendable {
    /// The file.
    public let source: SourceID
    /// The offset of the first byte, from 0.
    public let offset: UInt32
    /// How many bytes; 0 marks a point between two characters.
    public let length: UInt32

    /// A place from its parts. Offsets and lengths beyond 4 GB are cut to it: no file that large is read.
    public init(source: SourceID, offset: Int, length: Int) {
        self.source = source
        self.offset = UInt32(clamping: offset)
        self.length = UInt32(clamping: length)
    }
}

/// Which of the study's files.
public struct SourceID: Hashable, Sendable {
    fileprivate let index: Int32

    fileprivate init(index: Int32) { self.index = index }
}

/// The files of a study, as they were read.
public struct Sources: Sendable {
    private var all: [Source] = []

    /// No files yet.
    public init() {}

    /// Keeps a file and names it.
    public mutating func add(_ source: Source) -> SourceID {
        all.append(source)
        return SourceID(index: Int32(all.count - 1))
    }

    /// The file of that name.
    public subscript(id: SourceID) -> Source { all[Int(id.index)] }

    /// The file, line and column of a place.
    public func position(of place: Place) -> (path: String, position: Position) {
        let source = self[place.source]
        return (source.path, source.position(at: Int(place.offset)))
    }
}
