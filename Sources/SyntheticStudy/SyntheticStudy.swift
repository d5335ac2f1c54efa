/// A whole study that nobody took part in, for measuring and for trying things out at any size.
///
/// The same size and seed give the same bytes on every machine.
public struct SyntheticStudy: Sendable {
    /// How much of everything it has.
    public let size: StudySize
    /// What makes it differ from others of its size.
    public let seed: UInt64

    /// A study of a size.
    public init(size: StudySize, seed: UInt64) {
        self.size = size
        self.seed = seed
    }

    /// Every file of the study, sorted by path.
    public func files() -> [StudyFile] {
        let skeleton = Skeleton(size: size, seed: seed)
        var files = [
            AboutFile.make(skeleton), CodebookFile.make(skeleton), ParticipantsFile.make(skeleton),
            LogicModelFile.make(skeleton), TheoryFile.make(skeleton), ReferencesFile.make(skeleton),
        ]
        files += QuoteFiles.make(skeleton)
        files += ThemeFiles.make(skeleton)
        files += GuideFiles.make(skeleton)
        files += PageFiles.make(skeleton)
        return files.sorted { $0.path < $1.path }
    }
}
