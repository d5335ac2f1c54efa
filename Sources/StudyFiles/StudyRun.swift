import CSV
import Diagnostics
import Processors
import Study

/// One reading of one folder.
struct StudyRun {
    let folder: StudyFolder
    let prose: ProseReader
    /// What is known of texts that were read before.
    let remembered: RememberedTexts
    /// What there is to remember of those that are read now.
    var toRemember: [RememberedText] = []
    var findings = Findings()

    init(folder: StudyFolder, remembered: RememberedTexts) {
        self.folder = folder
        self.remembered = remembered
        prose = ProseReader(files: folder.others, texts: Set(folder.texts.keys))
    }

    mutating func study() -> Study {
        let references = folder.texts[FileName.references].map { bytes in
            Meanwhile { ReferencesFile(TextDecoding.decode(bytes).utf8) }
        }
        let about = yaml(FileName.study, isRequired: true, losing: [.group, .construct, .guide]).map {
            AboutReader.read($0, prose: prose, into: &findings)
        }
        let file = about ?? StudyFile()
        let quoteTexts = texts(in: FileName.quotes)
        let start = findings.branch()
        let quoteFiles = Alongside(quoteTexts.count, runsOf: 1) { QuotesReader.file(quoteTexts[$0], start) }
        quoteFiles.begin()
        let themeProse = themeProse()
        let coded = yaml(FileName.codebook, isRequired: true, losing: [.theme]).map {
            CodebookReader.read($0, into: &findings)
        }
        let codebook = coded ?? Codebook()
        // What is found from here on is told after what is found in the texts of themes.
        let beginning = findings
        findings = beginning.branch()
        var study = Study(about: file.about, groups: file.groups, framework: file.framework, levels: file.levels)
        study.themes = codebook.themes
        if let table = table(FileName.participants, isRequired: true, losing: .participant) {
            study.participants = ParticipantsReader.read(
                table,
                groups: file.groups,
                attributes: file.about.attributes,
                into: &findings
            )
        }
        let tables = quoteFiles.outcomes()
        let reader = QuotesReader(participants: study.participants, codebook: codebook, findings: findings)
        if tables.isEmpty { reportMissingQuotes() }
        let rows = reader.rows(of: tables)
        let people = findings
        findings = people.branch()
        // Rows become quotes one after the other, and nothing else that is read needs quotes.
        let gathered = Meanwhile { [start = findings] in reader.quotes(of: rows, start) }
        study.guides = guides(groups: file.groups, constructs: file.framework?.constructs ?? [])
        study.logicModel = yaml(FileName.logicModel, losing: [.box]).flatMap {
            LogicModelReader.read($0, prose: prose, into: &findings)
        }
        study.theory = source(FileName.theory).map { id in
            let text = MarkdownFile(FileName.theory, id, into: &findings)
            return TheoryReader.read(text, prose: prose, into: &findings)
        }
        study.pages = pages()
        if let references, let id = source(FileName.references) {
            study.references = ReferencesReader.read(id, references.outcome(), into: &findings)
        }
        let history = history()
        study.ledger = history.ledger.entries
        study.releases = history.releases
        // It is needed when files are imported; what is wrong with it is told whenever the study is checked.
        if let id = source(FileName.importMapping) { _ = ImportFileReader.mapping(id, into: &findings) }
        let rest = findings
        findings = beginning
        findings.sources = rest.sources
        join(themeProse.outcomes(), into: &study.themes)
        let (quotes, ofQuotes) = gathered.outcome()
        study.quotes = quotes.quotes
        let coverage = CoverageChecks(study: study, keyQuotes: codebook.keyQuotes).begin()
        for part in [people, ofQuotes, rest] { findings.join(part) }
        reportUnexpectedFiles()
        let names = NameIndex(study, withheld: quotes.withheld)
        link(&study, names, file: file, quotes: quotes, history: history)
        // What is missing follows from what is wrong, so the second is told first and alone.
        let missing = coverage.outcomes()
        if !findings.diagnostics.hasErrors {
            for part in missing { findings.join(part) }
            CoverageChecks(study: study, keyQuotes: codebook.keyQuotes).checkPages(into: &findings)
        }
        return study
    }

    /// Whether a finding says no more than that the codebook, the participants or the quotes are still missing.
    func isOfBeginnings(_ diagnostic: Diagnostic) -> Bool {
        let path: String
        switch diagnostic.location {
        case .path(let whole): path = whole
        case .place(let place): path = findings.sources[place.source].path
        }
        let files = [FileName.codebook, FileName.participants, FileName.quotes].map { folder.prefix + $0 }
        guard files.contains(path) || path.hasPrefix(folder.prefix + FileName.quotes + "/") else { return false }
        switch diagnostic.rule {
        case .missingFile, .emptyTable, .csvEmpty: return true
        // The file is empty, or its list of themes is.
        case .missingField: return path == folder.prefix + FileName.codebook && findings.lost.contains(.theme)
        default: return false
        }
    }
}
