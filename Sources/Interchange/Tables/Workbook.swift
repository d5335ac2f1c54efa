/// A workbook as Excel and other programs write it: a ZIP archive of XML.
struct Workbook {
    /// The names of its visible sheets, in order.
    let names: [String]

    private let archive: ZipArchive
    private let limits: ImportLimits
    private let entries: [ZipArchive.Entry]
    private let strings: [String]

    /// Whether an archive is a workbook.
    static func isWorkbook(_ archive: ZipArchive) -> Bool {
        archive.entries.contains { $0.name.lowercased() == "xl/workbook.xml" }
    }

    /// Reads the list of sheets and the strings that they share.
    init(_ archive: ZipArchive, limits: ImportLimits) throws(ImportError) {
        self.archive = archive
        self.limits = limits
        func entry(_ name: String) -> ZipArchive.Entry? { archive.entries.first { $0.name.lowercased() == name } }
        let list = SheetListHandler()
        if let workbook = entry("xl/workbook.xml") {
            try XMLReader.read(archive.read([workbook])[0], named: workbook.name, limits: limits, to: list)
        }
        if let relations = entry("xl/_rels/workbook.xml.rels") {
            try XMLReader.read(archive.read([relations])[0], named: relations.name, limits: limits, to: list)
        }
        var names: [String] = []
        var entries: [ZipArchive.Entry] = []
        for sheet in list.sheets where !sheet.isHidden {
            guard let target = list.targets[sheet.relation] else { continue }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            guard let entry = entry(path.lowercased()) else { continue }
            names.append(sheet.name)
            entries.append(entry)
        }
        self.names = names
        self.entries = entries
        if let shared = entry("xl/sharedstrings.xml") {
            let handler = SharedStringsHandler(limits: limits)
            try XMLReader.read(archive.read([shared])[0], named: shared.name, limits: limits, to: handler)
            strings = handler.strings
        } else {
            strings = []
        }
    }

    /// A sheet by its place among the visible ones; nil if it holds nothing.
    func sheet(_ index: Int) throws(ImportError) -> Sheet? {
        let entry = entries[index]
        let handler = SheetHandler(strings: strings, limits: limits)
        try XMLReader.read(archive.read([entry])[0], named: entry.name, limits: limits, to: handler)
        let rows = handler.rows.drop { $0.cells.allSatisfy { $0.trimmed.isEmpty } }
        guard let header = rows.first else { return nil }
        let filled = rows.dropFirst().filter { row in row.cells.contains { !$0.trimmed.isEmpty } }
        var sheet = Sheet(header: header.cells.map(\.trimmed), rows: Array(filled))
        sheet.isWorkbook = true
        return sheet
    }
}

/// The list of sheets, and where each stands.
private final class SheetListHandler: XMLHandler {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var targets: [String: String] = [:]

    func begin(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "sheet":
            let isHidden = attributes["state"].map { $0 != "visible" } ?? false
            guard sheets.count < 1000, let relation = attributes["id"] else { return }
            sheets.append((attributes["name"] ?? "", relation, isHidden))
        case "Relationship":
            if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
        default: break
        }
    }

    func end(_ name: String) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The strings that sheets share.
private final class SharedStringsHandler: XMLHandler {
    private(set) var strings: [String] = []
    private let limits: ImportLimits
    private var text = CellText()

    init(limits: ImportLimits) { self.limits = limits }

    func begin(_ name: String, _ attributes: XMLAttributes) throws(ImportError) {
        if name == "si" { text = CellText() }
        text.begin(name)
    }

    func end(_ name: String) throws(ImportError) {
        text.end(name)
        guard name == "si" else { return }
        guard strings.count < limits.cells else {
            throw ImportError(.tooLarge, "the workbook has more than \(limits.cells) strings")
        }
        strings.append(text.string)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(bytes) }
}

/// The cells of a sheet.
private final class SheetHandler: XMLHandler {
    private(set) var rows: [Sheet.Row] = []
    private let strings: [String]
    private let limits: ImportLimits
    private var cells: [String] = []
    private var line = 0
    private var column = -1
    private var kind = ""
    private var value: [UInt8]?
    private var text = CellText()
    private var cellCount = 0

    init(strings: [String], limits: ImportLimits) {
        self.strings = strings
        self.limits = limits
    }

    func begin(_ name: String, _ attributes: XMLAttributes) throws(ImportError) {
        switch name {
        case "row":
            cells = []
            column = -1
            line = attributes["r"].flatMap { Int($0) } ?? line + 1
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            guard column < limits.columns else {
                throw ImportError(.tooLarge, "a sheet has more than \(limits.columns) columns")
            }
            kind = attributes["t"] ?? "n"
            value = nil
            text = CellText()
        case "v": value = []
        default: text.begin(name)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if value != nil { value?.append(contentsOf: bytes) } else { text.append(bytes) }
    }

    func end(_ name: String) throws(ImportError) {
        switch name {
        case "v":
            let raw = String(decoding: value ?? [], as: UTF8.self)
            value = nil
            switch kind {
            case "s":
                let index = Int(raw.trimmed) ?? -1
                try set(strings.indices.contains(index) ? strings[index] : "")
            case "b": try set(raw.trimmed == "1" ? "TRUE" : "FALSE")
            case "e": break
            case "str": try set(CellText.unescaped(raw))
            default: try set(raw)
            }
        case "is": try set(text.string)
        case "row":
            if !cells.isEmpty { rows.append(Sheet.Row(cells: cells, line: line)) }
            cells = []
        default: text.end(name)
        }
    }

    private func set(_ text: String) throws(ImportError) {
        guard column >= 0 else { return }
        if cells.count <= column {
            cellCount += column + 1 - cells.count
            guard cellCount <= limits.cells else {
                throw ImportError(.tooLarge, "a sheet has more than \(limits.cells) cells")
            }
            cells.append(contentsOf: repeatElement("", count: column + 1 - cells.count))
        }
        cells[column] = text
    }

    /// The column of a reference such as `AB12`, from 0.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte & 0xDF), byte >= 0x41, column < 1_000_000 else { break }
            column = column * 26 + Int(byte & 0xDF) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }
}

/// The text of a cell, put together from its runs.
private struct CellText {
    private var bytes: [UInt8] = []
    private var isInText = false
    /// Reading aids over Japanese text are no part of it.
    private var isAid = false

    mutating func begin(_ name: String) {
        if name == "rPh" { isAid = true }
        if name == "t" { isInText = !isAid }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { isAid = false }
        if name == "t" { isInText = false }
    }

    mutating func append(_ run: UnsafeBufferPointer<UInt8>) { if isInText { bytes.append(contentsOf: run) } }

    var string: String { Self.unescaped(String(decoding: bytes, as: UTF8.self)) }

    /// Excel writes characters that XML does not keep as `_x000D_`.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        var units: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "_"), index + 7 <= bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
                bytes[index + 6] == UInt8(ascii: "_"),
                let value = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                units.append(contentsOf: String(Character(scalar)).utf8)
                index += 7
            } else {
                units.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF8.self)
    }
}
