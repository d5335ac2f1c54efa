import Foundation
import Interchange
import Testing

/// What has to come in from the files in `Fixtures`.
struct Expected: Decodable {
    let version: String
    let participants: [Participant]
    let themes: [Theme]
    let codes: [Code]
    let quotes: [Quote]

    struct Participant: Decodable {
        let id: String
        let group: String
    }

    struct Theme: Decodable {
        let tag: String
        let title: String
    }

    struct Code: Decodable {
        let tag: String
        let theme: String
        let title: String
        let codings: Int
    }

    struct Quote: Decodable {
        let key: String
        let participant: String
        let group: String
        let text: String
        let codes: [String]
    }

    /// The expectation for a version, `v1` or `v2`.
    static func version(_ version: String) throws -> Expected {
        try JSONDecoder().decode(Expected.self, from: Data(Fixture.bytes("expected_\(version).json")))
    }

    /// The quotes as they are compared: with codes by tag, in alphabetical order.
    func lines(_ text: (String) -> String = { $0 }, group: (String) -> String? = { $0 }) -> [Line] {
        quotes.map { quote in
            Line(
                participant: quote.participant,
                group: group(quote.group),
                text: text(quote.text),
                codes: quote.codes.sorted()
            )
        }.sorted()
    }

    /// The tag of a code by what a tool calls it: `trust.boundaries`, or the titles of theme and sub-theme.
    func tag(_ code: CodedProject.Code) -> String {
        let titles = Dictionary(uniqueKeysWithValues: themes.map { ($0.tag, $0.title) })
        let byTitles = codes.first { code.path == [titles[$0.theme] ?? "", $0.title] }
        let byTag = codes.first { code.path.joined(separator: ".") == $0.tag }
        return (byTitles ?? byTag)?.tag ?? "unknown code \(code.path)"
    }

    /// A quote as it is compared.
    struct Line: Comparable, CustomStringConvertible {
        let participant: String
        let group: String?
        let text: String
        let codes: [String]

        var description: String { "\(participant) [\(group ?? "no group")] \(codes): \(text)" }

        static func < (left: Line, right: Line) -> Bool { left.description < right.description }
    }
}

extension CodedProject {
    /// The quotations as they are compared.
    func lines(_ expected: Expected) -> [Expected.Line] {
        quotations.map { quotation in
            let participant = quotation.participant.map { participants[$0] }
            return Expected.Line(
                participant: participant?.name ?? "nobody",
                group: participant?.group,
                text: quotation.text,
                codes: quotation.codes.map { expected.tag(codes[$0]) }.sorted()
            )
        }.sorted()
    }
}

/// Files in `Fixtures`.
enum Fixture {
    static func bytes(_ path: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// A file, read.
    static func project(_ path: String, mapping: ImportMapping = ImportMapping()) throws -> CodedProject {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try CodedProject.read(bytes: bytes(path), name: name, mapping: mapping)
    }
}

extension Fixture {
    /// Every file that can be read.
    static let everyFile: [String] = {
        let others = [
            "made_by_us/maxqda/coded_segments_semicolon_cp1252.csv", "tool/taguette/highlights_all.csv",
            "tool/taguette/highlights_all.xlsx", "tool/taguette/codebook.qdc", "tool/taguette/codebook.csv",
            "tool/qualcoder/Codebook-peer_support.qdc",
        ]
        var files: [String] = REFISampleTests.files + DatabaseSampleTests.files
        files += TableSampleTests.whole + TableSampleTests.groupless + others
        return files.map { "v1/" + $0 } + files.map { "v2/" + $0 }
    }()
}
