/// Tells the group of somebody from what a file says about cases and documents.
struct GroupTeller {
    private let documents: [CodedProject.Document]
    /// Where groups are written; nil if nowhere.
    var source: GroupSource?
    private let rule: GroupRule
    private let setsOfAll: Set<String>
    private let attributes: [String]

    init(documents: [CodedProject.Document], cases: [CodedProject.Case], rule: GroupRule) {
        self.documents = documents
        self.rule = rule
        let names = (cases.map(\.attributes) + documents.map(\.attributes)).joined().map(\.name)
        attributes = Set(names).subtracting([AttributeNames.description]).sorted()
        // A set that holds every document parts nobody from anybody.
        var counts: [String: Int] = [:]
        for document in documents { for group in Set(document.groups) { counts[group, default: 0] += 1 } }
        setsOfAll =
            counts.count > 1 && documents.count > 1
            ? Set(counts.filter { $0.value == documents.count }.keys) : []
        source =
            switch rule {
            case .automatic: Self.source(documents, cases)
            case .attribute(let name): .attribute(name)
            case .documentGroup: .documentGroup
            case .caseName: .caseName
            case .names: .namePattern
            }
    }

    /// The group of a participant in a document.
    func group(
        name: String,
        attributes: [CodedProject.Attribute],
        document: Int,
        cases: [(name: String, documents: Int)]
    ) -> String? {
        switch source {
        case nil: return nil
        case .attribute(let wanted), .column(let wanted):
            let all = attributes + documents[document].attributes
            return all.first { AttributeNames.same($0.name, wanted) }?.value.trimmed.unlessBlank
        case .documentGroup:
            return documents[document].groups.first { !setsOfAll.contains($0) }
        case .caseName:
            return cases.max { ($0.documents, $1.name) < ($1.documents, $0.name) }?.name
        case .namePattern:
            guard case .names(let names) = rule else { return nil }
            let texts = [name, FileNames.stem(documents[document].name), documents[document].name]
            for entry in names {
                for text in texts {
                    guard let match = entry.pattern.match(text) else { continue }
                    if let group = entry.group ?? match.group { return group }
                }
            }
            return nil
        }
    }

    /// Further document groups of a document, where those tell the group.
    func otherGroups(_ document: Int) -> [String] {
        guard source == .documentGroup else { return [] }
        return Array(documents[document].groups.filter { !setsOfAll.contains($0) }.dropFirst())
    }

    /// How groups were found, in the end.
    func reading(_ participants: [CodedProject.Participant]) -> PeopleReading {
        let count = participants.count { $0.group != nil }
        let told = "\(count) of \(participants.count) participants have a group"
        guard count > 0, let source else {
            return PeopleReading(groups: nil, reason: reason(participants))
        }
        let place =
            switch source {
            case .attribute(let name): "the attribute ‘\(name.shownShort)’"
            case .column(let name): "the column ‘\(name.shownShort)’"
            case .documentGroup: "the document groups"
            case .caseName: "the names of cases"
            case .namePattern: "the patterns of names"
            }
        return PeopleReading(groups: source, reason: "\(told), from \(place)")
    }

    /// Why nobody has a group.
    private func reason(_ participants: [CodedProject.Participant]) -> String {
        switch rule {
        case .automatic:
            let patterns = Self.suggestion(participants)
            return "the file names no groups" + (patterns.isEmpty ? told(attributes) : patterns)
        case .attribute(let name):
            return "nobody has the attribute ‘\(name.shownShort)’ of import.yml" + told(attributes)
        case .documentGroup: return "no document is in a group, where import.yml looks for them"
        case .caseName: return "no document belongs to a case, where import.yml looks for groups"
        case .names: return "no name fits the patterns of import.yml"
        }
    }

    private func told(_ attributes: [String]) -> String {
        guard !attributes.isEmpty else { return "" }
        let names = attributes.prefix(8).map { "‘\($0.shownShort)’" }.joined(separator: ", ")
        let more = attributes.count > 8 ? " …" : ""
        return "; its \(attributes.count == 1 ? "attribute is" : "attributes are") \(names)\(more)"
    }

    private static func source(_ documents: [CodedProject.Document], _ cases: [CodedProject.Case]) -> GroupSource? {
        for attributes in [cases.map(\.attributes), documents.map(\.attributes)] {
            var best: (rank: Int, name: String)?
            for attribute in attributes.joined() where !attribute.value.isEmpty {
                guard let rank = AttributeNames.groupRank(attribute.name), rank < best?.rank ?? Int.max else {
                    continue
                }
                best = (rank, attribute.name)
            }
            if let best { return .attribute(best.name) }
        }
        if documents.contains(where: { !$0.groups.isEmpty }) { return .documentGroup }
        // A short description that several documents share is what Taguette's users have in place of groups.
        let descriptions = documents.compactMap { document in
            document.attributes.first { $0.name == AttributeNames.description }?.value.trimmed.unlessBlank
        }
        let isShared = !descriptions.isEmpty && Set(descriptions).count * 2 <= descriptions.count
        let isShort = descriptions.allSatisfy { $0.count <= 60 }
        return isShared && isShort ? .attribute(AttributeNames.description) : nil
    }

    /// Names such as `BSR04` often hold the group.
    private static func suggestion(_ participants: [CodedProject.Participant]) -> String {
        var prefixes = Set<String>()
        for participant in participants {
            let prefix = participant.name.prefix { $0.isLetter }
            guard !prefix.isEmpty, participant.name.dropFirst(prefix.count).first.map({ !$0.isLetter }) == true else {
                return ""
            }
            prefixes.insert(String(prefix))
        }
        guard (2...8).contains(prefixes.count), prefixes.count * 2 <= participants.count else { return "" }
        let told = prefixes.sorted().map { "‘\($0)*’" }.joined(separator: ", ")
        return "; names fit the patterns \(told), which content/import.yml can give groups to"
    }
}

/// What teams call the attribute that holds the group.
enum AttributeNames {
    /// What a document's description is kept as.
    static let description = "description"

    private static let ofGroups = [
        "stakeholder group", "stakeholder", "participant group", "group", "groups", "role", "participant type",
        "type of participant", "participant role", "interessengruppe", "stakeholdergruppe", "gruppe", "rolle",
        "groupe", "rôle", "grupo", "rol", "gruppo", "ruolo", "groep", "grupp", "roll", "ryhmä", "rooli", "grupa",
        "rola",
        "skupina", "csoport", "ομάδα", "группа", "роль", "група", "grup", "グループ", "组", "组别", "組", "그룹", "مجموعة",
        "المجموعة", "קבוצה",
    ]

    /// How likely a name means the group; the smaller the likelier.
    static func groupRank(_ name: String) -> Int? { ofGroups.firstIndex(of: plain(name)) }

    /// Whether two names mean the same attribute.
    static func same(_ left: String, _ right: String) -> Bool { left == right || plain(left) == plain(right) }

    /// A name without letter case, and without what NVivo puts before it.
    private static func plain(_ name: String) -> String {
        var name = name.lowercased().trimmed
        for prefix in ["cases:", "case:", "files:", "casevar_", "filevar_"] where name.hasPrefix(prefix) {
            name = String(name.dropFirst(prefix.count)).trimmed
        }
        return name.split { $0 == "_" || $0 == "-" || $0 == " " }.joined(separator: " ")
    }
}
