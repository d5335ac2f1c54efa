import ArgumentParser
import Building
import Diagnostics

/// `verbatim check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check everything that build checks, and write nothing."
    )

    @OptionGroup var options: CommonOptions

    func run() async throws {
        try await failingClearly {
            let plan = try options.builder().plan()
            options.report(plan, atLeast: .note)
            guard let site = plan.site else {
                Console.output("The study cannot be published: \(tally(plan.diagnostics) ?? "it has errors").")
                throw ExitCode(1)
            }
            let what = [
                counted(site.quoteCount, "quote", "quotes"), counted(site.themeCount, "theme", "themes"),
                counted(site.participantCount, "participant", "participants"),
            ].joined(separator: ", ")
            let found = tally(plan.diagnostics).map { "; \($0)" } ?? ""
            Console.output("The study can be published: \(what)\(found).")
        }
    }
}
