import Diagram
import Fingerprints
import Markup
import Processors
import Study

/// What several pages show of the parts of a study, made once and shared by all of them.
struct Cards: Sendable {
    let graph: EvidenceGraph
    let phrases: Phrases
    let groups: [GroupCard]
    let groupLinks: [GroupLink]
    let participants: [ParticipantCard]
    let participantLinks: [ParticipantLink]
    let themes: [ThemeLink]
    let quotes: [QuoteCard]
    /// The fingerprint of each quote, close together: pages of quotes are looked through by these alone.
    let quoteFingerprints: [Fingerprint]
    /// Of what each quote says, and of nothing else of it; beside each other for the same reason.
    let quoteSayings: [Fingerprint]
    let constructs: [ConstructCard]
    /// A node for each theme, and those at the top.
    let nodes: [ThemeNode]
    let topThemes: [Int]
    /// Counts behind each theme with all that is below it.
    let themeCounts: [EvidenceCount]
    private let shareMaker: ShareMaker

    init(_ study: Study, _ graph: EvidenceGraph, _ phrases: Phrases, _ prose: ProseRenderer, _ limits: PageLimits) {
        self.graph = graph
        self.phrases = phrases
        let counts = graph.quotesUnderTheme.map(graph.count)
        themeCounts = counts

        let guides = Set(study.guides.map(\.group))
        let groupLinks = study.groups.enumerated().map { position, group in
            GroupLink(
                number: GroupMark.number(of: position),
                slug: Addresses.slug(group.id.rawValue),
                href: Addresses.href(.group(group.id)),
                title: group.title,
                singular: group.singular,
                inSentence: Self.inSentence(group.title)
            )
        }
        self.groupLinks = groupLinks
        groups = study.groups.enumerated().map { position, group in
            let members = graph.participantsOfGroup[position].count
            let count = graph.count(graph.quotesOfGroup[position])
            return GroupCard(
                link: groupLinks[position],
                description: prose.inline(group.description),
                tally: Tally(count, phrases),
                members: members,
                membersText: phrases.count(.participants, members),
                guideHref: guides.contains(group.id) ? Addresses.href(.guide(group.id)) : nil
            )
        }
        let participantLinks = study.participants.enumerated().map { position, participant in
            ParticipantLink(
                name: participant.id.rawValue,
                slug: Addresses.slug(participant.id.rawValue),
                href: Addresses.href(.participant(participant.id)),
                group: groupLinks[graph.groupOfParticipant[position]]
            )
        }
        self.participantLinks = participantLinks
        let labels = study.about.attributes.map(\.label)
        participants = study.participants.enumerated().map { position, participant in
            let quotes = graph.quotesOfParticipant[position].count
            return ParticipantCard(
                link: participantLinks[position],
                quotes: quotes,
                quotesText: phrases.count(.quotes, quotes),
                attributes: zip(labels, participant.attributes).filter { !$1.isEmpty }.map {
                    LabelledValue(label: $0, value: $1)
                },
                attributeColumns: participant.attributes
            )
        }
        var links: [ThemeLink] = []
        links.reserveCapacity(study.themes.count)
        for (position, theme) in study.themes.enumerated() {
            let above = graph.parentOfTheme[position].map { links[$0] }
            links.append(
                ThemeLink(
                    slug: Addresses.slug(theme.id.rawValue),
                    href: Addresses.href(.theme(theme.id)),
                    title: theme.title,
                    shortTitle: theme.shortTitle ?? theme.title,
                    level: Self.capitalised(study.level(theme.depth)?.singular ?? phrases.text(.theme)),
                    depth: theme.depth,
                    summary: theme.summary,
                    path: above.map { $0.path + [$0] } ?? []
                )
            )
        }
        themes = links
        quotes = Self.quotes(study, graph, participantLinks, links, phrases)
        let quoteCards = quotes
        quoteFingerprints = quoteCards.map(\.fingerprint)
        quoteSayings = quoteCards.map(\.saying)
        topThemes = links.indices.filter { graph.parentOfTheme[$0] == nil }
        let shares = ShareMaker(
            groups: groupLinks,
            members: graph.participantsOfGroup.map(\.count),
            phrases: phrases,
            mostQuotes: counts.flatMap(\.quotes).max() ?? 0,
            peopleDrawn: limits.people
        )
        shareMaker = shares
        // Sub-themes stand behind their parents, so that going backwards each finds its children made.
        var nodes = [ThemeNode?](repeating: nil, count: links.count)
        for position in links.indices.reversed() {
            let theme = study.themes[position]
            nodes[position] = ThemeNode(
                theme: links[position],
                tally: Tally(counts[position], phrases),
                shares: shares.shares(counts[position], href: links[position].href, silence: .silentOnTheme),
                children: graph.childrenOfTheme[position].compactMap { nodes[$0] },
                childrenLevel: Self.capitalised(study.level(theme.depth + 1)?.plural ?? phrases.text(.themes)),
                keyQuote: theme.keyQuote.flatMap { graph.index.quotes[$0] }.map {
                    QuoteItem(quote: quoteCards[$0], labels: quoteCards[$0].themes)
                }
            )
        }
        self.nodes = nodes.compactMap(\.self)
        constructs = (study.framework?.constructs ?? []).enumerated().map { position, construct in
            let count = graph.count(graph.quotes(ofConstruct: position))
            let href = Addresses.href(.construct(construct.id))
            return ConstructCard(
                slug: Addresses.slug(construct.id.rawValue),
                href: href,
                title: construct.title,
                description: prose.inline(construct.description),
                tally: Tally(count, phrases),
                shares: shares.shares(count, href: href, silence: .silentOnConstruct),
                themes: graph.themesOfConstruct[position].map { links[$0] }
            )
        }
    }

