import CSV

/// Finds out what kind of file bytes are, and has it read.
struct FormatReader {
    let name: String
    let beside: [String: [UInt8]]
    let mapping: ImportMapping
    let limits: ImportLimits

    /// What a file holds, before it is proved.
    func draft(_ bytes: [UInt8]) throws(ImportError) -> ProjectDraft {
        if ZipArchive.isZip(bytes) { return try archive(bytes) }
        if SQLiteDatabase.isDatabase(bytes) { return try database(bytes, named: name, beside: beside) }
        try refuseKnown(bytes)
        return try text(bytes)
    }

    // MARK: Archives

    private func archive(_ bytes: [UInt8]) throws(ImportError) -> ProjectDraft {
        let archive = try ZipArchive(bytes, limits: limits)
        let projects = archive.entries.filter { $0.name.lowercased().hasSuffix(".qde") }
        if projects.count > 1 {
            let names = projects.prefix(3).map { "‘\($0.name.shownShort)’" }.joined(separator: ", ")
            throw ImportError(
                .unsupportedFormat,
                "the archive holds several projects: \(names)",
                help: "import them one by one"
            )
        }
        if let entry = projects.first { return try REFIReader.project(archive, entry: entry, limits: limits) }
        if Workbook.isWorkbook(archive) { return try workbook(archive) }
        // A QualCoder folder that somebody packed.
        if let entry = archive.entries.first(where: { $0.lastPart == "data.qda" }) {
            let folder = entry.name.dropLast("data.qda".count)
            let log = archive.entries.first { $0.name == folder + "data.qda-wal" }
            let contents = try archive.read([entry] + (log.map { [$0] } ?? []))
            return try database(
                contents[0],
                named: entry.name,
                beside: contents.count > 1 ? ["data.qda-wal": contents[1]] : [:]
            )
        }
        throw ImportError(
            .unknownFormat,
            "‘\(name.shownShort)’ is an archive that holds no project of a known tool",
            help: "export a REFI-QDA project (.qdpx) or a spreadsheet (.xlsx)"
        )
    }

    /// The first sheet whose columns are understood.
    private func workbook(_ archive: ZipArchive) throws(ImportError) -> ProjectDraft {
        let workbook = try Workbook(archive, limits: limits)
        var first: [String]?
        for index in workbook.names.indices {
            guard let sheet = try workbook.sheet(index) else { continue }
            if let draft = try TableReader.draft(sheet, named: name, mapping: mapping, limits: limits) { return draft }
            if first == nil { first = sheet.header }
        }
        guard let first else { throw ImportError(.empty, "‘\(name.shownShort)’ holds no table") }
        throw TableReader.unknown(first, named: name)
    }

    // MARK: Databases

    private func database(
        _ bytes: [UInt8],
        named name: String,
        beside: [String: [UInt8]]
    ) throws(ImportError) -> ProjectDraft {
        let base = name.split(separator: "/").last.map(String.init) ?? name
        func sibling(_ ending: String) -> [UInt8]? { beside[base + ending] ?? beside["data.qda" + ending] }
        // A journal with this beginning takes back what a program that was killed left half done.
        if let journal = sibling("-journal"), journal.starts(with: [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]) {
            throw ImportError(
                .damaged,
                "‘\(name.shownShort)’ is open in another program, or that program was stopped while it was writing",
                help: "open the project in its tool, close it, and import it again"
            )
        }
        let database = try SQLiteDatabase(bytes, log: sibling("-wal"), named: name, limits: limits)
        if TaguetteReader.reads(database) { return try TaguetteReader.draft(database, limits: limits) }
        if QualCoderReader.reads(database) { return try QualCoderReader.draft(database, named: name, limits: limits) }
        throw ImportError(
            .unknownFormat,
            "‘\(name.shownShort)’ is a database of no tool that is known here",
            help: "export a REFI-QDA project (.qdpx) from the tool that made it"
        )
    }

