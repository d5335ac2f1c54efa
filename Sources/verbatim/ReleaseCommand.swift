import ArgumentParser
import Building
import Diagnostics
import Recoding
import Study

/// `verbatim release`
struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Fix the present state of the study, to compare later ones with.",
        discussion: """
            Writes releases/NAME.json and ledger.csv into the study's folder. Both belong under version control: the \
            first remembers who said what on which theme, but none of the words; the second what became of everything \
            that was once published. What was withdrawn is taken out of earlier releases, too.
            """
    )

    @Argument(help: "What the release is called, such as 2025-11.")
    var name: String

    @Option(name: .long, help: "When it was made: 2025, 2025-11 or 2025-11-30.")
    var date: String?

    @Flag(name: .long, help: "Take the place of a release of the same name.")
    var replace = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard ReleaseDraft.isName(name) else {
            throw ValidationError("‘\(name)’ cannot be the name of a release; use letters, digits, ‘-’, ‘_’ and ‘.’")
        }
        if let date, PartialDate(date) == nil {
            throw ValidationError("‘\(date)’ is not a date such as 2025, 2025-11 or 2025-11-30")
        }
    }

    func run() async throws {
        try await failingClearly {
            let desk = StudyDesk(study: options.study, output: options.output)
            let reading = try desk.read()
            guard let study = reading.study else {
                options.report(reading.diagnostics, reading.sources, atLeast: .warning)
                Console.output("No release was made: \(tally(reading.diagnostics) ?? "the study has errors").")
                throw ExitCode(1)
            }
            let path = ReleaseFile.path(of: name)
            if let other = study.releases.first(where: { $0.name.lowercased() == name.lowercased() }) {
                guard replace, other.name == name else {
                    Console.message("verbatim: there is a release ‘\(other.name)’ already\n")
                    Console.message("  help: choose another name\(other.name == name ? ", or add --replace" : "")\n")
                    throw ExitCode(1)
                }
            }
            let draft = ReleaseDraft(name: name, date: date.flatMap { PartialDate($0) }, of: study)
            try refuseWhatIsUnclear(draft, desk)
            var files = draft.forgetting.map {
                StudyDesk.File(path: ReleaseFile.path(of: $0.name), bytes: ReleaseFile.bytes(of: $0))
            }
            files.append(StudyDesk.File(path: path, bytes: ReleaseFile.bytes(of: draft.release)))
            // The ledger comes last: until it stands, nothing was released.
            files.append(StudyDesk.File(path: LedgerFile.path, bytes: LedgerFile.bytes(of: draft.ledger)))
            try desk.write(files)
            Console.output(describe(draft, desk.shownPath(path)))
        }
    }

    private func refuseWhatIsUnclear(_ draft: ReleaseDraft, _ desk: StudyDesk) throws {
        guard let unclear = draft.changes?.unclear, !unclear.isEmpty else { return }
        for one in unclear {
            let old = one.from.map { "‘\($0)’" }.joined(separator: ", ")
            let new = one.to.map { "‘\($0)’" }.joined(separator: ", ")
            Console.message("verbatim: \(old) may have become any of \(new)\n")
        }
        let ledger = desk.shownPath(LedgerFile.path)
        Console.message("  help: write what became of it into \(ledger), such as ‘quote,OLD,renamed,NEW,’\n")
        Console.output("No release was made: it is not clear what became of some quotes.")
        throw ExitCode(1)
    }

    private func describe(_ draft: ReleaseDraft, _ path: String) -> String {
        let snapshot = draft.release.snapshot
        var text = "\(path): " + counted(snapshot.quotes.count, "quote", "quotes")
        text += ", " + counted(snapshot.themes.count, "theme", "themes")
        if !draft.forgetting.isEmpty {
            text += "; " + counted(draft.forgetting.count, "earlier release", "earlier releases")
            text += " forgot what was withdrawn"
        }
        return text + "."
    }
}