    private static func quotes(
        _ study: Study,
        _ graph: EvidenceGraph,
        _ participants: [ParticipantLink],
        _ themes: [ThemeLink],
        _ phrases: Phrases
    ) -> [QuoteCard] {
        let attributions = participants.map {
            phrases.text(.attribution, ["participant": $0.name, "group": $0.group.singular])
        }
        return SideBySide.map(study.quotes.count, runsOf: 512) { position in
            let id = study.quotes[position].id
            let participant = graph.participantOfQuote[position]
            return QuoteCard(
                id: id.rawValue,
                slug: Addresses.slug(id.rawValue),
                href: Addresses.href(.quote(id)),
                text: study.quotes[position].text,
                participant: participants[participant],
                attribution: attributions[participant],
                themes: graph.themesOfQuote[position].map { themes[$0] },
                context: study.quotes[position].context,
                source: study.quotes[position].source
            )
        }
    }

    /// What stands behind a claim, a box or an arrow that is shown at an address.
    func evidence(_ support: Support, href: String) -> EvidenceView {
        let count = graph.count(graph.quotes(of: support))
        let themes = support.themes.compactMap { graph.index.themes[$0] }
        let named = support.quotes.compactMap { graph.index.quotes[$0] }
        var heard: Set<Int> = []
        let voices = named.filter { heard.insert(quotes[$0].participant.group.number).inserted }
        let tally = Tally(count, phrases)
        let all = phrases.text(.allOfClaim, ["quotes": tally.quotesText])
        return EvidenceView(
            tally: tally,
            href: href,
            shares: shares(count, href: href, silence: .silentOnClaim),
            themes: themes.map { self.themes[$0] },
            countedThemes: themes.map { nodes[$0] },
            quotes: items(named),
            voices: items(voices),
            more: voices.isEmpty || voices.count == tally.quotes ? nil : Link(title: all, href: href)
        )
    }

