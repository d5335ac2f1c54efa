/// What a REFI-QDA file holds, element by element; ids are still names here.
final class REFIHandler: XMLHandler {
    private(set) var file = REFIFile()
    private let limits: ImportLimits
    private var contexts: [Context] = []
    private var text: [UInt8]?

    private enum Context {
        case project, users, codes, other, note, coding, inertSelection
        case code(Int), source(Int), holder(Int), selection(Int), speaker(Int), variable, set(Int), value
    }

    init(limits: ImportLimits) { self.limits = limits }

    // MARK: Beginnings

    func begin(_ name: String, _ attributes: XMLAttributes) throws(ImportError) {
        text = nil
        contexts.append(try context(name, attributes))
    }

    private func context(_ name: String, _ attributes: XMLAttributes) throws(ImportError) -> Context {
        let parent = contexts.last
        switch name {
        case "Project":
            file.name = attributes["name"]
            file.statement = attributes["origin"]
            return .project
        case "CodeBook":
            if file.statement == nil { file.statement = attributes["origin"] }
            return .codes
        case "Code": return try code(attributes, parent)
        case "TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource":
            return try source(attributes)
        case "Representation", "Transcript", "TextDescription":
            guard case .source(let source)? = parent else { return .inertSelection }
            return holder(attributes, source)
        case "PlainTextSelection", "TranscriptSelection": return try selection(name, attributes, parent)
        case "PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection": return .inertSelection
        case "SyncPoint":
            if let id = id(attributes), let position = attributes["position"].flatMap({ Int($0) }) {
                file.syncPoints[id] = position
            }
            return .other
        case "Coding": return coding(parent)
        case "CodeRef": return codeReference(attributes, parent)
        case "Case":
            try room(file.cases.count, limits.documents, "cases")
            file.cases.append(REFIFile.Case(id: id(attributes), name: attributes["name"] ?? ""))
            return .speaker(file.cases.count - 1)
        case "SourceRef":
            if case .speaker(let index)? = parent, let target = target(attributes) {
                file.cases[index].sources.append(target)
            }
            return .other
        case "SelectionRef":
            if case .speaker(let index)? = parent, let target = target(attributes) {
                file.cases[index].selections.append(target)
            }
            return .other
        case "Variable":
            if let id = id(attributes) { file.variables[id] = attributes["name"] ?? "" }
            return .variable
        case "VariableValue":
            file.value = REFIFile.Value()
            return .value
        case "VariableRef":
            if case .value? = parent { file.value.variable = target(attributes) }
            return .other
        case "Set":
            file.sets.append(REFIFile.Set(name: attributes["name"] ?? ""))
            return .set(file.sets.count - 1)
        case "MemberSource":
            if case .set(let index)? = parent, let target = target(attributes) {
                file.sets[index].sources.append(target)
            }
            return .other
        case "Note":
            file.noteID = id(attributes)
            file.notes[file.noteID ?? "", default: REFIFile.Note()].path = attributes["plainTextPath"]
            return .note
        case "NoteRef":
            noteReference(target(attributes), parent)
            return .other
        case "Description", "PlainTextContent", "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue",
            "DateTimeValue":
            text = []
            return .other
        default: return .other
        }
    }

    private func code(_ attributes: XMLAttributes, _ parent: Context?) throws(ImportError) -> Context {
        try room(file.codes.count, limits.codes, "codes")
        var code = REFIFile.Code(id: id(attributes), name: attributes["name"] ?? "")
        code.colour = attributes["color"]
        code.isCodable = attributes["isCodable"].map { $0 != "false" && $0 != "0" } ?? true
        if case .code(let index)? = parent {
            code.parent = index
            code.depth = file.codes[index].depth + 1
            guard code.depth < limits.codeDepth else {
                throw ImportError(.hostile, "codes stand more than \(limits.codeDepth) levels deep under each other")
            }
        }
        file.codes.append(code)
        return .code(file.codes.count - 1)
    }

    private func source(_ attributes: XMLAttributes) throws(ImportError) -> Context {
        try room(file.sources.count, limits.documents, "documents")
        var source = REFIFile.Source(id: id(attributes), name: attributes["name"] ?? "")
        source.path = attributes["plainTextPath"]
        file.sources.append(source)
        return .source(file.sources.count - 1)
    }

