import Foundation
import Interchange

/// One version of the small study in the fixtures of InterchangeTests: what every file of that version holds.
///
/// The README there says what of it is real and what is invented.
public struct Sample: Decodable, Sendable {
    public let participants: [Participant]
    public let themes: [Theme]
    public let codes: [Code]
    public let quotes: [Quote]

    /// Who said something.
    public struct Participant: Decodable, Sendable {
        public let id: String
        public let group: String
    }

    /// A theme, which has no quotes but those of its codes.
    public struct Theme: Decodable, Sendable {
        public let tag: String
        public let title: String
    }

    /// A code under a theme; its tag begins with that of the theme.
    public struct Code: Decodable, Sendable {
        public let tag: String
        public let theme: String
        public let title: String
    }

    /// A quote, with its codes by tag.
    public struct Quote: Decodable, Sendable {
        public let key: String
        public let participant: String
        public let group: String
        public let text: String
        public let codes: [String]
    }

    /// A version: `v1` before the recoding, `v2` after it.
    public static func version(_ version: String) throws -> Sample {
        try JSONDecoder().decode(Sample.self, from: Data(bytes("expected_\(version).json")))
    }

    /// The bytes of a file of the fixtures.
    public static func bytes(_ path: String) throws -> [UInt8] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: tests.appending(path: "InterchangeTests/Fixtures/\(path)")))
    }

    /// What a tool wrote into a file of the fixtures, read as `verbatim import` reads it.
    public static func project(_ path: String, mapping: ImportMapping = ImportMapping()) throws -> CodedProject {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try CodedProject.read(bytes: bytes(path), name: name, mapping: mapping)
    }
}
