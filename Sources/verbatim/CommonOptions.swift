import ArgumentParser
import Building
import Diagnostics

/// What `build` and `check` have in common.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "The folder of the study, or the one that holds it as ‘content’.")
    var study = "."

    @Option(name: .long, help: "The folder of the site.")
    var output = "site"

    @Flag(name: .long, help: "Let warnings count as errors.")
    var strict = false

    @Option(name: .long, help: "How findings are reported: for people (text) or for programs (json).")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func builder(isTimed: Bool = false, isFresh: Bool = false) -> Builder {
        Builder(
            Builder.Request(study: study, output: output, isStrict: strict, isTimed: isTimed, isFresh: isFresh)
        )
    }

    /// Tells what was found, and leaves with status 1 if it forbids making the site.
    func report(_ plan: Builder.Plan, atLeast severity: Severity) {
        report(plan.diagnostics, plan.sources, atLeast: severity)
    }

    /// So many of one kind help nobody to mend the first; `--format json` has them all.
    private static let mostOfAKind = 200

    private static func shortened(_ diagnostics: Diagnostics) -> (Diagnostics, [(Rule, Int)]) {
        var shown = Diagnostics()
        var counts: [Rule: Int] = [:]
        for diagnostic in diagnostics.all {
            counts[diagnostic.rule, default: 0] += 1
            if counts[diagnostic.rule, default: 0] <= mostOfAKind { shown.add(diagnostic) }
        }
        let more = counts.filter { $0.value > mostOfAKind }.map { ($0.key, $0.value - mostOfAKind) }
        return (shown, more.sorted { $0.0.name < $1.0.name })
    }

    func report(_ diagnostics: Diagnostics, _ sources: Sources, atLeast severity: Severity) {
        switch format {
        case .text:
            let report = TextReport(sources: sources, color: Console.isColourful)
            let (shown, more) = Self.shortened(diagnostics)
            Console.message(report.text(shown, atLeast: severity))
            for (rule, count) in more where rule.severity >= severity {
                Console.message("… and \(count) more [\(rule.name)]\n")
            }
        case .json:
            Console.message(JSONReport(sources: sources).json(diagnostics))
        }
    }
}

/// Runs the body of a command; what the machine got wrong becomes one clear sentence and status 2.
func failingClearly(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let status as ExitCode {
        throw status
    } catch {
        Console.message("verbatim: \(error)\n")
        throw ExitCode(2)
    }
}

/// `1 page`, `2 pages`.
func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(number) \(number == 1 ? singular : plural)"
}

/// `2 errors, 1 warning`; nil where there is neither.
func tally(_ diagnostics: Diagnostics) -> String? {
    let parts = [
        (diagnostics.count(.error), "error", "errors"),
        (diagnostics.count(.warning), "warning", "warnings"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
}
