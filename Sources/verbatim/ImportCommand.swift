import ArgumentParser
import Building
import Diagnostics
import Foundation
import Importing
import Interchange
import Recoding
import Study
import StudyFiles

/// `verbatim import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring a project of a QDA tool, or a table of coded quotes, into the study.",
        discussion: """
            Reads REFI-QDA projects and codebooks (.qdpx, .qde, .qdc), Taguette and QualCoder projects, and tables from \
            MAXQDA, ATLAS.ti, Dedoose, NVivo, QualCoder and Taguette; content/import.yml explains other tables. Each quote \
            is recognised by its words and keeps its address. Tells what changes, and writes all of it or nothing. \
            docs/import.md describes it.
            """
    )

    @Argument(help: "The file, a QualCoder folder, or several files that belong together.")
    var files: [String]

    @Flag(name: .long, help: "Only tell what would change.")
    var dryRun = false

    @Flag(name: .long, help: "Make themes of codes that no theme claims.")
    var newThemes = false

    @Flag(name: .long, help: "The file is a part of the project: keep what it does not mention.")
    var partial = false

    @Flag(name: .long, help: "The file is the whole project: what it does not mention is no more.")
    var whole = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Which quotation a quote is, by its number, or none. May be given several times.",
            valueName: "quote=number"
        )
    )
    var decide: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Somebody who withdrew. May be given several times.", valueName: "participant")
    )
    var withdrawn: [String] = []

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if partial, whole { throw ValidationError("--partial and --whole exclude each other") }
        for one in decide where Self.decision(one) == nil {
            throw ValidationError("‘\(one)’ is not a decision such as c4-1=12 or c4-1=none")
        }
    }

    private static func decision(_ text: String) -> Decision? {
        guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
        let word = text[text.index(after: sign)...]
        let quote = QuoteID(String(text[..<sign]))
        if word.lowercased() == "none" { return Decision(quote: quote, recoded: nil) }
        guard let number = Int(word), number > 0 else { return nil }
        return Decision(quote: quote, recoded: number - 1)
    }

    private var request: ImportRequest {
        var request = ImportRequest()
        request.addsThemes = newThemes
        if partial { request.scope = .part }
        if whole { request.scope = .whole }
        request.decisions = decide.compactMap(Self.decision)
        request.withdrawn = Set(withdrawn.map { ParticipantID($0) })
        return request
    }

    func run() async throws {
        try await failingClearly {
            let desk = StudyDesk(study: options.study, output: options.output)
            let folder = try desk.folder()
            let reading = StudyReader.read(folder)
            guard let study = ImportPlan.study(of: reading) else {
                options.report(reading.diagnostics, reading.sources, atLeast: .warning)
                Console.output("Nothing was imported: \(tally(reading.diagnostics) ?? "the study has errors").")
                throw ExitCode(1)
            }
            let mapping = try mapping(folder)
            let (project, name) = try project(mapping, study)
            let plan = ImportPlan(folder, reading, importing: project, mapping: mapping, named: name, request)
            options.report(plan.diagnostics, reading.sources, atLeast: .note)
            tell(plan.account)
            let isRefused = options.strict && plan.diagnostics.count(.warning) > 0
            guard !plan.diagnostics.hasErrors, !isRefused else {
                finish("Nothing was imported: \(tally(plan.diagnostics) ?? "there are errors").")
                throw ExitCode(1)
            }
            if plan.files.isEmpty {
                finish("Nothing changes.")
            } else if dryRun {
                finish("Nothing was written: this is what would change.")
            } else {
                try desk.write(plan.files.map { StudyDesk.File(path: $0.path, bytes: $0.bytes) })
                finish("\(counted(plan.files.count, "file was", "files were")) written.")
            }
        }
    }

    private func mapping(_ folder: StudyFolder) throws -> ImportMapping {
        guard let found = ImportFileReader.mapping(in: folder) else { return ImportMapping() }
        guard !found.diagnostics.hasErrors else {
            options.report(found.diagnostics, found.sources, atLeast: .warning)
            Console.output("Nothing was imported: \(tally(found.diagnostics) ?? "import.yml has errors").")
            throw ExitCode(1)
        }
        return found.mapping
    }

    private func project(_ mapping: ImportMapping, _ study: Study) throws -> (CodedProject, String) {
        var problem: Diagnostic
        do {
            let source = try ImportSource(files)
            var mapping = mapping
            mapping.knownPeople = Set(study.participants.map(\.id.rawValue))
            return (try source.project(mapping: mapping, known: study.quotes.map(\.text)), source.name)
        } catch let refusal as ImportSource.Refusal {
            problem = Diagnostic(.importRefused, refusal.message, at: .path(files[0]), help: refusal.help)
        } catch let error as ImportError {
            problem = Diagnostic(
                .importRefused,
                "\(error.message) (\(error.kind.rawValue))",
                at: .path(files[0]),
                help: error.help
            )
        }
        var diagnostics = Diagnostics()
        diagnostics.add(problem)
        options.report(diagnostics, Sources(), atLeast: .note)
        finish("Nothing was imported: 1 error.")
        throw ExitCode(1)
    }

    private func tell(_ account: Account) {
        switch options.format {
        case .text: Console.output(AccountText(account).text)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            guard let data = try? encoder.encode(account.document) else { return }
            Console.output(String(decoding: data, as: UTF8.self))
        }
    }

    /// The last line, for people: programs have the exit status.
    private func finish(_ line: String) {
        if options.format == .text { Console.output(line) }
    }
}
