import ArgumentParser
import Building
import Diagnostics
import Recoding
import Study

/// `verbatim changes`
struct ChangesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Say what changed since a release.",
        discussion: "Nothing is written. A study that still speaks of quotes that are gone can be compared, too."
    )

    @Option(name: .long, help: "The release to compare with; the latest if not given.")
    var since: String?

    @Flag(name: .long, help: "As JSON for other programs; docs/changes.md describes it.")
    var json = false

    @OptionGroup var options: CommonOptions

    func run() async throws {
        try await failingClearly {
            let desk = StudyDesk(study: options.study, output: options.output)
            let reading = try desk.read()
            guard let study = reading.draft else {
                options.report(reading.diagnostics, reading.sources, atLeast: .warning)
                Console.output("The study cannot be compared: \(tally(reading.diagnostics) ?? "it has errors").")
                throw ExitCode(1)
            }
            let release = try release(of: study)
            let changes = Changes(from: release.snapshot, to: Snapshot(study), ledger: study.ledger)
            let dependents = changes.dependents(in: study, since: release.snapshot)
            func position(_ dependent: Dependent) -> (file: String, line: Int) {
                let (path, position) = reading.sources.position(of: dependent.place)
                return (path, position.line)
            }
            if json {
                let document = ChangesDocument(changes, since: release, dependents: dependents, position: position)
                Console.output(document.text)
            } else {
                Console.output(ChangesText(study, release, changes).text(dependents, position))
            }
            let errors = reading.diagnostics.count(.error)
            if errors > 0 {
                let what = counted(errors, "error", "errors")
                Console.message("The study cannot be published as it is: \(what) (verbatim check shows them).\n")
            }
        }
    }

    private func release(of study: Study) throws -> Release {
        guard let latest = study.releases.last else {
            Console.message("verbatim: there is no release to compare with\n")
            Console.message("  help: ‘verbatim release NAME’ makes one of the present state\n")
            throw ExitCode(1)
        }
        guard let since else { return latest }
        if let release = study.releases.first(where: { $0.name == since }) { return release }
        let names = study.releases.map(\.name)
        Console.message("verbatim: there is no release ‘\(since)’\n")
        let help = NearMiss.suggestion(for: since, in: names) ?? "there are: \(names.joined(separator: ", "))"
        Console.message("  help: \(help)\n")
        throw ExitCode(1)
    }
}
