import BuiltIn
import Bytes
import Diagnostics
import StudyFiles
import Templates

@testable import Report

/// A study's site as a reader gets it: every page as text, by its address.
struct Site: Sendable {
    /// The text of each page by its address.
    let pages: [String: String]
    /// The addresses of the pages in reading order.
    let addresses: [String]
    /// The text of each file that is no page, by its address.
    let files: [String: String]

    /// The site of a study; throws what is wrong with it if it has none. Templates stand in for built-in ones by name.
    init(
        _ folder: StudyFolder,
        templates: [String: String] = [:],
        limits: PageLimits = .standard
    ) throws {
        let plan = Plan(folder, templates: templates, limits: limits)
        guard let report = plan.report else { throw NoSite(findings: plan.findings()) }
        var texts: [String: String] = [:]
        for page in report.pages { texts[page.address] = page.text }
        pages = texts.filter { $0.key.hasSuffix(".html") }
        files = texts.filter { !$0.key.hasSuffix(".html") }
        addresses = report.pages.map(\.address).filter { $0.hasSuffix(".html") }
    }

    /// The site of a study from its files.
    init(_ files: [String: String]) throws {
        try self.init(StudyFolder(files))
    }

    /// A page as it is read; an empty one if there is none at the address.
    subscript(address: String) -> Page { Page(pages[address] ?? "") }
}

/// Why a study has no site.
struct NoSite: Error, CustomStringConvertible {
    let findings: [String]

    var description: String { findings.joined(separator: "\n") }
}

extension PageEntry {
    /// The page as text.
    var text: String {
        var stream = ByteStream()
        render(&stream)
        return String(decoding: stream.bytes, as: UTF8.self)
    }
}

/// What came of reading and planning a study.
struct Plan {
    let report: Report?
    private let diagnostics: Diagnostics
    private let sources: Sources

    init(_ folder: StudyFolder, templates own: [String: String] = [:], limits: PageLimits = .standard) {
        let reading = StudyReader.read(folder)
        var sources = reading.sources
        var diagnostics = reading.diagnostics
        var words: [String: String] = [:]
        var templates: [TemplateSource] = []
        for (path, text) in BuiltInFiles.all.sorted(by: { $0.key < $1.key }) {
            if path == "words/en.yml" {
                let id = sources.add(Source(path: path, text: Array(text.utf8)))
                words = WordsFile.read(id, in: sources, into: &diagnostics)
            } else if path.hasSuffix(".mustache") {
                let name = String(path.dropLast(".mustache".count))
                let bytes = Array((own[name] ?? text).utf8)
                let id = sources.add(Source(path: "templates/" + path, text: bytes))
                templates.append(TemplateSource(name: name, source: id, text: bytes))
            }
        }
        let library = TemplateLibrary(templates, words: Words(words), diagnostics: &diagnostics)
        let compiled = ReportTemplates(library, diagnostics: &diagnostics)
        report = Report.plan(
            reading.study,
            templates: compiled,
            words: words,
            limits: limits,
            diagnostics: &diagnostics
        )
        self.diagnostics = diagnostics
        self.sources = sources
    }

    /// What was found, a line each: `file:line:column rule: message (help)`.
    func findings(atLeast severity: Severity = .error) -> [String] {
        diagnostics.sorted(in: sources).filter { $0.rule.severity >= severity }.map { finding in
            let place: String
            switch finding.location {
            case .path(let path): place = path
            case .place(let found):
                let (path, position) = sources.position(of: found)
                place = "\(path):\(position.line):\(position.column)"
            }
            return "\(place) \(finding.rule.name): \(finding.summary)" + (finding.help.map { " (\($0))" } ?? "")
        }
    }
}