    /// The text of a page, a recording or a picture: the source's own, or a further one.
    private func holder(_ attributes: XMLAttributes, _ source: Int) -> Context {
        var index = source
        if file.sources[source].hasHolder {
            file.sources.append(REFIFile.Source(id: nil, name: attributes["name"] ?? file.sources[source].name))
            index = file.sources.count - 1
        }
        file.sources[index].hasHolder = true
        file.sources[index].path = attributes["plainTextPath"] ?? file.sources[index].path
        file.sources[index].holderID = id(attributes)
        return .holder(index)
    }

    private func selection(_ name: String, _ attributes: XMLAttributes, _ parent: Context?) throws(ImportError)
        -> Context
    {
        try room(file.selections.count, limits.codings, "selections")
        let source: Int
        switch parent {
        case .source(let index)?, .holder(let index)?: source = index
        default: return .inertSelection
        }
        var selection = REFIFile.Selection(source: source, id: id(attributes))
        if name == "TranscriptSelection" {
            selection.from = attributes["fromSyncPoint"].map(Self.plain)
            selection.to = attributes["toSyncPoint"].map(Self.plain)
        } else {
            selection.start = attributes["startPosition"].flatMap { Int($0) } ?? -1
            selection.end = attributes["endPosition"].flatMap { Int($0) } ?? -1
        }
        selection.name = attributes["name"]?.unlessBlank
        file.selections.append(selection)
        return .selection(file.selections.count - 1)
    }

    private func coding(_ parent: Context?) -> Context {
        switch parent {
        case .selection(let index)?: return .selection(index)
        case .source(let index)?, .holder(let index)?: return .source(index)
        case .inertSelection?:
            file.inertCodings += 1
            return .inertSelection
        default: return .coding
        }
    }

    private func codeReference(_ attributes: XMLAttributes, _ parent: Context?) -> Context {
        guard let target = target(attributes) else { return .other }
        switch parent {
        case .selection(let index)?: file.selections[index].codes.append(target)
        case .source(let index)?, .holder(let index)?: file.sources[index].codes.append(target)
        default: break
        }
        return .other
    }

    private func noteReference(_ target: String?, _ parent: Context?) {
        guard let target else { return }
        switch parent {
        case .selection(let index)?: file.selections[index].notes.append(target)
        case .code(let index)?: file.codes[index].notes.append(target)
        default: break
        }
    }

    // MARK: Text and ends

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { text?.append(contentsOf: bytes) }

    func end(_ name: String) {
        _ = contexts.popLast()
        let content = text.map { String(decoding: $0, as: UTF8.self) }
        text = nil
        let parent = contexts.last
        switch name {
        case "Description":
            guard let content = content?.trimmed, !content.isEmpty else { return }
            switch parent {
            case .code(let index)?: file.codes[index].description = content
            case .selection(let index)?: file.selections[index].memos.append(content)
            case .source(let index)?: file.sources[index].description = content
            default: break
            }
        case "PlainTextContent":
            guard let content else { return }
            switch parent {
            case .source(let index)?, .holder(let index)?: file.sources[index].content = content
            case .note?: file.notes[file.noteID ?? "", default: REFIFile.Note()].content = content
            default: break
            }
        case "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue":
            if let content { file.value.text = content.trimmed }
        case "VariableValue":
            guard let variable = file.value.variable, !file.value.text.isEmpty else { return }
            switch parent {
            case .source(let index)?, .holder(let index)?:
                file.sources[index].values.append((variable, file.value.text))
            case .speaker(let index)?: file.cases[index].values.append((variable, file.value.text))
            default: break
            }
        default: break
        }
    }

    // MARK: Ids

    private func id(_ attributes: XMLAttributes) -> String? { attributes["guid"].map(Self.plain) }

    private func target(_ attributes: XMLAttributes) -> String? {
        (attributes["targetGUID"] ?? attributes["guid"]).map(Self.plain)
    }

    /// Tools write GUIDs with and without braces, in capitals and small letters.
    private static func plain(_ id: String) -> String {
        var id = id.lowercased()
        if id.hasPrefix("{") { id.removeFirst() }
        if id.hasSuffix("}") { id.removeLast() }
        return id
    }

    private func room(_ count: Int, _ limit: Int, _ what: String) throws(ImportError) {
        guard count < limit else { throw ImportError(.tooLarge, "the project has more than \(limit) \(what)") }
    }
}
