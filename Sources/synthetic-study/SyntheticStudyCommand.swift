import ArgumentParser
import Foundation
import SyntheticStudy

/// `synthetic-study --size L --seed 7 FOLDER`
@main
struct SyntheticStudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synthetic-study",
        abstract: "Write an invented study of any size, for measuring and for trying things out.",
        discussion: """
            The same size and seed give the same bytes on every machine. Exit status: 0 when the study was written, 1 \
            when the folder holds something else, 2 when the machine failed.
            """
    )

    @Option(help: "How large it is.")
    var size: StudySize = .small

    @Option(help: "A whole number; each makes another study.")
    var seed: UInt64 = 1

    @Argument(help: "A folder that is new, is empty or was written by this before.", completion: .directory)
    var folder: String

    func run() throws {
        let study = SyntheticStudy(size: size, seed: seed)
        let files = study.files()
        do {
            try StudyWriter.write(files, to: folder)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            if case StudyWriter.Failure.foreignFolder = error { throw ExitCode(1) }
            throw ExitCode(2)
        }
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        print("\(files.count) files, \(bytes) bytes: a synthetic study of size \(size.name) with seed \(seed).")
    }
}

extension StudySize: ExpressibleByArgument {
    /// The size of a name on the command line.
    public init?(argument: String) { self.init(argument) }

    /// The name of the size.
    public var defaultValueDescription: String { name }

    /// Every name.
    public static var allValueStrings: [String] { all.map(\.name) }
}
