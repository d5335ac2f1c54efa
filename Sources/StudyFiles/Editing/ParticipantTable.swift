import CSV
import Diagnostics
import Study

/// The table of participants, changed row by row.
public struct ParticipantTable: Sendable {
    /// Who stands in which row.
    public let participants: [ParticipantID?]

    private var editor: CSVEditor
    private let columns: [String: Int]

    /// The table of a study's folder; an empty one where there is none, nil if it cannot be understood.
    public init?(in folder: StudyFolder) {
        let bytes = folder.texts[FileName.participants].flatMap { $0.isEmpty ? nil : $0 }
        guard let editor = bytes.map({ CSVEditor($0) }) ?? CSVEditor(header: ["participant", "group"]) else {
            return nil
        }
        self.editor = editor
        let columns = ParticipantsReader.positions(in: editor.table)
        guard let people = columns["participant"], columns["group"] != nil else { return nil }
        self.columns = columns
        participants = editor.table.rows.map { row in
            guard people < row.fields.count else { return nil }
            let name = row.fields[people].text.trimmingSpaces()
            return name.isEmpty ? nil : ParticipantID(name)
        }
    }

    /// Where it stands in the study's folder.
    public static var path: String { FileName.participants }
    /// Whether nothing was changed.
    public var isUnchanged: Bool { editor.isUnchanged }
    /// Whether no row would be left.
    public var isEmpty: Bool { editor.isEmpty }
    /// The bytes of the file as it has to be.
    public var bytes: [UInt8] { editor.bytes }

    /// Adds somebody.
    public mutating func add(_ participant: ParticipantID, group: GroupID) {
        var fields = Array(repeating: "", count: editor.columnCount)
        if let column = columns["participant"] { fields[column] = participant.rawValue }
        if let column = columns["group"] { fields[column] = group.rawValue }
        editor.append(fields)
    }

    /// Gives somebody another name.
    public mutating func rename(_ participant: ParticipantID, to name: ParticipantID) {
        guard let column = columns["participant"] else { return }
        for (row, known) in participants.enumerated() where known == participant {
            editor.set(name.rawValue, row: row, column: column)
        }
    }

    /// Takes somebody away.
    public mutating func remove(_ participant: ParticipantID) {
        for (row, known) in participants.enumerated() where known == participant { editor.remove(row: row) }
    }
}
