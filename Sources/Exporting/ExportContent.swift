import Diagnostics
import Study

/// What goes into every file of an export, with the names and ids that it has there.
struct ExportContent: Sendable {
    var title: String
    /// When the study was published, as XML writes it.
    var date: String
    /// What the attribute is called that holds the group.
    var groupLabel: String
    var attributes: [String]
    /// Every theme, each before its sub-themes.
    var codes: [Code] = []
    /// The groups that have quotes.
    var groups: [String] = []
    var participants: [Participant] = []
    /// The names of the ids that programs know things by.
    var ids: ExportIDs

    struct Code: Sendable {
        var id: ThemeID
        var guid: String
        var name: String
        /// The titles from the top down to its own.
        var path: [String]
        var depth: Int
        var description: String?
        /// Whether quotes are coded with it, or it stands below such a code; one that only holds others is a category.
        var isCodable: Bool
    }

    struct Participant: Sendable {
        var id: String
        var guid: String
        var sourceID: String
        /// An index into `groups`, if anything of them is quoted.
        var group: String
        var attributes: [String]
        var quotes: [Quote] = []
    }

    struct Quote: Sendable {
        var id: QuoteID
        /// Which of the study's quotes it is.
        var position: Int
        var text: String
        var source: String
        var context: String
        /// Indices into `codes`.
        var codes: [Int]
    }

    init(_ study: Study, findings: inout Diagnostics) {
        ids = ExportIDs(study: study.about.title)
        var cleaner = Cleaner()
        title = cleaner.clean(study.about.title)
        date = Self.date(study.about.published)
        attributes = study.about.attributes.map { cleaner.clean($0.key) }
        groupLabel = Self.groupLabel(beside: study.about.attributes.map(\.key))
        addCodes(study, &cleaner)
        addParticipants(study, &cleaner)
        for (text, place) in cleaner.losses {
            findings.add(
                .exportLostCharacter,
                "‘\(text)’ holds a character that no XML can hold; ‘\u{FFFD}’ stands in its place",
                at: place,
                help: "take the character out of the study"
            )
        }
    }

    private mutating func addCodes(_ study: Study, _ cleaner: inout Cleaner) {
        let coded = Set(study.quotes.flatMap(\.themes))
        let parents = Set(study.themes.compactMap(\.parent))
        let names = CodeNames.names(of: study.themes)
        var paths: [ThemeID: [String]] = [:]
        var codable: Set<ThemeID> = []
        for (theme, name) in zip(study.themes, names) {
            let title = cleaner.clean(theme.title, at: theme.place)
            let path = (theme.parent.flatMap { paths[$0] } ?? []) + [title]
            paths[theme.id] = path
            let told = [name == title ? nil : title, theme.summary ?? theme.prose?.plainText].compactMap { text in
                text.map { cleaner.clean($0, at: theme.place) }
            }.filter { !$0.isEmpty }
            // QualCoder puts a category at the top that stands below a code, so there are only codes below a code.
            let isBelowCode = theme.parent.map(codable.contains) ?? false
            let isCodable = coded.contains(theme.id) || !parents.contains(theme.id) || isBelowCode
            if isCodable { codable.insert(theme.id) }
            codes.append(
                Code(
                    id: theme.id,
                    guid: ids.code(theme.id),
                    name: name,
                    path: path,
                    depth: theme.depth,
                    description: told.isEmpty ? nil : told.joined(separator: "\n\n"),
                    isCodable: isCodable
                )
            )
        }
    }

    private mutating func addParticipants(_ study: Study, _ cleaner: inout Cleaner) {
        let groupNames = Self.groupNames(study.groups)
        var positions: [ParticipantID: Int] = [:]
        for participant in study.participants {
            positions[participant.id] = participants.count
            participants.append(
                Participant(
                    id: cleaner.clean(participant.id.rawValue, at: participant.place),
                    guid: ids.participant(participant.id),
                    sourceID: ids.source(participant.id),
                    group: cleaner.clean(groupNames[participant.group] ?? participant.group.rawValue),
                    attributes: participant.attributes.map { cleaner.clean($0, at: participant.place) }
                )
            )
        }
        let codeOfTheme = Dictionary(
            codes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (index, quote) in study.quotes.enumerated() {
            guard let position = positions[quote.participant] else { continue }
            participants[position].quotes.append(
                Quote(
                    id: quote.id,
                    position: index,
                    text: Cleaner.withoutMark(cleaner.clean(quote.text, at: quote.place)),
                    source: cleaner.clean(quote.source ?? "", at: quote.place),
                    context: cleaner.clean(quote.context ?? "", at: quote.place),
                    codes: quote.themes.compactMap { codeOfTheme[$0] }
                )
            )
        }
        let quoted = Set(participants.filter { !$0.quotes.isEmpty }.map(\.group))
        groups = study.groups.compactMap { groupNames[$0.id] }.map { cleaner.clean($0) }.filter(quoted.contains)
    }

    /// Titles, which people know; ids where another group could be meant.
    private static func groupNames(_ groups: [Group]) -> [GroupID: String] {
        var meant: [String: Set<GroupID>] = [:]
        for group in groups {
            for name in [group.id.rawValue, group.title, group.singular] {
                meant[name.lowercased(), default: []].insert(group.id)
            }
        }
        let names = groups.map { ($0.id, meant[$0.title.lowercased()]?.count == 1 ? $0.title : $0.id.rawValue) }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// `group`, unless an attribute of the study looks more like it.
    private static func groupLabel(beside attributes: [String]) -> String {
        let likelier = ["stakeholder", "participant group", "participant-group", "participant_group"]
        return attributes.contains { likelier.contains($0.lowercased()) } ? "stakeholder group" : "group"
    }

    /// Some tools do not open a selection without a date. None is known, so it is the study's.
    private static func date(_ published: PartialDate?) -> String {
        func two(_ number: Int?) -> String {
            let number = number ?? 1
            return number < 10 ? "0\(number)" : "\(number)"
        }
        guard let published else { return "1980-01-01T00:00:00Z" }
        let year = String(published.description.prefix(4))
        return "\(year)-\(two(published.month))-\(two(published.day))T00:00:00Z"
    }
}
