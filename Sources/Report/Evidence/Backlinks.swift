import Study

/// Where each part of a study is spoken of: the other direction of every link, embed, citation and claim.
struct Backlinks: Sendable {
    /// A piece of prose with its place in the site.
    struct Spot {
        let title: String
        let href: String
        let prose: [Prose?]
    }

    private let index: StudyIndex
    private var places: [Target: [Link]] = [:]
    /// Those of quotes by their position, as it is asked of each.
    private var placesOfQuotes: [Int: [Link]] = [:]
    /// The propositions and boxes that name a theme, and those that name a quote or have it against them.
    private(set) var propositionsOfTheme: [Int: [Int]] = [:]
    private(set) var boxesOfTheme: [Int: [Int]] = [:]
    private(set) var propositionsOfQuote: [Int: [Int]] = [:]
    private(set) var propositionsAgainst: [Int: [Int]] = [:]
    private(set) var boxesOfQuote: [Int: [Int]] = [:]
    /// The propositions that explain a box.
    private(set) var propositionsOfBox: [Int: [Int]] = [:]

    init(_ study: Study, _ index: StudyIndex, _ phrases: Phrases) {
        self.index = index
        for spot in Self.spots(of: study, phrases) {
            for mention in spot.prose.compactMap(\.self).flatMap(\.mentions) {
                if case .quote(let id) = mention.target {
                    if let quote = index.quotes[id] { Self.add(spot, to: &placesOfQuotes[quote, default: []]) }
                } else {
                    Self.add(spot, to: &places[mention.target, default: []])
                }
            }
        }
        for (position, proposition) in (study.theory?.propositions ?? []).enumerated() {
            for theme in proposition.support.themes {
                Self.add(position, to: &propositionsOfTheme, index.themes[theme])
            }
            for quote in proposition.support.quotes {
                Self.add(position, to: &propositionsOfQuote, index.quotes[quote])
            }
            for quote in proposition.against { Self.add(position, to: &propositionsAgainst, index.quotes[quote]) }
            for box in proposition.boxes { Self.add(position, to: &propositionsOfBox, index.boxes[box]) }
        }
        for (position, box) in (study.logicModel?.boxes ?? []).enumerated() {
            for theme in box.support.themes { Self.add(position, to: &boxesOfTheme, index.themes[theme]) }
            for quote in box.support.quotes { Self.add(position, to: &boxesOfQuote, index.quotes[quote]) }
        }
    }

    /// The prose that speaks of a part of the study, in reading order, each place once.
    func places(for target: Target) -> [Link] {
        if case .quote(let id) = target { return index.quotes[id].map(places(forQuoteAt:)) ?? [] }
        return places[target] ?? []
    }

    /// The prose that speaks of a quote, in reading order, each place once.
    func places(forQuoteAt position: Int) -> [Link] { placesOfQuotes[position] ?? [] }

    private static func add(_ spot: Spot, to links: inout [Link]) {
        if links.last?.href == spot.href { return }
        links.append(Link(title: spot.title, href: spot.href))
    }

    private static func add(_ position: Int, to lists: inout [Int: [Int]], _ key: Int?) {
        guard let key, lists[key]?.last != position else { return }
        lists[key, default: []].append(position)
    }

    /// Every piece of prose with the page that it stands on, in reading order.
    static func spots(of study: Study, _ phrases: Phrases) -> [Spot] {
        var spots: [Spot] = []
        for theme in study.themes {
            spots.append(Spot(title: theme.title, href: Addresses.href(.theme(theme.id)), prose: [theme.prose]))
        }
        for group in study.groups {
            spots.append(Spot(title: group.title, href: Addresses.href(.group(group.id)), prose: [group.description]))
        }
        if let framework = study.framework {
            let href = Addresses.href(.constructs)
            spots.append(Spot(title: framework.name, href: href, prose: [framework.description]))
            for construct in framework.constructs {
                let href = Addresses.href(.construct(construct.id))
                spots.append(Spot(title: construct.title, href: href, prose: [construct.description]))
            }
        }
        if let theory = study.theory {
            let title = theory.title ?? phrases.text(.theory)
            spots.append(
                Spot(title: title, href: Addresses.href(.theory), prose: [theory.statement, theory.narrative])
            )
            for proposition in theory.propositions {
                spots.append(
                    Spot(
                        title: phrases.text(.propositionTitle, ["number": String(proposition.number)]),
                        href: Addresses.href(.proposition(proposition.id)),
                        prose: [proposition.claim, proposition.explanation]
                    )
                )
            }
        }
        if let model = study.logicModel {
            let prose =
                [model.introduction] + model.columns.map(\.description) + model.assumptions + model.externalFactors
            let title = model.title ?? phrases.text(.logicModel)
            spots.append(Spot(title: title, href: Addresses.href(.logicModel), prose: prose))
            for box in model.boxes {
                let title = phrases.text(.boxTitle, ["title": box.title])
                spots.append(Spot(title: title, href: Addresses.href(.box(box.id)), prose: [box.text]))
            }
        }
        for guide in study.guides {
            let group = study.groups.first { $0.id == guide.group }?.title ?? guide.group.rawValue
            let title = guide.title ?? phrases.text(.guideTitle, ["group": group])
            spots.append(Spot(title: title, href: Addresses.href(.guide(guide.group)), prose: [guide.introduction]))
        }
        for page in study.pages {
            spots.append(Spot(title: page.title, href: Addresses.href(.page(page.id)), prose: [page.prose]))
        }
        return spots
    }
}
