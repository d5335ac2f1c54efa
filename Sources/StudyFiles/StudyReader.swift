import CSV
import Diagnostics
import Markdown
import Processors
import Study

/// What came of reading a study's files.
public struct Reading: Sendable {
    /// The study; nil if anything was wrong that forbids making a site of it.
    public let study: Study?
    /// The study even if it cannot be published, as long as all its quotes, themes and participants could be read; to
    /// compare with former states. That prose still speaks of a quote that is gone is worth knowing just then.
    public let draft: Study?
    /// The study even if it has no themes, participants or quotes yet, as long as nothing else is wrong with it than
    /// that and what `draft` bears with: what an import begins with.
    public let beginning: Study?
    /// The texts that were read, for messages that point into them.
    public let sources: Sources
    /// All that was found, errors and lesser things.
    public let diagnostics: Diagnostics
    /// What there is to remember of the texts of themes, for the next reading.
    public let toRemember: [RememberedText]
}

/// Reads a study's files into a checked study. A function of its input: nothing on the disk is touched.
public enum StudyReader {
    /// Reads everything and finds everything that is wrong in one go.
    ///
    /// `sources` are other texts that messages may point into; those of the study are added to them. What is
    /// remembered of texts makes no difference but in time.
    public static func read(
        _ folder: StudyFolder,
        beside sources: Sources = Sources(),
        remembering texts: RememberedTexts = RememberedTexts()
    ) -> Reading {
        guard !folder.texts.isEmpty else { return nothing(in: folder, beside: sources) }
        var reader = StudyRun(folder: folder, remembered: texts)
        reader.findings.sources = sources
        let study = reader.study()
        let isSound = !reader.findings.diagnostics.hasErrors
        let isComparable = reader.findings.diagnostics.all.allSatisfy {
            $0.rule.severity != .error || Rule.ofMentions.contains($0.rule)
        }
        let mayBegin = reader.findings.diagnostics.all.allSatisfy {
            $0.rule.severity != .error || Rule.ofMentions.contains($0.rule) || reader.isOfBeginnings($0)
        }
        return Reading(
            study: isSound ? study : nil,
            draft: isComparable ? study : nil,
            beginning: mayBegin ? study : nil,
            sources: reader.findings.sources,
            diagnostics: reader.findings.diagnostics,
            toRemember: reader.toRemember
        )
    }
}

extension StudyReader {
    /// Where no file of a study is, the folder is wrong, and not one file after the other.
    private static func nothing(in folder: StudyFolder, beside sources: Sources) -> Reading {
        var diagnostics = Diagnostics()
        let path = folder.prefix.isEmpty ? "." : String(folder.prefix.dropLast(folder.prefix.hasSuffix("/") ? 1 : 0))
        diagnostics.add(
            .missingFile,
            "there is no study in this folder",
            atPath: path,
            help: "name the folder that holds study.yml with --study"
        )
        return Reading(
            study: nil,
            draft: nil,
            beginning: nil,
            sources: sources,
            diagnostics: diagnostics,
            toRemember: []
        )
    }
}

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

    /// What the text of a theme says, if it can be read, and what was found in it.
    struct ThemeText: Sendable {
        let name: String
        let prose: ThemeProse?
        let place: Place
        /// What is wrong with the file, whatever it belongs to.
        let ofFile: Findings
        /// What was found in the text itself.
        let ofProse: Findings
    }

    /// Prepares to read the texts of themes. Whether there are such themes is asked when they are joined.
    mutating func themeProse() -> Alongside<ThemeText> {
        let prose = prose
        let remembered = remembered
        let texts = texts(in: FileName.themes)
        let start = findings.branch()
        return Alongside(texts.count, runsOf: 4) { position in
            let text = texts[position]
            let name = FileName.stem(text.path)
            var ofFile = start
            guard ofFile.isReadable(text) else {
                let place = Place(source: text.id, offset: 0, length: 0)
                return ThemeText(name: name, prose: nil, place: place, ofFile: ofFile, ofProse: start)
            }
            let file = MarkdownFile(text.path, text.id, into: &ofFile)
            var ofProse = start
            let read = ThemeProse(file, prose: prose, remembering: remembered, into: &ofProse)
            return ThemeText(name: name, prose: read, place: file.place, ofFile: ofFile, ofProse: ofProse)
        }
    }

    /// Gives themes their texts. Nothing is said of what is in a text that belongs to no theme.
    mutating func join(_ texts: [ThemeText], into themes: inout [Theme]) {
        let positions = Dictionary(
            themes.enumerated().map { ($1.id.rawValue, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for text in texts {
            findings.join(text.ofFile)
            guard let prose = text.prose else { continue }
            if let text = prose.toRemember { toRemember.append(text) }
            if let position = positions[text.name] {
                findings.join(text.ofProse)
                themes[position].summary = prose.summary
                themes[position].prose = prose.text
            } else if !findings.lost.contains(.theme), !findings.isClaimed(.theme(ThemeID(text.name))) {
                findings.add(
                    .unknownTheme,
                    "there is no theme ‘\(text.name)’ that this text could belong to",
                    at: text.place,
                    help: NearMiss.suggestion(for: text.name, in: themes.map(\.id.rawValue))
                        ?? "add the theme to codebook.yml, or rename the file"
                )
            }
        }
    }

    mutating func reportMissingQuotes() {
        findings.lost.insert(.quote)
        findings.diagnostics.add(
            .missingFile,
            "there are no quotes",
            atPath: folder.prefix + FileName.quotes,
            help: "put at least one CSV file with the columns participant, codes and text into this folder"
        )
    }

    mutating func guides(groups: [Group], constructs: [Construct]) -> [Guide] {
        let names = GroupNames(groups)
        var byGroup: [GroupID: Guide] = [:]
        let prose = prose
        let texts = texts(in: FileName.guides)
        let parts = findings.branches(texts) { text, findings -> Guide? in
            guard findings.isReadable(text) else { return nil }
            let file = MarkdownFile(text.path, text.id, into: &findings)
            return GuidesReader.read(file, groups: names, constructs: constructs, prose: prose, into: &findings)
        }
        for part in parts {
            findings.join(part.findings)
            guard let guide = part.outcome else { continue }
            if let first = byGroup[guide.group] {
                findings.add(
                    .duplicateID,
                    "the group ‘\(guide.group)’ has two interview guides",
                    at: guide.place,
                    help: "take one of them away",
                    related: [.init("the first one", at: first.place)]
                )
                continue
            }
            byGroup[guide.group] = guide
        }
        return groups.compactMap { byGroup[$0.id] }
    }

    mutating func pages() -> [Page] {
        let prose = prose
        let pages = findings.readEach(texts(in: FileName.pages)) { text, findings -> Page? in
            guard findings.isReadable(text) else { return nil }
            let file = MarkdownFile(text.path, text.id, into: &findings)
            return PagesReader.read(file, prose: prose, into: &findings)
        }
        return pages.compactMap(\.self)
    }

    /// What was published before: the ledger and the releases.
    mutating func history() -> History {
        var history = History()
        if let table = table(FileName.ledger) { history.ledger = LedgerReader.read(table, into: &findings) }
        for path in folder.paths(in: FileName.releases) {
            guard let id = source(path) else { continue }
            history.add(ReleaseReader.read(id, path: path, into: &findings), from: id, into: &findings)
        }
        return history
    }
}