    // MARK: Text

    private func text(_ bytes: [UInt8]) throws(ImportError) -> ProjectDraft {
        let start = TextDecoding.decode(Array(bytes.prefix(1 << 16)))
        // Such a report may begin with `<`, as XML does.
        if NVivoReport.reads(String(decoding: start.utf8, as: UTF8.self)), let reports = try nvivoReports(bytes) {
            return reports
        }
        let begin = start.utf8.firstIndex { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        if let begin, start.utf8[begin] == UInt8(ascii: "<") {
            switch REFIReader.root(of: Array(start.utf8[begin...])) {
            case "Project": return try REFIReader.projectFile(bytes, named: name, limits: limits)
            case "CodeBook": return try REFIReader.codebook(bytes, named: name, limits: limits)
            case let root:
                let isPage = root?.lowercased() == "html"
                throw ImportError(
                    isPage ? .unsupportedFormat : .unknownFormat,
                    isPage
                        ? "‘\(name.shownShort)’ is a web page"
                        : "‘\(name.shownShort)’ is XML of another kind than REFI-QDA",
                    help: "export a REFI-QDA project (.qdpx), the tool's own project, or a table (.csv, .xlsx)"
                )
            }
        }
        let sheet = try SheetText.read(bytes, named: name, limits: limits)
        if let draft = try TableReader.draft(sheet, named: name, mapping: mapping, limits: limits) { return draft }
        guard sheet.header.count > 1 else {
            throw ImportError(
                .unknownFormat,
                "‘\(name.shownShort)’ is no file that is known here",
                help: "export a REFI-QDA project (.qdpx), the tool's own project, or a table (.csv, .xlsx)"
            )
        }
        throw TableReader.unknown(sheet.header, named: name)
    }

    /// NVivo writes a report for each code; those beside the first are read with it.
    private func nvivoReports(_ bytes: [UInt8]) throws(ImportError) -> ProjectDraft? {
        guard let text = reportText(bytes) else { return nil }
        var draft = ProjectDraft(origin: Origin(format: .nvivoReport, tool: .nvivo))
        draft.mayHoldHierarchy = true
        draft.usualSeparator = "\\"
        try NVivoReport.add(text, code: FileNames.stem(name), limits: limits, to: &draft)
        for (other, bytes) in beside.sorted(by: { $0.key < $1.key }) where other != name {
            guard let text = reportText(bytes) else { continue }
            try NVivoReport.add(text, code: FileNames.stem(other), limits: limits, to: &draft)
        }
        return draft
    }

    private func reportText(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= limits.entrySize else { return nil }
        let decoded = TextDecoding.decode(bytes)
        guard decoded.problem == nil else { return nil }
        let text = String(decoding: decoded.utf8, as: UTF8.self)
        return NVivoReport.reads(text) ? text : nil
    }

    /// Kinds of file that people try and that cannot be read, with what to do instead.
    private func refuseKnown(_ bytes: [UInt8]) throws(ImportError) {
        let kinds: [(start: [UInt8], what: String, help: String)] = [
            ([0xD0, 0xCF, 0x11, 0xE0], "in the old format of Microsoft Office", "save it as .xlsx or .csv"),
            (Array("%PDF".utf8), "a PDF", "export a REFI-QDA project (.qdpx) or a table (.csv, .xlsx)"),
            (Array("{\\rtf".utf8), "a rich text", "save it as plain text, or export a REFI-QDA project (.qdpx)"),
            ([0x1F, 0x8B], "packed with gzip", "unpack it first"),
            (Array("Rar!".utf8), "a RAR archive", "unpack it first"),
            ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive", "unpack it first"),
        ]
        for kind in kinds where bytes.starts(with: kind.start) {
            throw ImportError(.unsupportedFormat, "‘\(name.shownShort)’ is \(kind.what)", help: kind.help)
        }
    }
}
