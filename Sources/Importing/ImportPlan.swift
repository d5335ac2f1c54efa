import Diagnostics
import Interchange
import Recoding
import Study
import StudyFiles

/// What an import makes of a study: the files to write and an account of it. A function of the study's files and of what
/// a tool gave.
public struct ImportPlan: Sendable {
    /// A file of the study as it has to be.
    public struct File: Sendable {
        /// Its path in the study's folder.
        public let path: String
        /// Its bytes; nil if it has to go.
        public let bytes: [UInt8]?
    }

    /// The files that change, in the order in which they have to be written. None if anything is wrong.
    public internal(set) var files: [File] = []
    /// What is done.
    public internal(set) var account = Account()
    /// What was found; with an error among it nothing may be written.
    public internal(set) var diagnostics = Diagnostics()

    /// Makes the plan.
    ///
    /// - Parameters:
    ///   - folder: The study's files.
    ///   - reading: What came of reading them.
    ///   - project: What a tool gave.
    ///   - mapping: What `import.yml` said about it.
    ///   - name: What messages call the file.
    public init(
        _ folder: StudyFolder,
        _ reading: Reading,
        importing project: CodedProject,
        mapping: ImportMapping = ImportMapping(),
        named name: String,
        _ request: ImportRequest = ImportRequest()
    ) {
        guard let study = Self.study(of: reading) else {
            diagnostics = reading.diagnostics
            return
        }
        var importer = Importer(folder, reading, study, project, mapping, name, request)
        importer.run()
        account = importer.account
        files = importer.findings.hasErrors ? [] : importer.files
        if importer.findings.hasErrors { account.files = [] }
        for finding in importer.told { diagnostics.add(finding.diagnostic(atPath: name)) }
        diagnostics.add(contentsOf: importer.findings)
    }

    /// The study that an import can begin with; nil if its files are wrong.
    public static func study(of reading: Reading) -> Study? {
        if let draft = reading.draft { return draft }
        guard let beginning = reading.beginning, beginning.quotes.isEmpty else { return nil }
        return beginning
    }
}
