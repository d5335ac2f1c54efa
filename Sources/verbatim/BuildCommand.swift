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

    @Flag(name: .long, help: "Make every page anew, whatever is remembered of the last build.")
    var fresh = false

    func validate() throws {
        guard timings, options.format == .json else { return }
        throw ValidationError("‘--timings’ is for people; it cannot be combined with ‘--format json’")
    }

    func run() async throws {
        try await failingClearly {
            let builder = options.builder(isTimed: timings, isFresh: fresh)
            let recalled = builder.recall()
            let inputs = try builder.read()
            let last = builder.lastBuild(recalled, inputs)
            // Programs are told every finding, so for them the study is looked at again. If the folder cannot be used,
            // publishing says so, after what was found in the study.
            if options.format == .text, let outcome = try? builder.standing(inputs, last) {
                return tell(outcome, Diagnostics())
            }
            let opening = builder.open()
            let plan = builder.plan(inputs, after: last)
            guard let site = plan.site else {
                builder.letStand(opening)
                options.report(plan, atLeast: .warning)
                Console.output("No site was made: \(tally(plan.diagnostics) ?? "the study has errors").")
                throw ExitCode(1)
            }
            let progress = Progress(isShown: Console.isTerminal)
            let outcome: Builder.Outcome
            do {
                outcome = try await builder.publish(plan, site: site, into: opening, after: last) {
                    progress.report($0, of: $1)
                }
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
            tell(outcome, plan.diagnostics)
            // To let go of a study piece by piece takes a while, and nobody needs its memory any more.
            Self.exit()
        }
    }

    private func tell(_ outcome: Builder.Outcome, _ diagnostics: Diagnostics) {
        if let timings = outcome.timings {
            Console.message(TimingsTable.text(timings, outcome.summary))
        }
        Console.output(describe(outcome.told, outcome.summary, tally(diagnostics)))
    }

    private func describe(_ told: Told, _ summary: PublicationSummary, _ found: String?) -> String {
        var parts = [
            counted(summary.written, "file written", "files written"), "\(summary.unchanged) unchanged",
        ]
        if summary.removed > 0 { parts.append("\(summary.removed) removed") }
        if let found { parts.append(found) }
        if told.notes > 0 { parts.append("\(counted(told.notes, "note", "notes")) (verbatim check shows them)") }
        let what = [
            counted(told.pages, "page", "pages"), counted(told.quotes, "quote", "quotes"),
            counted(told.themes, "theme", "themes"),
        ].joined(separator: ", ")
        let folder = options.output.hasSuffix("/") ? String(options.output.dropLast()) : options.output
        return "\(folder)/index.html: \(what); \(parts.joined(separator: ", "))."
    }
}