    /// The part of each group in something that is shown at an address.
    func shares(_ count: EvidenceCount, href: String, silence: Phrases.Key) -> [GroupShare] {
        shareMaker.shares(count, href: href, silence: silence)
    }

    /// Quotes with all their themes as labels.
    func items(_ positions: [Int]) -> [QuoteItem] {
        positions.map { QuoteItem(quote: quotes[$0], labels: quotes[$0].themes) }
    }

    /// Quotes by group, in the study's order, with the groups that are silent. Where a group has more than `each`, the
    /// first of them, and `more` says where all of the group at that position stand.
    func byGroup(
        _ positions: [Int],
        shares: [GroupShare],
        each: Int = .max,
        more: (Int) -> Link? = { _ in nil },
        items: ([Int]) -> [QuoteItem]
    ) -> [GroupQuotes] {
        zip(shares, listsByGroup(positions)).enumerated().map { group, entry in
            let (share, list) = entry
            let isCut = list.count > each
            return GroupQuotes(
                share: share,
                quotes: items(isCut ? Array(list.prefix(each)) : list),
                more: isCut ? more(group) : nil
            )
        }
    }

    /// Quotes by group, in the study's order.
    func listsByGroup(_ positions: [Int]) -> [[Int]] {
        var lists = [[Int]](repeating: [], count: groups.count)
        for position in positions { lists[graph.group(ofQuote: position)].append(position) }
        return lists
    }

    /// Quotes in the explorer's order, under the first theme that each supports; labelled with its other themes.
    func underFirstTheme(_ positions: ArraySlice<Int>) -> [ThemeQuotes] {
        var sections: [(theme: Int, quotes: [Int])] = []
        for position in positions {
            guard let theme = graph.themesOfQuote[position].first else { continue }
            if sections.last?.theme == theme {
                sections[sections.count - 1].quotes.append(position)
            } else {
                sections.append((theme, [position]))
            }
        }
        return sections.map { section in
            ThemeQuotes(
                theme: themes[section.theme],
                quotesText: phrases.count(.quotes, section.quotes.count),
                quotes: section.quotes.map {
                    QuoteItem(quote: quotes[$0], labels: Array(quotes[$0].themes.dropFirst()))
                }
            )
        }
    }

    /// Quotes by the themes that they support directly, in the order of the codebook; each under each of its themes.
    /// Only the numbers where there are more than fit on a page.
    func byTheme(_ positions: [Int], limit: Int) -> [ThemeQuotes] {
        var lists: [Int: [Int]] = [:]
        for position in positions {
            for theme in graph.themesOfQuote[position] { lists[theme, default: []].append(position) }
        }
        let showsQuotes = positions.count <= limit
        return lists.keys.sorted().map { theme in
            let list = lists[theme] ?? []
            return ThemeQuotes(
                theme: themes[theme],
                quotesText: phrases.count(.quotes, list.count),
                quotes: showsQuotes ? list.map { QuoteItem(quote: quotes[$0], labels: []) } : []
            )
        }
    }

    /// A title as it stands within a sentence: `Service users` becomes `service users`, `NHS staff` stays.
    private static func inSentence(_ title: String) -> String {
        let word = title.prefix { !$0.isWhitespace }
        guard let first = word.first, !word.dropFirst().contains(where: \.isUppercase) else { return title }
        return first.lowercased() + title.dropFirst()
    }

    static func capitalised(_ text: String) -> String {
        text.first.map { $0.uppercased() + text.dropFirst() } ?? text
    }
}

extension Study {
    /// What a depth of the theme tree is called; what lies deeper than the named levels is called as the last of them.
    func level(_ depth: Int) -> Level? { depth < levels.count ? levels[depth] : levels.last }
}

extension Tally {
    init(_ count: EvidenceCount, _ phrases: Phrases) {
        self.init(
            quotes: count.allQuotes,
            participants: count.allParticipants,
            groups: count.allGroups,
            phrases: phrases
        )
    }
}
