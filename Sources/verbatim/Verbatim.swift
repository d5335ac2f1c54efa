import ArgumentParser
import Diagnostics

/// The command line. One command a file.
@main
struct Verbatim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verbatim",
        abstract: "Turn a qualitative study into a report site whose every claim leads to the words behind it.",
        discussion: """
            Exit status: 0 when all is well, 1 when the study's files are wrong, 2 when the machine failed or the \
            command was not understood.
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, ImportCommand.self, ChangesCommand.self, ReleaseCommand.self,
            ExportCommand.self,
            ChecksCommand.self,
        ],
        defaultSubcommand: nil
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitCode {
            Self.exit(withError: status)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code == .success {
                Console.output(message)
                Self.exit(withError: ExitCode.success)
            }
            Console.message(message.hasSuffix("\n") ? message : message + "\n")
            Self.exit(withError: ExitCode(2))
        }
    }
}
