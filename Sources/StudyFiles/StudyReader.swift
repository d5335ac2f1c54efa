import CSV
import Diagnostics
import Markdown
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
}

/// Reads a study's files into a checked study. A function of its input: nothing on the disk is touched.
public enum StudyReader {
    /// Reads everything and finds everything that is wrong in one go.
    ///
    /// `sources` are other texts that messages may point into; those of the study are added to them.
    public static func read(_ folder: StudyFolder, beside sources: Sources = Sources()) -> Reading {
        guard !folder.texts.isEmpty else { return nothing(in: folder, beside: sources) }
        var reader = Run(folder: folder)
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
            diagnostics: reader.findings.diagnostics
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
        return Reading(study: nil, draft: nil, beginning: nil, sources: sources, diagnostics: diagnostics)
    }
}

/// One reading of one folder.
private struct Run {
    let folder: StudyFolder
    let prose: ProseReader
    var findings = Findings()

    init(folder: StudyFolder) {
        self.folder = folder
        prose = ProseReader(files: folder.others, texts: Set(folder.texts.keys))
    }

    mutating func study() -> Study {
        let about = yaml(FileName.study, isRequired: true, losing: [.group, .construct, .guide]).map {
            AboutReader.read($0, prose: prose, into: &findings)
        }
        let file = about ?? StudyFile()
        let coded = yaml(FileName.codebook, isRequired: true, losing: [.theme]).map {
            CodebookReader.read($0, into: &findings)
        }
        var codebook = coded ?? Codebook()
        readThemeProse(into: &codebook.themes)
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
        let quotes = quotes(study.participants, codebook)
        study.quotes = quotes.quotes
        study.guides = guides(groups: file.groups, constructs: file.framework?.constructs ?? [])
        study.logicModel = yaml(FileName.logicModel, losing: [.box]).flatMap {
            LogicModelReader.read($0, prose: prose, into: &findings)
        }
        study.theory = source(FileName.theory).map { id in
            let text = MarkdownFile(FileName.theory, id, into: &findings)
            return TheoryReader.read(text, prose: prose, into: &findings)
        }
        study.pages = pages()
        study.references = source(FileName.references).map { ReferencesReader.read($0, into: &findings) } ?? []
        let history = history()
        study.ledger = history.ledger.entries
        study.releases = history.releases
        // It is needed when files are imported; what is wrong with it is told whenever the study is checked.
        if let id = source(FileName.importMapping) { _ = ImportFileReader.mapping(id, into: &findings) }
        reportUnexpectedFiles()
        link(&study, file: file, codebook: codebook, quotes: quotes, history: history)
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

    // MARK: Linking

    private mutating func link(
        _ study: inout Study,
        file: StudyFile,
        codebook: Codebook,
        quotes: QuoteCollection,
        history: History
    ) {
        var names = NameIndex(study, withheld: quotes.withheld)
        if let navigation = file.navigation {
            names.check(navigation, into: &findings)
            study.navigation = navigation.map(\.value)
            study.menus = file.menus
        } else {
            let parts: [Target] = [
                .themes, .quotes, .groups, .constructs, .matrix, .logicModel, .theory, .guides, .references,
            ]
            study.navigation =
                parts.filter(names.exists) + study.pages.map { .page($0.id) }
                + [.report, .downloads]
        }
        names.check(findings.uses, into: &findings)
        checkAnchors()
        history.check(study, withheld: quotes.withheld, into: &findings)
        if !study.about.allowsHTML {
            for place in findings.rawHTML {
                findings.add(
                    .rawHTML,
                    "this HTML is shown as text",
                    at: place,
                    help: "write Markdown, or ‘html: allow’ in study.yml"
                )
            }
        }
        study.files = findings.files.sorted()
        orderPages(of: &study)
        // What is missing follows from what is wrong, so the second is told first and alone.
        if !findings.diagnostics.hasErrors {
            CoverageChecks(study: study, keyQuotes: codebook.keyQuotes).run(into: &findings)
        }
    }

    private mutating func checkAnchors() {
        for use in findings.anchorUses {
            guard let anchors = findings.anchors[use.value.page], !anchors.contains(use.value.anchor) else { continue }
            findings.add(
                .unknownAnchor,
                "the page ‘\(use.value.page)’ has no heading ‘\(use.value.anchor)’",
                at: use.place,
                help: NearMiss.suggestion(for: use.value.anchor, in: anchors)
            )
        }
    }

    private func orderPages(of study: inout Study) {
        var ranks: [PageID: Int] = [:]
        for (rank, target) in study.navigation.enumerated() {
            if case .page(let id) = target { ranks[id] = rank }
        }
        study.pages.sort { left, right in
            (ranks[left.id] ?? Int.max, left.id) < (ranks[right.id] ?? Int.max, right.id)
        }
    }

    // MARK: Files

    private mutating func readThemeProse(into themes: inout [Theme]) {
        let positions = Dictionary(
            themes.enumerated().map { ($1.id.rawValue, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let prose = prose
        let known = themes
        let read = findings.readEach(texts(in: FileName.themes)) { text, findings -> (position: Int, theme: Theme)? in
            guard findings.isReadable(text) else { return nil }
            let file = MarkdownFile(text.path, text.id, into: &findings)
            guard let position = positions[FileName.stem(text.path)] else {
                let theme = Target.theme(ThemeID(FileName.stem(text.path)))
                if findings.lost.contains(.theme) || findings.isClaimed(theme) { return nil }
                findings.add(
                    .unknownTheme,
                    "there is no theme ‘\(FileName.stem(text.path))’ that this text could belong to",
                    at: file.place,
                    help: NearMiss.suggestion(for: FileName.stem(text.path), in: known.map(\.id.rawValue))
                        ?? "add the theme to codebook.yml, or rename the file"
                )
                return nil
            }
            var theme = known[position]
            ThemeProseReader.read(file, into: &theme, prose: prose, into: &findings)
            return (position, theme)
        }
        for case let found? in read { themes[found.position] = found.theme }
    }

    private mutating func quotes(_ participants: [Participant], _ codebook: Codebook) -> QuoteCollection {
        var reader = QuotesReader(participants: participants, codebook: codebook, findings: findings)
        let texts = texts(in: FileName.quotes)
        if texts.isEmpty {
            findings.lost.insert(.quote)
            findings.diagnostics.add(
                .missingFile,
                "there are no quotes",
                atPath: folder.prefix + FileName.quotes,
                help: "put at least one CSV file with the columns participant, codes and text into this folder"
            )
        }
        reader.read(texts, into: &findings)
        return reader.finish()
    }

    private mutating func guides(groups: [Group], constructs: [Construct]) -> [Guide] {
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

    private mutating func pages() -> [Page] {
        let prose = prose
        let pages = findings.readEach(texts(in: FileName.pages)) { text, findings -> Page? in
            guard findings.isReadable(text) else { return nil }
            let file = MarkdownFile(text.path, text.id, into: &findings)
            return PagesReader.read(file, prose: prose, into: &findings)
        }
        return pages.compactMap(\.self)
    }

    /// What was published before: the ledger and the releases.
    private mutating func history() -> History {
        var history = History()
        if let table = table(FileName.ledger) { history.ledger = LedgerReader.read(table, into: &findings) }
        for path in folder.paths(in: FileName.releases) {
            guard let id = source(path) else { continue }
            history.add(ReleaseReader.read(id, path: path, into: &findings), from: id, into: &findings)
        }
        return history
    }

    private mutating func reportUnexpectedFiles() {
        let expected = [
            FileName.study, FileName.codebook, FileName.participants, FileName.logicModel, FileName.theory,
            FileName.references, FileName.ledger,
        ]
        for path in folder.others.sorted() where !path.contains("/") || isMisplacedText(path) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard !name.hasPrefix("."), isTextName(name), !findings.files.contains(path) else { continue }
            let isSpreadsheet = [".xlsx", ".xls", ".ods"].contains { name.lowercased().hasSuffix($0) }
            let near =
                isSpreadsheet
                ? "save it as CSV" : path.contains("/") ? nil : NearMiss.suggestion(for: name, in: expected)
            findings.diagnostics.add(
                .unexpectedFile,
                "nothing reads this file",
                atPath: folder.prefix + path,
                help: near ?? "see the list of content files in the README"
            )
        }
    }

    private func isMisplacedText(_ path: String) -> Bool {
        [FileName.themes, FileName.guides, FileName.pages, FileName.quotes, FileName.releases].contains {
            path.hasPrefix($0 + "/")
        }
    }

    private func isTextName(_ name: String) -> Bool {
        [".yml", ".yaml", ".md", ".markdown", ".csv", ".tsv", ".json", ".txt", ".xlsx", ".xls", ".ods"].contains {
            name.lowercased().hasSuffix($0)
        }
    }

    /// The root of a YAML file. Where it cannot be read, nothing can be said about the names that it would have held.
    private mutating func yaml(_ path: String, isRequired: Bool = false, losing kinds: Set<NameKind>) -> YAMLValue? {
        guard let id = source(path, isRequired: isRequired) else {
            if isRequired || folder.texts[path] != nil { findings.lost.formUnion(kinds) }
            return nil
        }
        let errors = findings.diagnostics.count(.error)
        if let root = YAMLText.root(of: id, into: &findings) { return root }
        findings.lost.formUnion(kinds)
        if isRequired, findings.diagnostics.count(.error) == errors {
            findings.add(.missingField, "this file is empty", at: Place(source: id, offset: 0, length: 0))
        }
        return nil
    }

    /// A CSV file. Where a part of it cannot be read, nothing can be said about the names that it would have held.
    private mutating func table(_ path: String, isRequired: Bool = false, losing kind: NameKind? = nil) -> CSVTable? {
        guard let id = source(path, isRequired: isRequired) else {
            if isRequired || folder.texts[path] != nil { lose(kind) }
            return nil
        }
        return findings.table(id, losing: kind)
    }

    /// Decodes the files of a folder and keeps them, in the order of their paths.
    private mutating func texts(in name: String) -> [StudyText] {
        let files = folder.paths(in: name).compactMap { path in
            folder.texts[path].map { (path: path, bytes: $0) }
        }
        return findings.keep(files, prefix: folder.prefix)
    }

    private mutating func lose(_ kind: NameKind?) {
        if let kind { findings.lost.insert(kind) }
    }

    /// Decodes a file and keeps it; nil if it is not there.
    private mutating func source(_ path: String, isRequired: Bool = false) -> SourceID? {
        guard let bytes = folder.texts[path] else {
            if isRequired { reportMissing(path) }
            return nil
        }
        return findings.keep([(path: path, bytes: bytes)], prefix: folder.prefix)
            .first { findings.isReadable($0) }?.id
    }

    private mutating func reportMissing(_ path: String) {
        let near = NearMiss.nearest(to: path, in: folder.others.filter { !$0.contains("/") }.sorted())
        findings.diagnostics.add(
            .missingFile,
            "this file is missing",
            atPath: folder.prefix + path,
            help: near.map { "rename ‘\($0)’ to ‘\(path)’" } ?? "see the list of content files in the README"
        )
    }
}
