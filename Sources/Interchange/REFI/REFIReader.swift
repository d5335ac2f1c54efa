/// Reads REFI-QDA projects and codebooks.
enum REFIReader {
    /// Whether a text begins as the XML of a REFI-QDA project or codebook does.
    static func root(of text: [UInt8]) -> String? {
        let start = String(decoding: text.prefix(4096), as: UTF8.self)
        var rest = start[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            guard let first = rest.first else { return nil }
            if first == "?" || first == "!" { continue }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == ":" || $0 == "." }
            return name.split(separator: ":").last.map(String.init)
        }
        return nil
    }

    /// Reads a `.qdpx` archive.
    static func project(_ archive: ZipArchive, entry: ZipArchive.Entry, limits: ImportLimits) throws(ImportError)
        -> ProjectDraft
    {
        let xml = try archive.read([entry])[0]
        let file = try parse(xml, named: entry.name, limits: limits)
        let texts = try REFITexts(archive, wanted: wantedPaths(file))
        return draft(file, texts: texts, format: .refiProject, limits: limits)
    }

    /// Reads the XML of a project alone.
    static func projectFile(_ bytes: [UInt8], named name: String, limits: ImportLimits) throws(ImportError)
        -> ProjectDraft
    {
        let file = try parse(bytes, named: name, limits: limits)
        return draft(file, texts: REFITexts(), format: .refiProjectFile, limits: limits)
    }

    /// Reads a `.qdc` codebook.
    static func codebook(_ bytes: [UInt8], named name: String, limits: ImportLimits) throws(ImportError) -> ProjectDraft
    {
        let file = try parse(bytes, named: name, limits: limits)
        return draft(file, texts: REFITexts(), format: .refiCodebook, limits: limits)
    }

    private static func parse(_ xml: [UInt8], named name: String, limits: ImportLimits) throws(ImportError) -> REFIFile
    {
        let handler = REFIHandler(limits: limits)
        try XMLReader.read(xml, named: name, limits: limits, to: handler)
        return handler.file
    }

    private static func wantedPaths(_ file: REFIFile) -> [String] {
        var paths: [String] = []
        for source in file.sources where source.content == nil {
            if let path = source.path { paths.append(path) }
            if let id = source.id { paths.append(id + ".txt") }
        }
        let noted = file.selections.flatMap(\.notes) + file.codes.flatMap(\.notes)
        paths += noted.compactMap { file.notes[$0]?.path }
        return paths
    }

    // MARK: The draft

    private static func draft(
        _ file: REFIFile,
        texts: REFITexts,
        format: Origin.Format,
        limits: ImportLimits
    ) -> ProjectDraft {
        let tool = tool(file.statement)
        var draft = ProjectDraft(origin: Origin(format: format, tool: tool, statement: file.statement?.unlessBlank))
        draft.name = file.name
        draft.mayHoldHierarchy = true
        draft.usualSeparator = tool == .taguette ? "." : tool == .atlas ? "::" : nil
        draft.ways = PositionReading.Way.all
        draft.usualWay = usualWay(tool)

        let caseOfID = Dictionary(
            file.cases.enumerated().compactMap { index, found in found.id.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first }
        )
        let codeOfID = addCodes(file, texts, caseOfID, to: &draft)
        let sourceOfID = addDocuments(file, texts, to: &draft)
        addCases(file, sourceOfID, to: &draft)
        addSelections(file, texts, codeOfID, caseOfID, isQualCoder: tool == .qualCoder, to: &draft)
        if file.inertCodings > 0 {
            draft.findings.add(
                .importNotText,
                count: file.inertCodings,
                file.inertCodings.counted(
                    "coding of a picture, sound, film or place on a page holds no words and is left out",
                    "codings of pictures, sound, film or places on a page hold no words and are left out"
                )
            )
        }
        return draft
    }

    /// The standard says code points. Of some tools it is known that they do otherwise, of others it is not known.
    private static func usualWay(_ tool: Origin.Tool) -> PositionReading.Way? {
        switch tool {
        case .nvivo: PositionReading.Way(unit: .utf16)
        case .other: PositionReading.Way(unit: .codePoints)
        case .atlas, .dedoose, .maxqda, .qualCoder, .taguette: nil
        }
    }

    private static func tool(_ statement: String?) -> Origin.Tool {
        let statement = statement?.lowercased() ?? ""
        let names: [(String, Origin.Tool)] = [
            ("nvivo", .nvivo), ("atlas", .atlas), ("maxqda", .maxqda), ("qualcoder", .qualCoder),
            ("taguette", .taguette), ("dedoose", .dedoose),
        ]
        return names.first { statement.contains($0.0) }?.1 ?? .other
    }

    /// Adds the codes, without those that are cases in disguise.
    private static func addCodes(
        _ file: REFIFile,
        _ texts: REFITexts,
        _ caseOfID: [String: Int],
        to draft: inout ProjectDraft
    ) -> [String: Int] {
        var codeOfID: [String: Int] = [:]
        var places = [Int?](repeating: nil, count: file.codes.count)
        for (index, code) in file.codes.enumerated() {
            if let id = code.id, caseOfID[id] != nil { continue }
            places[index] = draft.codes.count
            if let id = code.id, codeOfID[id] == nil { codeOfID[id] = draft.codes.count }
            draft.codes.append(
                ProjectDraft.Code(
                    name: code.name.trimmed,
                    parent: code.parent.flatMap { places[$0] },
                    description: code.description,
                    colour: code.colour?.unlessBlank,
                    memo: texts.notes(code.notes, file),
                    isCodable: code.isCodable,
                    toolID: code.id
                )
            )
        }
        return codeOfID
    }

    private static func addDocuments(_ file: REFIFile, _ texts: REFITexts, to draft: inout ProjectDraft) -> [String:
        Int]
    {
        var sourceOfID: [String: Int] = [:]
        for (index, source) in file.sources.enumerated() {
            for id in [source.id, source.holderID] {
                if let id, sourceOfID[id] == nil { sourceOfID[id] = index }
            }
            var attributes = source.values.map { value in
                CodedProject.Attribute(name: file.variables[value.variable] ?? "", value: value.text)
            }
            if let description = source.description {
                attributes.append(CodedProject.Attribute(name: AttributeNames.description, value: description))
            }
            let text = source.content.map { DocumentText($0) } ?? texts.text(source)
            draft.documents.append(
                ProjectDraft.Document(
                    name: source.name.trimmed.isEmpty ? "document \(index + 1)" : source.name.trimmed,
                    text: text,
                    attributes: attributes,
                    toolID: source.id
                )
            )
        }
        for group in file.sets {
            for id in group.sources {
                guard let source = sourceOfID[id], let name = group.name.unlessBlank,
                    !draft.documents[source].groups.contains(name)
                else { continue }
                draft.documents[source].groups.append(name)
            }
        }
        return sourceOfID
    }

    private static func addCases(_ file: REFIFile, _ sourceOfID: [String: Int], to draft: inout ProjectDraft) {
        let selectionOfID = Dictionary(
            file.selections.enumerated().compactMap { index, found in found.id.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first }
        )
        for found in file.cases {
            let attributes = found.values.map { value in
                CodedProject.Attribute(name: file.variables[value.variable] ?? "", value: value.text)
            }
            let sources = found.sources.compactMap { sourceOfID[$0] }
            // A case without a name carries the variables of its document.
            if found.name.unlessBlank == nil {
                for source in sources { draft.documents[source].attributes += attributes }
                draft.cases.append(ProjectDraft.Case(name: ""))
                continue
            }
            var stretches: [(document: Int, positions: Range<Int>?)] = sources.map { ($0, nil) }
            for id in found.selections {
                guard let index = selectionOfID[id] else { continue }
                let selection = file.selections[index]
                if selection.start >= 0, selection.end > selection.start {
                    stretches.append((selection.source, selection.start..<selection.end))
                }
            }
            draft.cases.append(
                ProjectDraft.Case(
                    name: found.name.trimmed,
                    attributes: attributes,
                    stretches: stretches,
                    toolID: found.id
                )
            )
        }
        // A code on all of a document that is a case says whose words it holds.
        let caseOfID = Dictionary(
            file.cases.enumerated().compactMap { index, found in found.id.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first }
        )
        var whole = 0
        for (index, source) in file.sources.enumerated() {
            for id in source.codes {
                if let speaker = caseOfID[id] {
                    draft.cases[speaker].stretches.append((index, nil))
                } else {
                    whole += 1
                }
            }
        }
        if whole > 0 {
            draft.findings.add(
                .importWholeDocument,
                count: whole,
                whole.counted(
                    "coding is of a whole document rather than of words, and is left out",
                    "codings are of whole documents rather than of words, and are left out"
                )
            )
        }
    }

    private static func addSelections(
        _ file: REFIFile,
        _ texts: REFITexts,
        _ codeOfID: [String: Int],
        _ caseOfID: [String: Int],
        isQualCoder: Bool,
        to draft: inout ProjectDraft
    ) {
        var dangling = 0
        draft.selections.reserveCapacity(file.selections.count)
        for found in file.selections {
            var selection = ProjectDraft.Selection(document: found.source, start: found.start, end: found.end)
            if let from = found.from, let to = found.to {
                selection.start = file.syncPoints[from] ?? -1
                selection.end = file.syncPoints[to] ?? -1
            }
            if selection.start > selection.end { swap(&selection.start, &selection.end) }
            selection.words = found.name.flatMap { Words($0, isCertain: isQualCoder) }
            selection.toolID = found.id
            var memos = found.memos
            if let notes = texts.notes(found.notes, file) { memos.append(notes) }
            selection.memo = memos.isEmpty ? nil : memos.joined(separator: "\n")
            var speaks = false
            for id in found.codes {
                if let speaker = caseOfID[id] {
                    var speaking = selection
                    speaking.speakingCase = speaker
                    draft.selections.append(speaking)
                    speaks = true
                } else if let code = codeOfID[id] {
                    selection.codes.append(code)
                } else {
                    dangling += 1
                }
            }
            if !speaks || !selection.codes.isEmpty { draft.selections.append(selection) }
        }
        if dangling > 0 {
            draft.findings.add(
                .importDangling,
                count: dangling,
                dangling.counted(
                    "coding points to a code that the file does not hold",
                    "codings point to codes that the file does not hold"
                )
            )
        }
    }
}

extension PositionReading.Way {
    /// Every way that a REFI-QDA file may count.
    static var all: [Self] {
        [false, true].flatMap { mark in
            PositionReading.LineEnds.allCases.flatMap { lineEnds in
                PositionReading.Unit.allCases.map {
                    Self(unit: $0, lineEnds: lineEnds, countsByteOrderMark: mark)
                }
            }
        }
    }
}
