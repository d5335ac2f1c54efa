import Diagnostics
import Processors
import Study

/// Looks at a whole study for what is missing: who is silent, what nobody supports, where nobody gets.
struct CoverageChecks {
    let study: Study
    let keyQuotes: [(theme: ThemeID, quote: Located<QuoteID>)]

    /// Begins with all checks but that of pages, which takes a navigation; what they find is worth telling only if nothing
    /// is wrong with the study.
    func begin() -> Alongside<Findings> {
        let checks = [checkProse, checkThemes, checkPeople, checkGuides, checkKeyQuotes, checkBoxes, checkReferences]
        let found = Alongside(checks.count, runsOf: 1) { index in
            var own = Findings()
            checks[index](&own)
            return own
        }
        found.begin()
        return found
    }

    /// Of a study that was just imported hardly any theme has a text, and once is enough to say so.
    private static let mostWithoutProse = 10

    @Sendable private func checkProse(into findings: inout Findings) {
        let silent = study.themes.filter { $0.prose == nil }
        if let first = silent.first, silent.count > Self.mostWithoutProse {
            findings.add(
                .themeWithoutProse,
                "nothing is said about \(silent.count) of \(study.themes.count) themes, such as ‘\(first.id)’",
                at: first.place,
                help: "write \(FileName.themes)/\(first.id).md and so on"
            )
            return
        }
        for theme in silent {
            findings.add(
                .themeWithoutProse,
                "nothing is said about the theme ‘\(theme.id)’",
                at: theme.place,
                help: "write \(FileName.themes)/\(theme.id).md"
            )
        }
    }

    @Sendable private func checkThemes(into findings: inout Findings) {
        let ranks = Dictionary(
            study.groups.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let groupOf = Dictionary(
            study.participants.compactMap { person in ranks[person.group].map { (person.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        let positions = Dictionary(
            study.themes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        // By the positions of themes and groups, and without taking each quote out: there may be very many.
        let count = study.groups.count
        var speaks = Array(repeating: false, count: study.themes.count * count)
        // Most quotes follow others of the same person.
        var last: (participant: ParticipantID, group: Int?)?
        for index in study.quotes.indices {
            if last?.participant != study.quotes[index].participant {
                last = (study.quotes[index].participant, groupOf[study.quotes[index].participant])
            }
            guard let group = last?.group else { continue }
            for theme in study.quotes[index].themes {
                if let position = positions[theme] { speaks[position * count + group] = true }
            }
        }
        // Sub-themes stand after their parents, so going backwards each hands on what it has.
        for (position, theme) in study.themes.enumerated().reversed() {
            guard let parent = theme.parent.flatMap({ positions[$0] }) else { continue }
            for group in 0..<count where speaks[position * count + group] { speaks[parent * count + group] = true }
        }
        for (position, theme) in study.themes.enumerated() {
            let heard = study.groups.indices.filter { speaks[position * count + $0] }
            if heard.isEmpty {
                findings.add(.themeWithoutQuote, "no quote supports the theme ‘\(theme.id)’", at: theme.place)
                continue
            }
            let silent = study.groups.indices.filter { !heard.contains($0) }.map { study.groups[$0].title }
            if !silent.isEmpty {
                findings.add(
                    .silentGroup,
                    "the theme ‘\(theme.id)’ has no quote from: \(silent.joined(separator: ", "))",
                    at: theme.place
                )
            }
        }
    }

    @Sendable private func checkPeople(into findings: inout Findings) {
        var quoted: Set<ParticipantID> = []
        // Most quotes follow others of the same person.
        var last: ParticipantID?
        for index in study.quotes.indices where study.quotes[index].participant != last {
            last = study.quotes[index].participant
            quoted.insert(study.quotes[index].participant)
        }
        for participant in study.participants where !quoted.contains(participant.id) {
            findings.add(
                .participantWithoutQuote,
                "the participant ‘\(participant.id)’ is never quoted",
                at: participant.place
            )
        }
        let peopled = Set(study.participants.map(\.group))
        for group in study.groups where !peopled.contains(group.id) {
            findings.add(.groupWithoutParticipant, "the group ‘\(group.id)’ has no participants", at: group.place)
        }
    }

    @Sendable private func checkGuides(into findings: inout Findings) {
        guard !study.guides.isEmpty else { return }
        let guided = Set(study.guides.map(\.group))
        for group in study.groups where !guided.contains(group.id) {
            findings.add(
                .groupWithoutGuide,
                "the group ‘\(group.id)’ has no interview guide",
                at: group.place,
                help: "write \(FileName.guides)/\(group.id).md"
            )
        }
    }

    @Sendable private func checkKeyQuotes(into findings: inout Findings) {
        guard !keyQuotes.isEmpty else { return }
        let wanted = Set(keyQuotes.map(\.quote.value))
        var themes: [QuoteID: [ThemeID]] = [:]
        for index in study.quotes.indices where wanted.contains(study.quotes[index].id) {
            if themes[study.quotes[index].id] == nil { themes[study.quotes[index].id] = study.quotes[index].themes }
        }
        let parents = Dictionary(
            study.themes.map { ($0.id, $0.parent) },
            uniquingKeysWith: { first, _ in first }
        )
        for (theme, named) in keyQuotes {
            guard let supported = themes[named.value] else { continue }
            let supports = supported.contains { supported in
                sequence(first: supported, next: { parents[$0] ?? nil }).contains(theme)
            }
            if !supports {
                findings.add(
                    .foreignKeyQuote,
                    "the quote ‘\(named.value)’ does not support the theme ‘\(theme)’",
                    at: named.place,
                    help: "name a quote that is coded with the theme or one of its sub-themes"
                )
            }
        }
    }

    @Sendable private func checkBoxes(into findings: inout Findings) {
        guard let model = study.logicModel, model.boxes.count > 1 else { return }
        let joined = Set(model.arrows.flatMap { [$0.from, $0.to] })
        for box in model.boxes where !joined.contains(box.id) {
            findings.add(.boxAlone, "no arrow leads to or from the box ‘\(box.id)’", at: box.place)
        }
    }

    func checkPages(into findings: inout Findings) {
        var reached: Set<PageID> = []
        func reach(_ target: Target) {
            if case .page(let id) = target { reached.insert(id) }
        }
        for target in study.navigation { reach(target) }
        for prose in study.allProse {
            for index in prose.mentions.indices { reach(prose.mentions[index].target) }
        }
        for page in study.pages where !reached.contains(page.id) {
            findings.add(
                .unreachablePage,
                "no link leads to the page ‘\(page.id)’",
                at: page.place,
                help: "add ‘page:\(page.id)’ to the navigation in study.yml, or link to it from another page"
            )
        }
    }

    @Sendable private func checkReferences(into findings: inout Findings) {
        var cited: Set<ReferenceID> = []
        for prose in study.allProse {
            for mention in prose.mentions {
                if case .reference(let id) = mention.target { cited.insert(id) }
            }
        }
        if let own = study.about.citation { cited.insert(own) }
        if let framework = study.framework?.reference { cited.insert(framework) }
        for reference in study.references where !cited.contains(reference.id) {
            findings.add(.uncitedReference, "nothing cites ‘\(reference.id)’", at: reference.place)
        }
    }
}
