import Diagnostics
import Markdown
import Study

/// A Markdown file split into what its front matter and its body say.
struct MarkdownFile {
    let path: String
    let id: SourceID
    /// The front matter; nil if there is none.
    let fields: YAMLValue?
    /// Where the body starts.
    let bodyOffset: Int
    /// Whether the front matter cannot be read.
    let isBroken: Bool
    /// The start of the file.
    var place: Place { Place(source: id, offset: 0, length: 0) }

    init(_ path: String, _ id: SourceID, into findings: inout Findings) {
        self.path = path
        self.id = id
        let frontMatter = FrontMatter.split(findings.sources[id])
        if frontMatter.isUnclosed {
            findings.add(
                .frontMatterUnclosed,
                "the front matter is never closed",
                at: Place(source: id, offset: 0, length: 3),
                help: "write a line of --- after it"
            )
        }
        bodyOffset = frontMatter.isUnclosed ? findings.sources[id].text.count : frontMatter.bodyOffset
        fields = frontMatter.yaml.flatMap { YAMLText.root(of: id, range: $0, into: &findings) }
        isBroken = frontMatter.isUnclosed || findings.diagnostics.hasErrors(in: id)
    }
}

/// What `themes/<id>.md` says.
struct ThemeProse: Sendable {
    private(set) var summary: String?
    /// Nil if there are no words and nothing is mentioned.
    let text: Prose?
    /// What there is to remember of the text.
    let toRemember: RememberedText?

    init(_ file: MarkdownFile, prose: ProseReader, remembering texts: RememberedTexts, into findings: inout Findings) {
        if let value = file.fields, var fields = YAMLFields(value, "the front matter of a theme", into: &findings) {
            summary = fields.words("summary", into: &findings)
            fields.finish(into: &findings)
        }
        (text, toRemember) = prose.block(
            of: file.id,
            path: file.path,
            from: file.bodyOffset,
            remembering: texts,
            into: &findings
        )
    }
}

/// Reads `pages/<id>.md`.
enum PagesReader {
    /// The names that Windows keeps for devices, whatever ending a file has.
    private static let devices = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
    )

    /// The names of pages that the site makes itself.
    static let reserved: Set<String> = [
        "404", "assets", "changes", "constructs", "downloads", "files", "groups", "guides", "home", "index",
        "logic-model", "matrix", "participants", "quotes", "references", "report", "search", "theory", "themes",
    ]

    static func read(_ file: MarkdownFile, prose: ProseReader, into findings: inout Findings) -> Page? {
        let id = PageID(FileName.stem(file.path))
        findings.claimed.insert(.page(id))
        var title: String?
        var summary: String?
        if let value = file.fields {
            guard var fields = YAMLFields(value, "the front matter of a page", into: &findings) else { return nil }
            title = fields.requiredText("title", into: &findings)?.value
            summary = fields.words("summary", into: &findings)
            fields.finish(into: &findings)
        } else if !file.isBroken {
            findings.add(
                .missingField,
                "this page has no title",
                at: file.place,
                help: "begin the file with three lines: ---, title: …, ---"
            )
        }
        let isReserved = reserved.contains(id.rawValue.lowercased())
        let isDevice = devices.contains(id.rawValue.lowercased())
        if isReserved || isDevice || !IDForm.isPlain(id.rawValue) {
            findings.add(
                isReserved ? .reservedID : .badID,
                isReserved
                    ? "the site makes a page ‘\(id)’ itself"
                    : isDevice ? "‘\(id)’ is the name of a device on Windows" : "‘\(id)’ cannot be the name of a page",
                at: file.place,
                help: isReserved || isDevice
                    ? "rename the file" : "name the file with letters, digits, ‘-’, ‘_’ and ‘.’ only"
            )
        }
        let (text, outline) = prose.block(of: file.id, path: file.path, from: file.bodyOffset, into: &findings)
        findings.anchors[id] = outline.headings.map(\.anchor)
        return Page(id: id, title: title ?? id.rawValue, summary: summary, prose: text, place: file.place)
    }
}

/// Reads `theory.md`.
enum TheoryReader {
    static func read(_ file: MarkdownFile, prose: ProseReader, into findings: inout Findings) -> Theory {
        var title: String?
        var statement: Prose?
        var propositions: [Proposition] = []
        if file.isBroken { findings.lost.insert(.proposition) }
        if let value = file.fields, var fields = YAMLFields(value, "the front matter of the theory", into: &findings) {
            title = fields.words("title", into: &findings)
            statement = fields.value("statement").flatMap { prose.block($0, "statement", into: &findings) }
            var registry = Registry<PropositionID>("proposition", as: Target.proposition)
            for entry in fields.mappings("propositions", "a proposition", into: &findings) {
                let number = propositions.count + 1
                if let proposition = proposition(entry, number, &registry, prose, into: &findings) {
                    propositions.append(proposition)
                }
            }
            fields.finish(into: &findings)
        }
        let (narrative, _) = prose.block(of: file.id, path: file.path, from: file.bodyOffset, into: &findings)
        return Theory(
            title: title,
            statement: statement,
            propositions: propositions,
            narrative: narrative,
            place: file.place
        )
    }

    private static func proposition(
        _ fields: YAMLFields,
        _ number: Int,
        _ registry: inout Registry<PropositionID>,
        _ prose: ProseReader,
        into findings: inout Findings
    ) -> Proposition? {
        var fields = fields
        let id = fields.requiredText("id", into: &findings)
        let claim = fields.required("claim", into: &findings).flatMap { prose.inline($0, "claim", into: &findings) }
        let explanation = fields.value("explanation").flatMap { prose.block($0, "explanation", into: &findings) }
        let support = SupportReader.read(&fields, into: &findings)
        let against: [QuoteID] = fields.texts("against", into: &findings).map {
            findings.use($0, as: Target.quote)
        }
        let boxes: [BoxID] = fields.texts("boxes", into: &findings).map { findings.use($0, as: Target.box) }
        fields.finish(into: &findings)
        guard let id, registry.takePlain(PropositionID(id.value), at: id.place, into: &findings), let claim else {
            return nil
        }
        if support.isEmpty { findings.addUnsupported("the proposition ‘\(id.value)’", at: id.place) }
        return Proposition(
            id: PropositionID(id.value),
            number: number,
            claim: claim,
            explanation: explanation,
            support: support,
            against: against,
            boxes: boxes,
            place: id.place
        )
    }
}

/// Reads which themes and quotes something rests on.
enum SupportReader {
    static func read(_ fields: inout YAMLFields, into findings: inout Findings) -> Support {
        Support(
            themes: fields.texts("themes", into: &findings).map { findings.use($0, as: Target.theme) },
            quotes: fields.texts("quotes", into: &findings).map { findings.use($0, as: Target.quote) }
        )
    }
}

extension Findings {
    mutating func addUnsupported(_ what: String, at place: Place) {
        add(
            .unsupportedClaim,
            "\(what) rests on no theme and no quote",
            at: place,
            help: "name what supports it: themes: […] or quotes: […]"
        )
    }
}

extension Diagnostics {
    /// Whether an error was found in a file.
    func hasErrors(in source: SourceID) -> Bool {
        all.contains { diagnostic in
            guard case .place(let place) = diagnostic.location else { return false }
            return place.source == source && diagnostic.rule.severity == .error
        }
    }
}
