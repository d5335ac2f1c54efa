import Diagnostics
import Foundation
import Study
import StudyFiles
import Testing

@testable import Exporting
@testable import Interchange

/// The study of some files; the test fails if it has mistakes.
func study(_ folder: StudyFolder) throws -> Study {
    let reading = StudyReader.read(folder)
    return try #require(reading.study, "\(reading.diagnostics.all.map(\.summary))")
}

/// The real study in `content/`.
func realStudy() throws -> Study {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let content = root.deletingLastPathComponent().appending(path: "content")
    var texts: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: content.path())
    where StudyFolder.isStudyText(path) {
        texts[path] = Array(try Data(contentsOf: content.appending(path: path)))
    }
    return try study(StudyFolder(texts: texts))
}

/// The files in an archive, as texts by name.
func unpacked(_ archive: [UInt8]) throws -> [String: String] {
    let zip = try ZipArchive(archive, limits: .standard)
    let contents = try zip.read(zip.entries)
    return Dictionary(
        uniqueKeysWithValues: zip.entries.indices.map { index in
            (zip.entries[index].name, String(decoding: contents[index], as: UTF8.self))
        }
    )
}

/// What a quote is, in an export and in the study: who said what, in which group, on which themes.
struct Said: Hashable, Comparable, CustomStringConvertible {
    let participant: String
    let group: String
    let text: String
    let codes: [String]

    var description: String { "\(participant) [\(group)] \(codes): \(text.debugDescription)" }

    static func < (left: Said, right: Said) -> Bool { left.description < right.description }
}

extension Study {
    /// Its quotes, with what their themes and groups are called outside.
    var said: [Said] {
        let names = Dictionary(uniqueKeysWithValues: zip(themes.map(\.id), CodeNames.names(of: themes)))
        let titles = Dictionary(uniqueKeysWithValues: groups.map { ($0.id, $0.title) })
        let groupOf = Dictionary(uniqueKeysWithValues: participants.map { ($0.id, titles[$0.group] ?? "") })
        return quotes.map { quote in
            Said(
                participant: quote.participant.rawValue,
                group: groupOf[quote.participant] ?? "",
                text: quote.text,
                codes: quote.themes.compactMap { names[$0] }.sorted()
            )
        }.sorted()
    }
}

extension CodedProject {
    /// Its quotations.
    var said: [Said] {
        quotations.map { quotation in
            let participant = quotation.participant.map { participants[$0] }
            return Said(
                participant: participant?.name ?? "nobody",
                group: participant?.group ?? "no group",
                text: quotation.text,
                codes: quotation.codes.map { codes[$0].label }.sorted()
            )
        }.sorted()
    }
}
