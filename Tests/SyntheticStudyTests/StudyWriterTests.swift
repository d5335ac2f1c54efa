import Foundation
import SyntheticStudy
import Testing

@Suite("Writing a synthetic study")
struct StudyWriterTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "synthetic-\(UUID().uuidString)").path()

    @Test("makes the folder and every file")
    func writes() throws {
        defer { clean() }
        let files = SyntheticStudy(size: .small, seed: 1).files()
        try StudyWriter.write(files, to: folder)
        for file in files {
            #expect(FileManager.default.contents(atPath: folder + "/" + file.path) == Data(file.bytes))
        }
    }

    @Test("takes away what another seed has left, and nothing that somebody else put there")
    func writesAgain() throws {
        defer { clean() }
        try StudyWriter.write(SyntheticStudy(size: .small, seed: 1).files(), to: folder)
        let own = folder + "/themes/own.txt"
        try Data("mine".utf8).write(to: URL(filePath: own))
        let files = SyntheticStudy(size: .small, seed: 2).files()
        try StudyWriter.write(files, to: folder)
        let themes = files.map(\.path).filter { $0.hasPrefix("themes/") }.map { String($0.dropFirst("themes/".count)) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/themes")
        #expect(Set(names) == Set(themes + ["own.txt"]))
    }

    @Test("refuses a folder that holds something else, and touches nothing in it")
    func refuses() throws {
        defer { clean() }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: folder + "/study.yml"))
        #expect(throws: StudyWriter.Failure.foreignFolder(folder)) {
            try StudyWriter.write(SyntheticStudy(size: .small, seed: 1).files(), to: folder)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["study.yml"])
        #expect(FileManager.default.contents(atPath: folder + "/study.yml") == Data("mine".utf8))
    }

    @Test("takes nothing away outside the folder, whatever its list says")
    func escapes() throws {
        defer { clean() }
        let inner = folder + "/inner"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: folder + "/mine.txt"))
        try Data("../mine.txt\n\(folder)/mine.txt\n".utf8).write(to: URL(filePath: inner + "/.synthetic-study"))
        try StudyWriter.write(SyntheticStudy(size: .small, seed: 1).files(), to: inner)
        #expect(FileManager.default.fileExists(atPath: folder + "/mine.txt"))
    }

    private func clean() { try? FileManager.default.removeItem(atPath: folder) }
}
