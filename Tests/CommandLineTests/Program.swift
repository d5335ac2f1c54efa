import Foundation

/// The program as a person runs it: another process, real folders.
struct Program {
    /// What came of a run.
    struct Result {
        let status: Int32
        let output: String
        let messages: String
    }

    /// The executable that was built with these tests.
    static var executable: URL {
        // The tests run beside it, in a bundle or as a program, depending on the system.
        var folder = Bundle(for: Anchor.self).bundleURL
        for _ in 0..<4 {
            let candidate = folder.appending(path: "verbatim")
            if FileManager.default.isExecutableFile(atPath: candidate.path()) { return candidate }
            folder.deleteLastPathComponent()
        }
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "verbatim")
    }

    /// Runs the program in a folder and waits for it.
    static func run(
        _ arguments: String...,
        in folder: Folder,
        executable: URL = Program.executable
    ) throws -> Result {
        let process = try start(arguments, in: folder, executable: executable)
        process.process.waitUntilExit()
        return Result(
            status: process.process.terminationStatus,
            output: try String(contentsOf: process.output, encoding: .utf8),
            messages: try String(contentsOf: process.messages, encoding: .utf8)
        )
    }

    /// Starts the program and does not wait for it.
    static func start(
        _ arguments: [String],
        in folder: Folder,
        executable: URL = Program.executable
    ) throws -> (process: Process, output: URL, messages: URL) {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        // What one test leaves behind must not help another, nor fill the caches of the one who runs them.
        let cache = ["VERBATIM_CACHE": folder.url.appending(path: ".cache").path()]
        process.environment = ProcessInfo.processInfo.environment.merging(cache) { _, own in own }
        // Files rather than pipes: nobody has to drain them.
        let output = folder.url.appending(path: ".output-\(UUID().uuidString)")
        let messages = folder.url.appending(path: ".messages-\(UUID().uuidString)")
        for file in [output, messages] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output, messages)
    }

    private final class Anchor {}
}
