/// The texts in the archive of a REFI-QDA project, found by the paths that its XML gives.
struct REFITexts {
    private var contents: [String: [UInt8]] = [:]

    /// No texts, as for XML that stands alone.
    init() {}

    /// Unpacks the texts that are wanted; those that are not there are left out.
    init(_ archive: ZipArchive, wanted paths: [String]) throws(ImportError) {
        // Tools write `sources`, `Sources`, and paths with and without a scheme: the last part of the name is what counts.
        var entryOfName: [String: ZipArchive.Entry] = [:]
        for entry in archive.entries {
            let name = entry.lastPart.lowercased()
            let isInSources = entry.name.lowercased().split(separator: "/").dropLast().last == "sources"
            if entryOfName[name] == nil || isInSources { entryOfName[name] = entry }
        }
        var names: [String] = []
        var entries: [ZipArchive.Entry] = []
        var seen = Set<String>()
        for path in paths {
            let name = Self.name(path)
            guard seen.insert(name).inserted, let entry = entryOfName[name] else { continue }
            names.append(name)
            entries.append(entry)
        }
        for (name, content) in zip(names, try archive.read(entries)) { contents[name] = content }
    }

    /// The text of a source, by its path or else by its id.
    func text(_ source: REFIFile.Source) -> DocumentText? {
        let names = [source.path.map(Self.name), source.holderID.map { $0 + ".txt" }, source.id.map { $0 + ".txt" }]
        for name in names { if let name, let content = contents[name] { return DocumentText(file: content) } }
        return nil
    }

    /// The notes with some ids, joined.
    func notes(_ ids: [String], _ file: REFIFile) -> String? {
        let texts = ids.compactMap { id -> String? in
            guard let note = file.notes[id] else { return nil }
            if let content = note.content { return content.trimmed.unlessBlank }
            return note.path.flatMap { contents[Self.name($0)] }.map { DocumentText(file: $0).shown.trimmed }?
                .unlessBlank
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// The last part of a path: `internal://a.txt`, `sources/a.txt` and `a.txt` are one.
    private static func name(_ path: String) -> String {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last?.lowercased() ?? ""
    }
}
