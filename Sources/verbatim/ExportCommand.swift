import ArgumentParser
import Building
import Diagnostics
import Exporting
import Study

/// `verbatim export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Give the study's codes and quotes to a QDA tool or a spreadsheet.",
        discussion: """
            Writes project.qdpx (a REFI-QDA project for QualCoder, NVivo, ATLAS.ti, MAXQDA and others), codebook.qdc (its \
            codes alone) and quotes.csv (for spreadsheets) into a folder, or the one of them that --to names. Nothing \
            that is withheld is in them. Imported again, they give the same quotes, participants, groups and themes.
            """
    )

    @Option(name: .long, help: "A folder, or a file that ends with .qdpx, .qdc or .csv.")
    var to = "export"

    @Flag(name: .long, help: "Take the place of other files of these names.")
    var replace = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard !to.isEmpty, to != "/" else { throw ValidationError("--to needs the name of a folder or a file") }
    }

    func run() async throws {
        try await failingClearly {
            let desk = StudyDesk(study: options.study, output: options.output)
            let reading = try desk.read()
            var diagnostics = reading.diagnostics
            let export = reading.study.map { StudyExport($0) }
            if let export { diagnostics.add(contentsOf: export.findings) }
            options.report(diagnostics, reading.sources, atLeast: .warning)
            guard let export, !options.strict || diagnostics.count(.warning) == 0 else {
                Console.output("Nothing was exported: \(tally(diagnostics) ?? "the study has errors").")
                throw ExitCode(1)
            }
            let files = try files(of: export)
            let refusals = try ExportDesk(desk.location).write(files, replacing: replace)
            guard refusals.isEmpty else {
                for refusal in refusals { explain(refusal) }
                Console.output("Nothing was exported.")
                throw ExitCode(1)
            }
            let paths = files.map(\.path).joined(separator: ", ")
            let counts = [
                counted(export.quoteCount, "quote", "quotes"),
                counted(export.participantCount, "participant", "participants"),
                counted(export.codeCount, "code", "codes"),
            ]
            Console.output("\(paths): \(counts.joined(separator: ", ")).")
        }
    }

    private func files(of export: StudyExport) throws -> [ExportDesk.File] {
        let name = to.lowercased()
        if name.hasSuffix(".qdpx") { return [ExportDesk.File(path: to, bytes: try export.project())] }
        if name.hasSuffix(".qdc") { return [ExportDesk.File(path: to, bytes: export.codebook())] }
        if name.hasSuffix(".csv") { return [ExportDesk.File(path: to, bytes: export.table())] }
        let folder = to.hasSuffix("/") ? to : to + "/"
        return [
            ExportDesk.File(path: folder + "project.qdpx", bytes: try export.project()),
            ExportDesk.File(path: folder + "codebook.qdc", bytes: export.codebook()),
            ExportDesk.File(path: folder + "quotes.csv", bytes: export.table()),
        ]
    }

    private func explain(_ refusal: ExportDesk.Refusal) {
        switch refusal {
        case .exists(let path):
            Console.message("verbatim: there is another file ‘\(path)’\n")
            Console.message("  help: name another place with --to, or add --replace\n")
        case .notAFile(let path): Console.message("verbatim: ‘\(path)’ is there and is not a file\n")
        case .isStudy(let path):
            Console.message("verbatim: ‘\(path)’ is where the study keeps its own files\n")
            Console.message("  help: name another place with --to\n")
        case .isSite(let path):
            Console.message("verbatim: ‘\(path)’ would stand among the files of a site\n")
            Console.message("  help: name another place with --to\n")
        case .noFolder(let path): Console.message("verbatim: there is no folder ‘\(path)’\n")
        }
    }
}
