import CSV
import Diagnostics
import Markdown
import Study

/// What came of reading a study's files.
public struct Reading: Sendable {
    /// The study; nil if anything was wrong that forbids making a site of it.
    public let study: Study?
    /// The texts that were read, for messages that point into them.
    public let sources: Sources
    /// All that was found, errors and lesser things.
    public let diagnostics: Diagnostics
}

/// Reads a study's files into a checked study. A function of its input: nothing on the disk is touched.
public enum StudyReader {
    /// Reads everything and finds everything that is wrong in one go.
    public static func read(_ folder: StudyFolder) -> Reading {
        guard !folder.texts.isEmpty else { return nothing(in: folder) }
        var reader = Run(folder: folder)
        let study = reader.study()
        let isSound = !reader.findings.diagnostics.hasErrors
        return Reading(
            study: isSound ? study : nil,
            sources: reader.findings.sources,
            diagnostics: reader.findings.diagnostics
        )
    }
}

extension StudyReader {
    /// Where no file of a study is, the folder is wrong, and not one file after the other.
    private static func nothing(in folder: StudyFolder) -> Reading {
        var diagnostics = Diagnostics()
        let path = folder.prefix.isEmpty ? "." : String(folder.prefix.dropLast(folder.prefix.hasSuffix("/") ? 1 : 0))
        diagnostics.add(
            .missingFile,
            "there is no study in this folder",
            atPath: path,
            help: "name the folder that holds study.yml with --study"
        )
        return Reading(study: nil, sources: Sources(), diagnostics: diagnostics)
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
        // It is needed when files are imported; what is wrong with it is told whenever the study is checked.
        if let id = source(FileName.importMapping) { _ = ImportFileReader.mapping(id, into: &findings) }
        reportUnexpectedFiles()
        link(&study, file: file, codebook: codebook, withheld: quotes.withheld)
        return study
    }

    // MARK: Linking

    private mutating func link(_ study: inout Study, file: StudyFile, codebook: Codebook, withheld: Set<QuoteID>) {
        var names = NameIndex(study, withheld: withheld)
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
        for path in folder.paths(in: FileName.themes) {
            guard let id = source(path) else { continue }
            let file = MarkdownFile(path, id, into: &findings)
            guard let position = positions[FileName.stem(path)] else {
                let theme = Target.theme(ThemeID(FileName.stem(path)))
                if findings.lost.contains(.theme) || findings.claimed.contains(theme) { continue }
                findings.add(
                    .unknownTheme,
                    "there is no theme ‘\(FileName.stem(path))’ that this text could belong to",
                    at: file.place,
                    help: NearMiss.suggestion(for: FileName.stem(path), in: themes.map(\.id.rawValue))
                        ?? "add the theme to codebook.yml, or rename the file"
                )
                continue
            }
            ThemeProseReader.read(file, into: &themes[position], prose: prose, into: &findings)
        }
    }

    private mutating func quotes(_ participants: [Participant], _ codebook: Codebook) -> QuoteCollection {
        var reader = QuotesReader(participants: participants, codebook: codebook, findings: findings)
        let paths = folder.paths(in: FileName.quotes)
        if paths.isEmpty {
            findings.lost.insert(.quote)
            findings.diagnostics.add(
                .missingFile,
                "there are no quotes",
                atPath: folder.prefix + FileName.quotes,
                help: "put at least one CSV file with the columns participant, codes and text into this folder"
            )
        }
        for path in paths {
            guard let table = table(path, losing: .quote) else { continue }
            reader.read(table, into: &findings)
        }
        return reader.finish()
    }

    private mutating func guides(groups: [Group], constructs: [Construct]) -> [Guide] {
        let names = GroupNames(groups)
        var byGroup: [GroupID: Guide] = [:]
        for path in folder.paths(in: FileName.guides) {
            guard let id = source(path) else { continue }
            let file = MarkdownFile(path, id, into: &findings)
            let guide = GuidesReader.read(
                file,
                groups: names,
                constructs: constructs,
                prose: prose,
                into: &findings
            )
            guard let guide else { continue }
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
        folder.paths(in: FileName.pages).compactMap { path in
            guard let id = source(path) else { return nil }
            let file = MarkdownFile(path, id, into: &findings)
            return PagesReader.read(file, prose: prose, into: &findings)
        }
    }

    private mutating func reportUnexpectedFiles() {
        let expected = [
            FileName.study, FileName.codebook, FileName.participants, FileName.logicModel, FileName.theory,
            FileName.references,
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
        [FileName.themes, FileName.guides, FileName.pages, FileName.quotes].contains { path.hasPrefix($0 + "/") }
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
    private mutating func table(_ path: String, isRequired: Bool = false, losing kind: NameKind) -> CSVTable? {
        guard let id = source(path, isRequired: isRequired) else {
            if isRequired || folder.texts[path] != nil { findings.lost.insert(kind) }
            return nil
        }
        let errors = findings.diagnostics.count(.error)
        let table = CSVReader.read(findings.sources[id], id: id, into: &findings.diagnostics)
        if findings.diagnostics.count(.error) > errors {
            findings.lost.insert(kind)
        } else if table.rows.isEmpty {
            findings.lost.insert(kind)
            findings.add(
                .emptyTable,
                "this table has no rows",
                at: Place(source: id, offset: 0, length: 0),
                help: "write its rows below the names of the columns, or take the file away"
            )
        }
        return table
    }

    /// Decodes a file and keeps it; nil if it is not there.
    private mutating func source(_ path: String, isRequired: Bool = false) -> SourceID? {
        guard let bytes = folder.texts[path] else {
            if isRequired { reportMissing(path) }
            return nil
        }
        let decoded = TextDecoding.decode(bytes)
        let id = findings.sources.add(Source(path: folder.prefix + path, text: decoded.utf8))
        if let problem = decoded.problem {
            findings.add(
                .badEncoding,
                problem.message,
                at: Place(source: id, offset: problem.offset, length: 1),
                help: "save the file again as UTF-8"
            )
            return nil
        }
        return id
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
