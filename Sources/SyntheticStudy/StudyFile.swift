/// A file of a study before it is written.
public struct StudyFile: Sendable, Hashable {
    /// Where it stands in the study's folder, with `/`.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(_ path: String, _ text: String) {
        self.init(path, Array(text.utf8))
    }
}
