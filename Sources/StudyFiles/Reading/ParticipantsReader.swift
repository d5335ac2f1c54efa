import CSV
import Diagnostics
import Study

/// Reads `participants.csv`.
enum ParticipantsReader {
    private static let columns = [
        TableReader.Column("participant", also: ["id", "participant id", "pseudonym"], isRequired: true),
        TableReader.Column("group", also: ["stakeholder group"], isRequired: true),
    ]

    /// Which column holds what, by the names that this reader knows.
    static func positions(in table: CSVTable) -> [String: Int] { TableReader.positions(of: columns, in: table) }

    static func read(
        _ table: CSVTable,
        groups: [Group],
        attributes: [About.Attribute],
        into findings: inout Findings
    ) -> [Participant] {
        guard let reader = TableReader(table, columns: columns, into: &findings) else {
            findings.lost.insert(.participant)
            return []
        }
        let positions = attributes.map { attribute in
            reader.otherColumns.first { $0.header.value.foldedForComparison() == attribute.key.foldedForComparison() }?
                .position
        }
        for (attribute, position) in zip(attributes, positions) where position == nil {
            findings.add(
                .missingColumn,
                "there is no column ‘\(attribute.key)’, which study.yml names as an attribute",
                at: table.header[0].place,
                help: NearMiss.suggestion(for: attribute.key, in: reader.otherColumns.map(\.header.value))
            )
        }
        let names = GroupNames(groups)
        if reportSwap(reader, names, into: &findings) {
            findings.lost.insert(.participant)
            return []
        }
        var registry = Registry<ParticipantID>("participant", as: Target.participant)
        return table.rows.compactMap { row in
            let id = reader.required("participant", in: row, into: &findings)
            guard let id, registry.take(ParticipantID(id.value), at: id.place, into: &findings) else { return nil }
            guard let group = reader.text("group", in: row) else {
                findings.add(
                    .participantWithoutGroup,
                    "the participant ‘\(id.value.shown)’ belongs to no group",
                    at: row.place,
                    help: "write one of the groups: \(names.list)"
                )
                return nil
            }
            guard let groupID = names.group(for: group.value) else {
                if findings.lost.contains(.group) { return nil }
                findings.add(
                    .unknownGroup,
                    "there is no group ‘\(group.value.shown)’",
                    at: group.place,
                    help: names.suggestion(for: group.value)
                )
                return nil
            }
            return Participant(
                id: ParticipantID(id.value),
                group: groupID,
                attributes: positions.map { $0.map { reader.text(at: $0, in: row) } ?? "" },
                place: id.place
            )
        }
    }

    /// Names the two columns once if what should be groups are none and what should be participants are groups.
    private static func reportSwap(_ reader: TableReader, _ names: GroupNames, into findings: inout Findings) -> Bool {
        let rows = reader.table.rows
        guard let place = reader.headerPlace("participant"), rows.count > 1 else { return false }
        let isSwapped = rows.allSatisfy { row in
            guard let id = reader.text("participant", in: row) else { return false }
            let group = reader.text("group", in: row)
            return names.group(for: id.value) != nil && group.flatMap { names.group(for: $0.value) } == nil
        }
        guard isSwapped else { return false }
        findings.add(
            .swappedColumns,
            "the column ‘participant’ holds groups and the column ‘group’ does not",
            at: place,
            help: "exchange the two headers"
        )
        return true
    }
}

/// Finds the group that a word means: its id, its title or the name of one member.
struct GroupNames {
    private var groups: [String: GroupID] = [:]
    private let names: [String]

    init(_ all: [Group]) {
        names = all.map(\.id.rawValue)
        for group in all {
            for name in [group.id.rawValue, group.title, group.singular] {
                let key = name.foldedForComparison()
                if groups[key] == nil { groups[key] = group.id }
            }
        }
    }

    /// The ids of the groups, for messages.
    var list: String { names.joined(separator: ", ") }

    func group(for word: String) -> GroupID? { groups[word.foldedForComparison()] }

    func suggestion(for word: String) -> String {
        NearMiss.suggestion(for: word, in: groups.keys.sorted()) ?? "the groups are: \(list)"
    }
}
