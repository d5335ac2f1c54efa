import ArgumentParser
import Building
import Diagnostics
import Publishing

/// `verbatim build`
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make the site.",
        discussion: """
            Nothing is written unless all is well: when the study has an error, or the program is stopped, the site \
            that stood before stands untouched.
            """
    )

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "Say where the time went.")
    var timings = false

    func validate() throws {
        guard timings, options.format == .json else { return }
        throw ValidationError("‘--timings’ is for people; it cannot be combined with ‘--format json’")
    }

    func run() async throws {
        try await failingClearly {
            let builder = options.builder(isTimed: timings)
            let plan = try builder.plan()
            guard let site = plan.site else {
                options.report(plan, atLeast: .warning)
                Console.output("No site was made: \(tally(plan.diagnostics) ?? "the study has errors").")
                throw ExitCode(1)
            }
            let progress = Progress(isShown: Console.isTerminal)
            let outcome: Builder.Outcome
            do {
                outcome = try await builder.publish(plan, site: site) { progress.report($0, of: $1) }
            } catch let error as PublishingError where error.isMistakeOfUse {
                progress.finish()
                var diagnostics = plan.diagnostics
                diagnostics.add(.outputNotASite, error.description, atPath: options.output, help: error.help)
                options.report(diagnostics, plan.sources, atLeast: .warning)
                Console.output("No site was made: \(tally(diagnostics) ?? "the output folder cannot be used").")
                throw ExitCode(1)
            }
            progress.finish()
            options.report(plan, atLeast: .warning)
            if let timings = outcome.timings {
                Console.message(TimingsTable.text(timings, pages: site.pageCount, outcome.summary))
            }
            Console.output(describe(site, outcome.summary, plan.diagnostics))
        }
    }

    private func describe(_ site: Builder.Site, _ summary: PublicationSummary, _ diagnostics: Diagnostics) -> String {
        var parts = [
            counted(summary.written, "file written", "files written"), "\(summary.unchanged) unchanged",
        ]
        if summary.removed > 0 { parts.append("\(summary.removed) removed") }
        if let found = tally(diagnostics) { parts.append(found) }
        let notes = diagnostics.count(.note)
        if notes > 0 { parts.append("\(counted(notes, "note", "notes")) (verbatim check shows them)") }
        let what = [
            counted(site.pageCount, "page", "pages"), counted(site.quoteCount, "quote", "quotes"),
            counted(site.themeCount, "theme", "themes"),
        ].joined(separator: ", ")
        let folder = options.output.hasSuffix("/") ? String(options.output.dropLast()) : options.output
        return "\(folder)/index.html: \(what); \(parts.joined(separator: ", "))."
    }
}
