import CSV
import Diagnostics

/// A table whose columns are found by what their headers mean, whatever their order.
struct TableReader: Sendable {
    /// A column that a table may have.
    struct Column: Sendable {
        let name: String
        let otherNames: [String]
        let isRequired: Bool

        init(_ name: String, also otherNames: [String] = [], isRequired: Bool = false) {
            self.name = name
            self.otherNames = otherNames
            self.isRequired = isRequired
        }
    }

    let table: CSVTable
    private let positions: [String: Int]
    /// The columns that none of the known names mean, with their headers.
    let otherColumns: [(position: Int, header: Located<String>)]

    /// Nil when a column is missing that the table needs; every missing one is among the findings.
    init?(_ table: CSVTable, columns: [Column], into findings: inout Findings) {
        self.table = table
        guard !table.header.isEmpty else { return nil }
        var positions: [String: Int] = [:]
        var others: [(position: Int, header: Located<String>)] = []
        for (position, field) in table.header.enumerated() {
            let header = field.text.foldedForComparison()
            if let column = columns.first(where: { $0.name == header || $0.otherNames.contains(header) }) {
                if positions[column.name] == nil { positions[column.name] = position }
            } else if !header.isEmpty {
                others.append((position, Located(field.text.trimmingSpaces(), field.place)))
            }
        }
        self.positions = positions
        otherColumns = others
        let missing = columns.filter { $0.isRequired && positions[$0.name] == nil }
        guard !missing.isEmpty else { return }
        Self.report(missing, table, others.map(\.header), into: &findings)
        return nil
    }

    /// Which column holds what; of several with a name, the first.
    static func positions(of columns: [Column], in table: CSVTable) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (position, field) in table.header.enumerated() {
            let header = field.text.foldedForComparison()
            let column = columns.first { $0.name == header || $0.otherNames.contains(header) }
            if let column, positions[column.name] == nil { positions[column.name] = position }
        }
        return positions
    }

    /// Names the missing columns: those that are misspelt where they are, the others together.
    private static func report(
        _ missing: [Column],
        _ table: CSVTable,
        _ others: [Located<String>],
        into findings: inout Findings
    ) {
        var unknown: [Column] = []
        for column in missing {
            let near = others.first { NearMiss.nearest(to: $0.value, in: [column.name] + column.otherNames) != nil }
            guard let near else {
                unknown.append(column)
                continue
            }
            findings.add(
                .missingColumn,
                "there is no column ‘\(column.name)’",
                at: near.place,
                help: "rename the column ‘\(near.value.shown)’ to ‘\(column.name)’"
            )
        }
        guard !unknown.isEmpty else { return }
        let names = unknown.map { "‘\($0.name)’" }.joined(separator: ", ")
        let headers = table.header.map { "‘\($0.text.trimmingSpaces().shown)’" }.joined(separator: ", ")
        findings.add(
            .missingColumn,
            unknown.count == 1 ? "there is no column \(names)" : "there are no columns \(names)",
            at: table.header[0].place,
            help: "the first row must name the columns; this one has: \(headers)"
        )
    }

    /// Whether the table has a column.
    func has(_ column: String) -> Bool { positions[column] != nil }

    /// Where the header of a column stands.
    func headerPlace(_ column: String) -> Place? {
        positions[column].map { table.header[$0].place }
    }

    /// Which column it is, counted from 0.
    func position(_ column: String) -> Int? { positions[column] }

    /// A cell without white space at its ends; nil where it is missing or where that leaves nothing.
    func text(_ column: String, in row: CSVRow) -> Located<String>? {
        text(positions[column], in: row)
    }

    /// The same for those who read many rows and know the position of the column.
    func text(_ position: Int?, in row: CSVRow) -> Located<String>? {
        guard let position, position < row.fields.count else { return nil }
        let field = row.fields[position]
        guard !field.text.isEmpty else { return nil }
        let text = field.text.trimmingSpaces()
        return text.isEmpty ? nil : Located(text, field.place)
    }

    /// A cell of another column without white space at its ends.
    func text(at position: Int, in row: CSVRow) -> String {
        position < row.fields.count ? row.fields[position].text.trimmingSpaces() : ""
    }

    /// A cell that must not be empty.
    func required(_ column: String, in row: CSVRow, into findings: inout Findings) -> Located<String>? {
        if let cell = text(column, in: row) { return cell }
        findings.addMissingCell(column, in: row.place)
        return nil
    }
}

extension Findings {
    mutating func addMissingCell(_ column: String, in row: Place) {
        add(.missingCell, "this row has no \(column)", at: row)
    }

    /// A CSV text. Where a part of it cannot be read, nothing can be said about the names that it would have held.
    mutating func table(_ id: SourceID, losing kind: NameKind?) -> CSVTable {
        let errors = diagnostics.count(.error)
        let table = CSVReader.read(sources[id], id: id, into: &diagnostics)
        if diagnostics.count(.error) > errors {
            if let kind { lost.insert(kind) }
        } else if table.rows.isEmpty {
            if let kind { lost.insert(kind) }
            add(
                .emptyTable,
                "this table has no rows",
                at: Place(source: id, offset: 0, length: 0),
                help: "write its rows below the names of the columns, or take the file away"
            )
        }
        return table
    }
}
