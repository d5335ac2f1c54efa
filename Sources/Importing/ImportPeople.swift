import Diagnostics
import Interchange
import Study
import StudyFiles

/// Who speaks in the quotations of a file, by the study's names.
struct ImportPeople {
    /// The study's name for each participant of the file, by position.
    private(set) var names: [ParticipantID] = []
    /// The group that the file gives to each name, in its own words.
    private(set) var groups: [ParticipantID: String] = [:]
    /// Everybody whom the file knows, by the study's names; nil if it cannot tell.
    private(set) var everybody: Set<ParticipantID>?

    private let known: Set<ParticipantID>

    init(_ project: CodedProject, mapping: ImportMapping, _ study: Study) {
        known = Set(study.participants.map(\.id))
        let folded = Dictionary(
            study.participants.map { ($0.id.rawValue.foldedForComparison(), $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
        let known = known
        func name(_ text: String) -> ParticipantID {
            let id = ParticipantID(text.trimmingSpaces())
            return known.contains(id) ? id : folded[text.foldedForComparison()] ?? id
        }
        names = project.participants.map { name($0.name) }
        for (participant, name) in zip(project.participants, names) where groups[name] == nil {
            groups[name] = participant.group
        }
        if let all = project.everybody(mapping: mapping) {
            var present = Set(all.map(name))
            for participant in study.participants where !present.contains(participant.id) {
                if project.hasSpeaker(participant.id.rawValue) { present.insert(participant.id) }
            }
            everybody = present
        }
    }

    /// Who of those who now speak is new, with their groups; who has none is among the findings.
    func newcomers(
        among speakers: [ParticipantID],
        renamed: [ParticipantID: ParticipantID],
        _ groups: [Group],
        _ file: String,
        _ reason: String,
        into findings: inout Diagnostics
    ) -> [Account.Person] {
        let finder = GroupFinder(groups)
        let taken = known.union(renamed.values)
        var seen: Set<ParticipantID> = []
        var people: [Account.Person] = []
        var withoutGroup: [ParticipantID] = []
        var unknownGroups: [String: [ParticipantID]] = [:]
        for speaker in speakers where !taken.contains(speaker) && seen.insert(speaker).inserted {
            guard let word = self.groups[speaker] else {
                withoutGroup.append(speaker)
                continue
            }
            if let group = finder.group(for: word) {
                people.append(Account.Person(participant: speaker, group: group))
            } else {
                unknownGroups[word, default: []].append(speaker)
            }
        }
        // What is true of many is said once.
        if let first = withoutGroup.first {
            let isOne = withoutGroup.count == 1
            findings.add(
                .importNoGroup,
                "\(Self.told(withoutGroup)) \(isOne ? "is" : "are") new, and the file does not say to which group they "
                    + "belong (\(reason))",
                atPath: file,
                help: "say in import.yml where groups are written, or add \(isOne ? "a row" : "rows such as one") for "
                    + "‘\(first.rawValue.shown)’ to participants.csv; \(finder.list)"
            )
        }
        for (word, speakers) in unknownGroups.sorted(by: { $0.key < $1.key }) {
            findings.add(
                .importNoGroup,
                "\(Self.told(speakers)) \(speakers.count == 1 ? "is" : "are") in the group ‘\(word.shown)’, which study.yml "
                    + "does not have",
                atPath: file,
                help: "\(finder.suggestion(for: word)); or say in import.yml where groups are written"
            )
        }
        return people
    }

    private static func told(_ people: [ParticipantID]) -> String {
        let shown = people.prefix(5).map { "‘\($0.rawValue.shown)’" }.joined(separator: ", ")
        return people.count > 5 ? "\(shown) and \(people.count - 5) more" : shown
    }

    /// Where the file and the study say different things of somebody's group.
    func contradictions(_ study: Study) -> [String] {
        let finder = GroupFinder(study.groups)
        return study.participants.compactMap { participant in
            guard let word = groups[participant.id], finder.group(for: word) != participant.group else { return nil }
            return "‘\(participant.id.rawValue.shown)’ is in the group ‘\(word.shown)’ in the file and in "
                + "‘\(participant.group)’ in the study, which stays"
        }
    }
}
