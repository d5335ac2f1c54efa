import ArgumentParser
import Building
import Diagnostics

/// `verbatim checks`
struct ChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "List every check by its stable name, as Markdown."
    )

    func run() {
        var lines = [
            "# Checks", "",
            "Everything that `verbatim check` looks at. The names are stable, so that other programs may rely on them.",
            "An *error* forbids making the site; a *warning* does so with `--strict`; a *note* is worth knowing.",
        ]
        for (title, rules) in Builder.rules {
            lines += ["", "## \(title)", "", "| name | severity | meaning |", "| --- | --- | --- |"]
            lines += rules.map { "| `\($0.name)` | \($0.severity.rawValue) | \($0.meaning) |" }
        }
        Console.output(lines.joined(separator: "\n"))
    }
}
