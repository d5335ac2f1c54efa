import Diagnostics
import Recoding
import Study

/// Makes the page of what changed.
struct ChangesMaker {
    private let maker: PageMaker
    private let release: Release?
    private let changes: Changes
    private let formerThemes: [ThemeID: String]
    private let formerQuotes: [QuoteID: Snapshot.Quote]
    private let formerPages: Set<Ledger.Name>

    private var study: Study { maker.study }
    private var phrases: Phrases { maker.phrases }

    /// Compares with the latest release or, where nothing changed since that, with the one before it: right after a
    /// release readers want to know what is new in it.
    init(_ maker: PageMaker) {
        self.maker = maker
        var release = maker.study.releases.last
        var changes = maker.changesSinceLatest()
        if changes.isEmpty, let before = maker.study.releases.dropLast().last {
            let found = Changes(from: before.snapshot, to: Snapshot(maker.study), ledger: maker.study.ledger)
            if !found.isEmpty { (release, changes) = (before, found) }
        }
        self.release = release
        self.changes = changes
        let former = release?.snapshot ?? Snapshot()
        formerThemes = Dictionary(former.themes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        formerQuotes = Dictionary(former.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        formerPages = Set(maker.study.formerAddresses.map(\.name))
    }

    func page(_ frame: PageFrame) -> ChangesPage {
        let limit = maker.limits.changes
        return ChangesPage(
            frame: frame,
            since: since,
            sections: sections(),
            shifts: changes.shifts.prefix(limit).map(shift),
            moreShifts: more(changes.shifts.count),
            affected: section(.changesAffected, affected())
        )
    }

    private var since: String {
        let name = release?.name ?? ""
        if changes.isEmpty { return phrases.text(.changesNone, ["release": name]) }
        guard let date = release?.date else { return phrases.text(.changesSince, ["release": name]) }
        return phrases.text(.changesSinceDate, ["release": name, "date": phrases.date(date)])
    }

    private func sections() -> [ChangeSection] {
        var sections: [ChangeSection] = []
        func add(_ title: Phrases.Key, _ items: [ChangeItem]) {
            if let section = section(title, items) { sections.append(section) }
        }
        add(.changesThemes, themes())
        add(.changesAdded, changes.quotesAdded.map { ChangeItem(link: quote($0)) })
        add(.changesMoved, changes.quotesRecoded.map(recoded))
        add(.changesReworded, changes.quotesReworded.map(reworded))
        add(.changesDivided, divided())
        add(.changesRemoved, changes.quotesRemoved.map(removed))
        if !changes.quotesWithdrawn.isEmpty {
            let count = phrases.count(.quotes, changes.quotesWithdrawn.count)
            let text = phrases.text(.quotesWithdrawn, ["quotes": count])
            add(.changesWithdrawn, [ChangeItem(link: ChangeLink(title: text))])
        }
        return sections
    }

    private func section(_ title: Phrases.Key, _ items: [ChangeItem]) -> ChangeSection? {
        guard !items.isEmpty else { return nil }
        return ChangeSection(
            id: title.rawValue,
            title: phrases.text(title),
            items: Array(items.prefix(maker.limits.changes)),
            more: more(items.count)
        )
    }

    private func more(_ count: Int) -> String? {
        let rest = count - maker.limits.changes
        return rest > 0 ? phrases.text(.andMore, ["count": String(rest)]) : nil
    }

    // MARK: Links

    private func quote(_ id: QuoteID) -> ChangeLink {
        guard let position = maker.graph.index.quotes[id] else { return former(id) }
        let card = maker.cards.quotes[position]
        let title = phrases.text(.quoteTitle, ["attribution": card.attribution, "excerpt": card.excerpt])
        return ChangeLink(title: title, href: card.href)
    }

    /// A quote that is no more: nothing of it is left to show but who said it.
    private func former(_ id: QuoteID) -> ChangeLink {
        let participant = formerQuotes[id]?.participant
        let isKnown = participant.map { maker.graph.index.participants[$0] != nil } ?? false
        let title =
            isKnown
            ? phrases.text(.quoteFrom, ["participant": participant?.rawValue ?? ""]) : phrases.text(.quoteOnceHere)
        let hasPage = formerPages.contains(.quote(id))
        return ChangeLink(title: title, href: hasPage ? Addresses.href(.quote(id)) : "")
    }

    private func theme(_ id: ThemeID) -> ChangeLink {
        if let position = maker.graph.index.themes[id] {
            return ChangeLink(title: study.themes[position].title, href: Addresses.href(.theme(id)))
        }
        let hasPage = formerPages.contains(.theme(id))
        return ChangeLink(title: formerThemes[id] ?? id.rawValue, href: hasPage ? Addresses.href(.theme(id)) : "")
    }

    private func detail(_ label: Phrases.Key, _ links: [ChangeLink]) -> [ChangeDetail] {
        links.isEmpty ? [] : [ChangeDetail(label: phrases.text(label), links: links)]
    }

    // MARK: Items

    private func themes() -> [ChangeItem] {
        func item(_ key: Phrases.Key, _ id: ThemeID, _ former: String = "", _ details: [ChangeDetail] = [])
            -> ChangeItem
        {
            let link = theme(id)
            let title = phrases.text(key, ["theme": link.title, "former": former])
            return ChangeItem(link: ChangeLink(title: title, href: link.href), details: details)
        }
        func formerTitle(_ id: ThemeID) -> String { formerThemes[id] ?? id.rawValue }
        var items = changes.themesAdded.map { item(.themeNew, $0) }
        items += changes.themesRetitled.map { item(.themeRetitled, $0.theme, $0.from) }
        items += changes.themesMerged.map { merged in
            item(.themeMerged, merged.to, merged.from.map(formerTitle).joined(separator: ", "))
        }
        items += changes.themesSplit.map { split in
            item(.themeDivided, split.from, formerTitle(split.from), detail(.dividedInto, split.to.map(theme)))
        }
        items += changes.themesRemoved.map { item(.themeGone, $0) }
        return items
    }

    private func recoded(_ recoded: Changes.Recoded) -> ChangeItem {
        ChangeItem(
            link: quote(recoded.quote),
            details: detail(.noLonger, recoded.from.map(theme)) + detail(.nowOn, recoded.to.map(theme))
        )
    }

    private func reworded(_ reworded: Changes.Reworded) -> ChangeItem {
        let key: Phrases.Key =
            switch reworded.rewording {
            case .same, .mended: .wordsMended
            case .trimmed: .wordsTrimmed
            case .extended: .wordsExtended
            case .redrawn: .wordsRedrawn
            }
        return ChangeItem(
            link: quote(reworded.quote),
            details: detail(.itsWords, [ChangeLink(title: phrases.text(key))])
        )
    }

    private func divided() -> [ChangeItem] {
        changes.quotesMerged.map { merged in
            ChangeItem(link: quote(merged.to), details: detail(.madeOf, merged.from.map(quote)))
        }
            + changes.quotesSplit.map { split in
                ChangeItem(link: quote(split.from), details: detail(.dividedInto, split.to.map(quote)))
            }
    }

    private func removed(_ id: QuoteID) -> ChangeItem {
        let themes = (formerQuotes[id]?.themes ?? []).map(theme)
        return ChangeItem(link: former(id), details: detail(.noLonger, themes))
    }

    private func shift(_ shift: Shift) -> ShiftRow {
        let group = maker.graph.index.groups[shift.group].map { study.groups[$0].title }
        func text(_ count: Shift.Count) -> String {
            count.quotes == 0 ? "0" : "\(count.quotes) (\(count.participants))"
        }
        let known = release?.snapshot.groups.first { $0.id == shift.group }?.title
        return ShiftRow(
            theme: theme(shift.theme),
            group: group ?? known ?? shift.group.rawValue,
            before: text(shift.before),
            after: text(shift.after)
        )
    }

    // MARK: What rests on it

    /// Nothing that a page says names what was withdrawn; prose that did would be an error.
    private func affected() -> [ChangeItem] {
        guard let release else { return [] }
        var pages: [Place: Link] = [:]
        for spot in Backlinks.spots(of: study, phrases) {
            for mention in spot.prose.compactMap(\.self).flatMap(\.mentions) {
                pages[mention.place] = Link(title: spot.title, href: spot.href)
            }
        }
        return changes.dependents(in: study, since: release.snapshot).compactMap { dependent in
            // They stand above with their words; here they are only named.
            let quotes = dependent.reasons.filter { $0.happening != .withdrawn }.map { named($0.quote) }
            let details = detail(.changedQuotes, quotes)
            switch dependent.subject {
            case .sentence(let text):
                guard let page = pages[dependent.place] else { return nil }
                let said = text.isEmpty ? phrases.text(.quoteShown) : text
                return ChangeItem(
                    link: ChangeLink(title: said),
                    details: detail(.sentenceIn, [ChangeLink(title: page.title, href: page.href)]) + details
                )
            case .proposition(let id):
                let claim = study.theory?.propositions.first { $0.id == id }?.claim.plainText ?? ""
                let name = maker.linker.title(.proposition(id))
                let title = phrases.text(.propositionPage, ["proposition": name, "claim": claim])
                let link = ChangeLink(title: title, href: Addresses.href(.proposition(id)))
                return ChangeItem(link: link, details: details)
            case .box(let id): return item(.box(id), details)
            case .arrow(let from, let to):
                let title = maker.linker.title(.box(from)) + " → " + maker.linker.title(.box(to))
                return ChangeItem(link: ChangeLink(title: title, href: Addresses.href(.logicModel)), details: details)
            case .keyQuote(let theme): return item(.theme(theme), details)
            }
        }
    }

    private func named(_ id: QuoteID) -> ChangeLink {
        guard let position = maker.graph.index.quotes[id] else { return quote(id) }
        let card = maker.cards.quotes[position]
        return ChangeLink(title: card.attribution, href: card.href)
    }

    private func item(_ target: Target, _ details: [ChangeDetail]) -> ChangeItem {
        ChangeItem(
            link: ChangeLink(title: maker.linker.title(target), href: Addresses.href(target)),
            details: details
        )
    }
}
